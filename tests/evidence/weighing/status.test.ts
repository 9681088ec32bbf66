// Each status with its explanation, in the order in which they count.
import { expect, test } from 'vitest';
import { Teller } from '../../fixtures/teller.js';
import { Asking } from '../asking.js';

function world() {
  const teller = new Teller();
  for (const id of ['north', 'a', 'b', 'c']) teller.entity(id, 'ORGANIZATION', id.toUpperCase());
  teller.entity('p', 'PLACE', 'Pyongyang');
  teller.entity('s', 'PLACE', 'Sinuiju');
  const claim = teller.claim('north', 'capital', 'p', { validTime: '2014' });
  const rival = teller.claim('north', 'capital', 's', { validTime: '2014' });
  const by = (party: string | null, more = {}) =>
    teller.source(party, { publishedAt: '2014-11-18', ...more });
  return { teller, claim, rival, by };
}
type World = ReturnType<typeof world>;

const CASES: { status: string; when: string; tell: (world: World) => void; words: RegExp }[] = [
  {
    status: 'WITHDRAWN',
    when: 'the claim was, whatever supports it',
    tell: ({ teller, claim, rival, by }) => {
      teller.says(by('a'), claim);
      teller.supersedes(claim, rival);
      teller.withdrawsClaim(claim);
    },
    words: /^Withdrawn here by Tess on 2026-01-01: mistaken$/,
  },
  {
    status: 'SUPERSEDED',
    when: 'another claim took its place',
    tell: ({ teller, claim, rival }) => teller.supersedes(claim, rival),
    words: /“NORTH has as capital Sinuiju”: put better$/,
  },
  { status: 'UNSUPPORTED', when: 'nobody said so', tell: () => {}, words: /^Nobody is recorded/ },
  {
    status: 'UNSUPPORTED',
    when: 'whoever said so is withdrawn',
    tell: ({ teller, claim, by }) => teller.withdraws(teller.says(by('a'), claim)),
    words: /^1 attestation recorded, 1 withdrawn/,
  },
  {
    status: 'UNSUPPORTED',
    when: 'nobody passes on what was reported',
    tell: ({ teller, claim, by }) => teller.says(by('a', { held: false }), claim),
    words: /none on a chain/,
  },
  {
    status: 'UNSUPPORTED',
    when: 'some only relay each other',
    tell: ({ teller, claim, by }) => {
      const one = teller.says(by('a'), claim);
      teller.notes(one, 'RELAYED', [teller.says(by('b'), claim, { relays: [one] })]);
    },
    words: /only relay each other in a ring/,
  },
  {
    status: 'DENIED',
    when: 'it has denying chains only',
    tell: ({ teller, claim, by }) => teller.denies(by('b'), claim),
    words: /^Only denied: B, 2014-11-18\.$/,
  },
  {
    status: 'DISPUTED',
    when: 'it is affirmed and denied',
    tell: ({ teller, claim, by }) => {
      teller.says(by('a'), claim);
      teller.denies(by(null, { partyDescribedAs: 'a diplomat' }), claim);
    },
    words: /^Affirmed: A, 2014-11-18\. Denied: an unnamed party \(“a diplomat”\), 2014-11-18\.$/,
  },
  {
    status: 'DISPUTED',
    when: 'a rival in its slot is affirmed',
    tell: ({ teller, claim, rival, by }) => {
      teller.says(by('a'), claim);
      teller.says(by('b'), rival, { certainty: 'UNCOMMITTED' });
    },
    words: /Cannot hold at one time with “NORTH has as capital Sinuiju”\.$/,
  },
  {
    status: 'SPECULATIVE',
    when: 'nobody says so firmly',
    tell: ({ teller, claim, by }) => {
      teller.says(by('a'), claim, { certainty: 'POSSIBLE', wording: 'appears to' });
      teller.says(by('b'), claim, { certainty: 'UNCOMMITTED' });
    },
    words: /^Nobody says so firmly: A, 2014-11-18 \(possible, “appears to”\)\.$/,
  },
  {
    status: 'CORROBORATED',
    when: 'two say so on their own word',
    tell: ({ teller, claim, by }) => {
      teller.says(by('a'), claim);
      teller.says(by('b'), claim);
    },
    words: /^2 chains share no family.* A, 2014-11-18; B, 2014-11-18\.$/,
  },
  {
    status: 'SUPPORTED',
    when: 'one says so',
    tell: ({ teller, claim, by }) => {
      const relayed = teller.says(by('b', { held: false }), claim, { certainty: 'PROBABLE' });
      teller.says(by('a'), claim, { relays: [relayed] });
    },
    words: /^One chain: A, 2014-11-18 ← B, 2014-11-18\. No firmer than probable\.$/,
  },
  {
    status: 'SUPPORTED',
    when: 'the second is of unrecorded lineage',
    tell: ({ teller, claim, by }) => {
      teller.says(by('a'), claim);
      teller.says(by('b'), claim, { lineage: 'UNRECORDED' });
    },
    words: /^2 chains share no family, but only by counting one/,
  },
  {
    status: 'SUPPORTED',
    when: 'several rest on one',
    tell: ({ teller, claim, by }) => {
      const relayed = teller.says(by('c', { held: false }), claim);
      for (const party of ['a', 'b']) teller.says(by(party), claim, { relays: [relayed] });
    },
    words: /^Several chains: A, .* ← C, .*; B, .*\. All of them rest on C\.$/,
  },
];

test.each(CASES)('a claim is $status where $when, and is told why', ({ status, tell, words }) => {
  const told = world();
  tell(told);
  const asking = new Asking(told.teller);
  expect(asking.status(told.claim)).toBe(status);
  expect(asking.explained(told.claim)).toMatch(words);
});

test('a rival that nobody affirms, or that was withdrawn or superseded, disputes nothing', () => {
  const { teller, claim, rival, by } = world();
  teller.says(by('a'), claim);
  expect(new Asking(teller).status(claim)).toBe('SUPPORTED');
  teller.says(by('b'), rival);
  expect(new Asking(teller).status(claim)).toBe('DISPUTED');
  teller.supersedes(rival, claim);
  expect(new Asking(teller).status(claim)).toBe('SUPPORTED');
});

test('a rival of unknown time disputes nothing, though the contradiction is shown', () => {
  const { teller, claim, by } = world();
  const undated = teller.claim('north', 'capital', 's');
  teller.says(by('a'), claim);
  teller.says(by('b'), undated);
  const asking = new Asking(teller);
  expect(asking.contradictions(claim, [claim, undated])).toEqual(['UNDATED 0 1']);
  expect(asking.status(claim)).toBe('SUPPORTED');
  expect(asking.status(undated)).toBe('SUPPORTED');
});
