// A scratch journal goes on from another one and never writes to it.
import { expect, test } from 'vitest';
import { Ledger } from '../../../src/journal/ledger.js';
import { scratchJournal } from '../../../src/journal/stored/scratch-journal.js';
import { openLedger, START } from '../../fixtures/open-ledger.js';

const RUSSIA = { type: 'AddEntity', id: 'entity:t/russia', kind: 'STATE', label: 'Russia' } as const;
const CHINA = { ...RUSSIA, id: 'entity:t/china', label: 'China' } as const;

test('what is written to it can be built upon, and the journal stays as it was', async () => {
  const { ledger, journal } = await openLedger();
  await ledger.execute(RUSSIA, 'Ann');
  const { head } = journal;
  const scratch = await Ledger.open({
    journal: scratchJournal(journal),
    vocabulary: ledger.vocabulary,
    clock: () => START,
  });
  expect((await scratch.execute(RUSSIA, 'Ann')).already).toBe(true);
  await scratch.execute(CHINA, 'Ann');
  const claim = { type: 'MakeClaim', subject: RUSSIA.id, predicate: 'supports', object: CHINA.id } as const;
  expect((await scratch.execute(claim, 'Ann')).events[0]?.seq).toBe(3);
  expect(scratch.graph.counts).toMatchObject({ entities: 2, claims: 1 });
  expect(journal.head).toEqual(head);
  expect(ledger.graph.counts).toMatchObject({ entities: 1, claims: 0 });
});
