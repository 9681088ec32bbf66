// What a claim rests on, in sentences.
import { expect, test } from 'vitest';
import type { ClaimSupportFragment } from '../../../../src/web/explorer/api/documents.js';
import { supportWords, type SentencePart } from '../../../../src/web/explorer/claim/support-words.js';
import { attested, chain, party, support, tie, unnamed } from './told-chains.js';

const wordsOf = (part: SentencePart): string => {
  if (typeof part === 'string') return part;
  return 'entity' in part ? `[${part.entity.label}]` : `[${part.claim.sentence}]`;
};

const said = (chains: ReturnType<typeof chain>[], changes: Partial<ClaimSupportFragment> = {}): string[] =>
  supportWords({ support: support(changes), chains, subject: party('North Korea') }).map(sentence =>
    sentence.map(wordsOf).join(''),
  );

test.each([
  ['an outlet alone', chain('UPI'), 'It rests on [UPI]’s own word alone.'],
  [
    'an outlet of unrecorded lineage',
    chain(attested('UPI', { lineage: 'UNRECORDED' })),
    'It rests on [UPI] alone, and nobody noted whose word that is.',
  ],
  [
    'an outlet and a speaker',
    chain('UPI', 'Lim?'),
    'It hangs on one chain: [UPI] has it from [Lim]. If one of them falls, so does the claim.',
  ],
  [
    'an outlet, an agency and an unnamed party',
    chain('UPI', 'Yonhap?', unnamed('x', 'a diplomat')),
    'It hangs on one chain: [UPI] has it from “a diplomat”, unnamed, through [Yonhap]. If one of them falls, so does the claim.',
  ],
])('a single chain is told from outlet to origin: %s', (_, only, words) => {
  expect(said([only])).toEqual([words]);
});

test('two outlets that rest on one family are told so, with what ties it', () => {
  const words = said([chain('UPI', 'Lim?'), chain('The Diplomat', 'Ministry?')], {
    independence: 'DEPENDENT',
    soleDependencies: [party('Ministry')],
    ties: [tie('Lim', 'Ministry', 'speaks for')],
  });
  expect(words).toEqual([
    'Two outlets report it, but both rest on the family of [Ministry]. If that family falls, so does the claim.',
    '[Lim] and [Ministry] count as one family: [Lim speaks for Ministry].',
  ]);
});

test('chains of one outlet run through it', () => {
  const chains = [chain('UPI', 'a?'), chain('UPI', 'b?')];
  const [first] = said(chains, { independence: 'DEPENDENT', soleDependencies: [party('UPI')] });
  expect(first).toBe(
    'Several chains lead to it, but all of them run through [UPI]. If that falls, so does the claim.',
  );
});

test.each<[string, Partial<ClaimSupportFragment>, string]>([
  [
    'no one dependency',
    { independence: 'DEPENDENT' },
    'Several chains lead to it, but any two of them share a family: they do not confirm one another.',
  ],
  [
    'established independence',
    { independence: 'ESTABLISHED', independent: 2 },
    'Two chains share no family, are recorded to the end, and name everyone along them.',
  ],
  [
    'established independence of two among more',
    { independence: 'ESTABLISHED', independent: 3 },
    'Three chains share no family, and at least two of them are recorded to the end and name everyone along them.',
  ],
  [
    'independence not established',
    { independence: 'NOT_ESTABLISHED', independent: 3, exact: false },
    'At least 3 chains share no family, but only by counting one whose lineage nobody noted or whose party is unnamed.',
  ],
])('many chains are told by their independence: %s', (_, changes, words) => {
  expect(said([chain('UPI'), chain('AP')], changes)[0]).toBe(words);
});

test.each<[string, Partial<ClaimSupportFragment>, string]>([
  ['a hedge', { certainty: 'PROBABLE' }, 'Nobody says it more firmly than as probable.'],
  ['no stand', { certainty: 'UNCOMMITTED' }, 'Nobody takes a stand on it.'],
  [
    'an origin of the family of its subject',
    { interested: true },
    'One of those who first said so belongs to [North Korea]’s own family: a party’s word about itself is no confirmation.',
  ],
  ['a ring', { circular: true }, 'Some only relay each other in a ring; they do not count.'],
  ['a bound', { exact: false }, 'There may be more independent chains: at least 1 were found.'],
  ['denials', { denials: 2 }, 'It is also denied: 2 attestations against it, see “Against it” below.'],
  [
    'days',
    { firstSaid: '2014-11-17~', lastSaid: '2014-11-18' },
    'First said about 17 Nov 2014, last 18 Nov 2014.',
  ],
  ['one day', { firstSaid: '2014-11-18', lastSaid: '2014-11-18' }, 'First said 18 Nov 2014.'],
])('what a reader must know beside it is added: %s', (_, changes, words) => {
  expect(said([chain('UPI')], changes)).toContain(words);
});

test('many ties are told in part, and the rest is counted', () => {
  const ties = ['a', 'b', 'c', 'd', 'e'].map(name => tie(name, 'Ministry'));
  const words = said([chain('UPI')], { ties });
  expect(words.filter(sentence => sentence.includes('judged to be the same'))).toHaveLength(3);
  expect(words).toContain('2 more ties not told here.');
});

test('a claim that nobody says rests on nothing', () => {
  expect(said([], { independence: 'NONE', certainty: null, independent: 0 })).toEqual([]);
});

test('what the answer leaves out is told in numbers', () => {
  const words = said([chain('UPI', 'Lim?'), chain('The Diplomat', 'Ministry?')], {
    independence: 'DEPENDENT',
    soleDependencies: [party('Ministry')],
    soleDependenciesCount: 21,
    ties: [{ ...tie('Lim', 'Ministry', 'speaks for'), becauseCount: 11 }],
    tiesCount: 130,
  });
  expect(words).toEqual([
    'Two outlets report it, but both rest on the family of [Ministry] and 20 more parties. If that family falls, so does the claim.',
    '[Lim] and [Ministry] count as one family: [Lim speaks for Ministry] and 10 more claims.',
    '129 more ties not told here.',
  ]);
});

test('of a chain too long to be told whole its length is said, and no origin', () => {
  const long = { ...chain('UPI', 'Yonhap'), attestationsCount: 70 };
  expect(said([long])).toEqual([
    'It hangs on one chain of 70 attestations, which begins with [UPI]. If one of them falls, so does the claim.',
  ]);
});
