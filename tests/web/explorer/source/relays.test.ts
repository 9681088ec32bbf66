import { describe, expect, test } from 'vitest';
import type { SourceLineFragment } from '../../../../src/web/explorer/api/documents.js';
import {
  countedSources,
  isCut,
  sharedOrigins,
  type Relaying,
} from '../../../../src/web/explorer/source/relays.js';
import { entityLine } from '../../../fixtures/weighed-claim.js';

/** `lim/remarks`: a source of a party; `/remarks`: of an unnamed one. */
function source(key: string): SourceLineFragment {
  const [party = ''] = key.split('/');
  return {
    id: key,
    kind: 'STATEMENT',
    title: null,
    url: null,
    publishedAt: null,
    held: false,
    party: party === '' ? null : entityLine(party),
    partyDescribedAs: party === '' ? 'a diplomat' : null,
  };
}

const relaying = (...keys: readonly string[]): Relaying => ({
  relays: keys.map(key => ({ source: source(key) })),
});

test('whom a source relays is counted, the most often first', () => {
  const sayings = [relaying('ap/wire'), relaying('lim/remarks'), relaying('lim/remarks', 'king/remarks'), {}];
  expect(countedSources(sayings, 'relays').map(({ source: { id }, count }) => [id, count])).toEqual([
    ['lim/remarks', 2],
    ['ap/wire', 1],
    ['king/remarks', 1],
  ]);
  expect(countedSources(sayings, 'relayedBy')).toEqual([]);
});

describe('whose word two sources share', () => {
  const namesOf = (a: Relaying[], b: Relaying[]) =>
    sharedOrigins(a, b).map(({ name, a: ofA, b: ofB }) => [name, ofA, ofB]);

  test('is that of one party, though in different sources of it', () => {
    expect(
      namesOf(
        [relaying('lim/remarks'), relaying('ap/wire')],
        [relaying('lim/press'), relaying('lim/remarks'), relaying('king/remarks')],
      ),
    ).toEqual([['lim', 1, 2]]);
  });

  test('is that of an unnamed party only in the same source of it', () => {
    expect(namesOf([relaying('/one')], [relaying('/other')])).toEqual([]);
    expect(namesOf([relaying('/one')], [relaying('/one')])).toEqual([['a diplomat', 1, 1]]);
  });
});

test('whether all were given that one passes on, or that pass it on, is known from their counts', () => {
  const some = relaying('ap/wire');
  expect(isCut([some, {}])).toBe(false);
  expect(isCut([{ ...some, relaysCount: 1 }])).toBe(false);
  expect(isCut([some, { ...some, relaysCount: 21 }])).toBe(true);
  expect(isCut([{ relayedBy: [], relayedByCount: 150 }])).toBe(true);
});
