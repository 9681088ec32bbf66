// Support: the worked examples of the two articles, and each of its fields.
import { expect, test } from 'vitest';
import type { View } from '../../../src/domain/view.js';
import { Teller } from '../../fixtures/teller.js';
import { tinyWorld, type TinyWorld } from '../../fixtures/tiny-world.js';
import { Asking, idsOf } from '../asking.js';

function outlets(...parties: string[]) {
  const teller = new Teller();
  for (const id of ['x', 'y', ...parties]) teller.entity(id);
  return { teller, claim: teller.claim('x', 'met', 'y') };
}

test.each<{ claim: keyof TinyWorld['claims']; origins: number; independent: number; independence: string }>([
  { claim: 'diversifies', origins: 1, independent: 1, independence: 'DEPENDENT' },
  { claim: 'covers', origins: 1, independent: 1, independence: 'DEPENDENT' },
  { claim: 'envoy', origins: 2, independent: 2, independence: 'ESTABLISHED' },
  { claim: 'turnedBack', origins: 1, independent: 1, independence: 'SINGLE' },
  { claim: 'choeSecond', origins: 1, independent: 1, independence: 'SINGLE' },
  { claim: 'left', origins: 1, independent: 1, independence: 'SINGLE' },
])('"$claim" has $origins origins and is $independence', ({ claim, ...expected }) => {
  const { world, claims } = tinyWorld();
  expect(new Asking(world).support(claims[claim])).toMatchObject({ ...expected, exact: true });
});

test('two outlets on the word of a spokesman and his government rest on that government, and the ties say why', () => {
  const { world, entities, claims } = tinyWorld();
  const { ties, ...support } = new Asking(world).support(claims.diversifies);
  expect(support).toMatchObject({ attestations: 4, sources: 4, parties: 4, origins: 1, independent: 1 });
  expect(support.soleDependencies).toEqual([entities.seoul]);
  expect(ties).toHaveLength(1);
  expect([ties[0]?.a, ties[0]?.b].sort()).toEqual([entities.lim, entities.seoul]);
  expect(idsOf(ties[0]?.because ?? []).sort()).toEqual([claims.spokesman, claims.ministryOfSeoul].sort());
});

test('without the claims that tie them the same two chains are independent', () => {
  const { world, claims } = tinyWorld();
  world.withdrawsClaim(claims.ministryOfSeoul);
  expect(new Asking(world).support(claims.diversifies)).toMatchObject({
    origins: 2,
    independent: 2,
    independence: 'ESTABLISHED',
    soleDependencies: [],
    ties: [],
  });
});

test('every family that all chains run through is named; an unnamed one cannot be', () => {
  const { world, entities, claims } = tinyWorld();
  expect([...new Asking(world).support(claims.turnedBack).soleDependencies].sort()).toEqual([
    entities.upi,
    entities.yonhap,
  ]);
});

test.each<{ how: string; sources: (string | null)[]; unrecorded: boolean[]; independence: string }>([
  {
    how: 'own words of named parties',
    sources: ['a', 'b'],
    unrecorded: [false, false],
    independence: 'ESTABLISHED',
  },
  {
    how: 'one of unrecorded lineage',
    sources: ['a', 'b'],
    unrecorded: [false, true],
    independence: 'NOT_ESTABLISHED',
  },
  {
    how: 'one of an unnamed party',
    sources: ['a', null],
    unrecorded: [false, false],
    independence: 'NOT_ESTABLISHED',
  },
  {
    how: 'two of unnamed parties',
    sources: [null, null],
    unrecorded: [false, false],
    independence: 'NOT_ESTABLISHED',
  },
  {
    how: 'two besides one unrecorded',
    sources: ['a', 'b', 'c'],
    unrecorded: [false, false, true],
    independence: 'ESTABLISHED',
  },
  { how: 'the same party twice', sources: ['a', 'a'], unrecorded: [false, false], independence: 'DEPENDENT' },
  { how: 'one alone', sources: ['a'], unrecorded: [false], independence: 'SINGLE' },
  { how: 'nobody', sources: [], unrecorded: [], independence: 'NONE' },
])('independence of $how is $independence', ({ sources, unrecorded, independence }) => {
  const { teller, claim } = outlets('a', 'b', 'c');
  sources.forEach((party, at) =>
    teller.says(teller.source(party), claim, { lineage: unrecorded[at] ? 'UNRECORDED' : 'OWN' }),
  );
  const support = new Asking(teller).support(claim);
  expect(support.independence).toBe(independence);
  expect(support.independent).toBe(new Set(sources.map((party, at) => party ?? at)).size);
});

test('an unnamed party in the middle of a chain keeps independence from being established', () => {
  const { teller, claim } = outlets('a', 'b', 'c');
  const origin = teller.says(teller.source('a', { held: false }), claim);
  const unnamed = teller.says(teller.source(null, { held: false }), claim, { relays: [origin] });
  teller.says(teller.source('b'), claim, { relays: [unnamed] });
  teller.says(teller.source('c'), claim);
  expect(new Asking(teller).support(claim)).toMatchObject({
    independent: 2,
    independence: 'NOT_ESTABLISHED',
  });
});

test('two reports through one outlet are dependent, however many origins they have', () => {
  const { teller, claim } = outlets('a', 'b', 'outlet');
  const relays = ['a', 'b'].map(party => teller.says(teller.source(party, { held: false }), claim));
  teller.says(teller.source('outlet'), claim, { relays });
  expect(new Asking(teller).support(claim)).toMatchObject({
    origins: 2,
    independent: 1,
    independence: 'DEPENDENT',
    soleDependencies: ['outlet'],
  });
});

test('three chains of which each two share a family rest on none alone', () => {
  const { teller, claim } = outlets('a', 'b', 'c');
  const reported = Object.fromEntries(
    ['a', 'b', 'c'].map(party => [party, teller.says(teller.source(party, { held: false }), claim)]),
  );
  for (const [outlet, origin] of [
    ['a', 'b'],
    ['b', 'c'],
    ['c', 'a'],
  ] as const) {
    teller.says(teller.source(outlet), claim, { relays: [reported[origin] ?? ''] });
  }
  expect(new Asking(teller).support(claim)).toMatchObject({
    origins: 3,
    independent: 1,
    exact: true,
    independence: 'DEPENDENT',
    soleDependencies: [],
  });
});

test.each([
  { subject: 'the party itself', party: 'x', interested: true },
  { subject: 'one it is part of', party: 'ministry', interested: true },
  { subject: 'a stranger', party: 'a', interested: false },
])('a claim is interested: $interested, where its origin is $subject', ({ party, interested }) => {
  const { teller, claim } = outlets('a', 'ministry');
  teller.says(teller.source('a'), teller.claim('x', 'speaks_for', 'ministry'));
  teller.says(teller.source(party), claim);
  expect(new Asking(teller).support(claim).interested).toBe(interested);
});

test('passing on the word of the subject is interested, passing it on to the subject is not', () => {
  const { teller, claim } = outlets('a');
  const own = teller.says(teller.source('a', { held: false }), claim);
  teller.says(teller.source('x'), claim, { relays: [own] });
  expect(new Asking(teller).support(claim).interested).toBe(false);
});

test('the denial has a support of its own, and is counted in that of the claim', () => {
  const { teller, claim } = outlets('a', 'b', 'c');
  teller.says(teller.source('a'), claim);
  teller.denies(teller.source('b'), claim, { certainty: 'PROBABLE' });
  teller.denies(teller.source('c'), claim);
  const asking = new Asking(teller);
  expect(asking.support(claim)).toMatchObject({ attestations: 1, denials: 2, independence: 'SINGLE' });
  expect(asking.support(claim, 'DENIES')).toMatchObject({
    attestations: 2,
    denials: 2,
    independent: 2,
    independence: 'ESTABLISHED',
    certainty: 'CERTAIN',
  });
});

test.each<{ view: View; first: string | null; last: string | null }>([
  { view: {}, first: '2014-11-17', last: '2014-11-20' },
  { view: { publishedBy: '2014-11-18' }, first: '2014-11-17', last: '2014-11-18' },
  { view: { publishedBy: '2014-11-16' }, first: null, last: null },
])('first and last said of what a view $view shows are $first and $last', ({ view, first, last }) => {
  const { teller, claim } = outlets('a', 'b', 'c', 'd');
  for (const [party, publishedAt] of [
    ['b', '2014-11-18'],
    ['a', '2014-11-17'],
    ['c', '2014-11-20'],
  ] as const) {
    teller.says(teller.source(party, { publishedAt }), claim);
  }
  teller.says(teller.source('d'), claim);
  expect(new Asking(teller, view).support(claim)).toMatchObject({ firstSaid: first, lastSaid: last });
});
