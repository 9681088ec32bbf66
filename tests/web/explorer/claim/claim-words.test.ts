// Times, values and reasons of the claim panel in words.
import { expect, test } from 'vitest';
import { partyWords } from '../../../../src/web/explorer/words/source-words.js';
import {
  explainedWords,
  idleWords,
  trueWords,
  webAddress,
} from '../../../../src/web/explorer/claim/claim-words.js';
import { valueWords } from '../../../../src/web/explorer/words/value-words.js';
import { textLines } from '../../../../src/web/explorer/claim/chains/text-lines.js';

test.each([
  [null, 'time not known'],
  ['2014-11', 'true in Nov 2014'],
  ['2014', 'true in 2014'],
  ['2014-11-17', 'true on 17 Nov 2014'],
  ['2014-11-17~', 'true on about 17 Nov 2014'],
  ['2014-11-17/2014-11-24', 'true 17 Nov 2014 – 24 Nov 2014'],
  ['../2014-10', 'true until Oct 2014'],
  ['2014-11-17/..', 'true since 17 Nov 2014'],
])('a claim of valid time %s is %s', (validTime, words) => {
  expect(trueWords(validTime)).toBe(words);
});

test.each([
  ['DURATION', 'P7D', '7 days'],
  ['DURATION', 'P1Y2M', '1 year 2 months'],
  ['DURATION', 'PT90M', '90 minutes'],
  ['DURATION', 'soon', 'soon'],
  ['DATE', '2014-11-17', '17 Nov 2014'],
  ['SOME_VALUE', 'some value', 'something; it is not known what'],
  ['NO_VALUE', 'no value', 'nothing'],
  ['TEXT', 'P7D', 'P7D'],
] as const)('a value of kind %s, %s, is shown as %s', (kind, text, words) => {
  expect(valueWords({ kind, text })).toBe(words);
});

test('a source without a named party is told by its description', () => {
  expect(partyWords({ party: null, partyDescribedAs: 'a diplomat' })).toBe('a diplomat');
  expect(partyWords({ party: null, partyDescribedAs: null })).toBe('an unnamed party');
});

test('days of speakers and of claims are put into words, and nothing else of an explanation', () => {
  expect(
    explainedWords('Opposites at one time: “A warms to B” (2014-11) and “A cools” (time unknown).'),
  ).toBe('Opposites at one time: “A warms to B” (Nov 2014) and “A cools” (time unknown).');
  expect(explainedWords('One chain: UPI, 2014-11-18 ← Lim, 2014-11-17~. (“since 2014-10”)')).toBe(
    'One chain: UPI, 18 Nov 2014 ← Lim, about 17 Nov 2014. (“since 2014-10”)',
  );
});

const idle = (changes: Partial<Parameters<typeof idleWords>[0]>) =>
  idleWords({ carries: false, withdrawn: null, held: true, lineage: 'OWN', ...changes });

test('why something does not count is told by what it is', () => {
  const withdrawn = {
    reason: 'wrong',
    recorded: { at: '2026-01-01T00:00:00Z', by: 'me', way: 'API', seq: 1 },
  } as const;
  expect(idle({ carries: true })).toBeNull();
  expect(idle({ withdrawn })).toContain('withdrawn');
  expect(idle({ held: false })).toContain('nobody whose source is held');
  expect(idle({ lineage: 'RELAYED' })).toContain('nothing that it passes on');
  expect(idle({})).toBe('does not count in this view');
});

test.each([
  ['https://example.org/a', 'https://example.org/a'],
  ['javascript:alert(1)', null],
  [null, null],
])('a browser is sent from %s to %s', (url, address) => {
  expect(webAddress(url)).toBe(address);
});

test('text is broken at spaces, long words in pieces, and what does not fit ends in an ellipsis', () => {
  expect(textLines('Government of South Korea', 12, 3)).toEqual(['Government', 'of South', 'Korea']);
  expect(textLines('Aussenministerium', 6, 3)).toEqual(['Aussen', 'minist', 'erium']);
  expect(textLines('one two three four', 5, 2)).toEqual(['one', 'two…']);
});
