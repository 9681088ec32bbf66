import { describe, expect, test } from 'vitest';
import type { SupportCountsFragment } from '../../../../src/web/explorer/api/documents.js';
import {
  changesOf,
  effectSentence,
  independenceWords,
} from '../../../../src/web/explorer/attach/effect-words.js';

const support = (change: Partial<SupportCountsFragment>): SupportCountsFragment => ({
  independent: 1,
  exact: true,
  independence: 'SINGLE',
  origins: 1,
  sources: 1,
  denials: 0,
  certainty: 'CERTAIN',
  soleDependencies: [],
  ...change,
});

test('denials are a figure only where there are any', () => {
  const names = (denials: number): string[] =>
    changesOf(support({}), support({ denials })).map(({ what }) => what);
  expect(names(0)).not.toContain('Denials');
  expect(names(1)).toContain('Denials');
});

test('a count that is only a lower bound says so', () => {
  expect(changesOf(support({}), support({ independent: 7, exact: false }))[0]).toEqual({
    what: 'Independent chains',
    before: '1',
    after: 'at least 7',
  });
});

test.each([
  ['SUPPORTED', 'CORROBORATED', 'Independent chains 1 → 2, now corroborated.'],
  ['SUPPORTED', 'SUPPORTED', 'Independent chains 1 → 2, still supported.'],
] as const)('the effect from %s to %s is one sentence', (before, after, sentence) => {
  expect(effectSentence(support({}), support({ independent: 2 }), { before, after })).toBe(sentence);
});

describe('why more sources are not more chains', () => {
  const lim = { id: 'entity:lim', kind: 'PERSON', label: 'Lim' } as const;
  test.each<[string, Partial<SupportCountsFragment>, RegExp | null]>([
    ['they share a party', { sources: 2, independence: 'DEPENDENT', soleDependencies: [lim] }, /through Lim/],
    ['they are more chains', { sources: 2, independent: 2, independence: 'ESTABLISHED' }, null],
    [
      'lineage is not recorded',
      { sources: 2, independent: 2, independence: 'NOT_ESTABLISHED' },
      /not established/,
    ],
    ['there is no further source', {}, null],
  ])('%s', (_, change, words) => {
    const said = independenceWords(support({}), support(change));
    if (words === null) expect(said).toBeNull();
    else expect(said).toMatch(words);
  });
});
