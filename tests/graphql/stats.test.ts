// Over what time there are claims and entries.
import { expect, test } from 'vitest';
import { askLedger } from '../../src/graphql/local-api.js';
import { openLedger } from '../fixtures/open-ledger.js';
import { openTinyApi } from './tiny-api.js';

const ASKED = '{ stats { earliest latest firstRecorded lastRecorded } }';

test('the ends of what is said and of what was recorded', async () => {
  const api = await openTinyApi();
  const { stats } = await api.ask(ASKED);
  expect(stats).toEqual({
    earliest: '2008',
    latest: '2014-11',
    firstRecorded: api.world.events[0]?.at,
    lastRecorded: api.world.events.at(-1)?.at,
  });
});

test('they move on with what is recorded', async () => {
  const api = await openTinyApi();
  await api.ask(
    'mutation { makeClaim(input: { subject: "entity:kim", predicate: "met", object: "entity:hwang", validTime: "1999/2020~" }) { made } }',
  );
  const { stats } = await api.ask(ASKED);
  expect(stats).toMatchObject({
    earliest: '1999',
    latest: '2020~',
    lastRecorded: '2026-01-02T00:00:00.000Z',
  });
});

test('where there is nothing, there are none', async () => {
  const { ledger } = await openLedger();
  const ask = await askLedger({ ledger, by: 'Tess' }, () => undefined);
  const { data } = await ask({ query: ASKED });
  expect(data?.['stats']).toEqual({ earliest: null, latest: null, firstRecorded: null, lastRecorded: null });
});
