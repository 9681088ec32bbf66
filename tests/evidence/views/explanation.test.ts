// Explanations in plain words, beyond one for each status (status.test.ts) and each rivalry (contradictions.test.ts).
import { expect, test } from 'vitest';
import { explainContradiction } from '../../../src/evidence/views/explanation.js';
import { Teller } from '../../fixtures/teller.js';
import { tinyWorld } from '../../fixtures/tiny-world.js';
import { Asking } from '../asking.js';

test('the worked examples are explained by who said so, and on whose word', () => {
  const { world, claims } = tinyWorld();
  const asking = new Asking(world);
  expect(asking.explained(claims.diversifies)).toBe(
    "Several chains: UPI, 2014-11-18 ← Lim Byung-chul, 2014-11-18; The Diplomat, 2014-11-18~ ← South Korea's government, 2014-11-18. All of them rest on South Korea's government.",
  );
  expect(asking.explained(claims.turnedBack)).toBe(
    'One chain: UPI, 2014-11-18 ← Yonhap, 2014-11-17 ← an unnamed party (“a diplomatic source in Moscow”).',
  );
});

function outlets(...lineages: ('OWN' | 'UNRECORDED')[]) {
  const teller = new Teller();
  for (const id of ['x', 'y']) teller.entity(id);
  const claim = teller.claim('x', 'met', 'y');
  lineages.forEach((lineage, at) => teller.says(teller.source(teller.entity(`p${at}`)), claim, { lineage }));
  return new Asking(teller).explained(claim);
}

test('that all chains are recorded to the end is not said where one of three is not', () => {
  expect(outlets('OWN', 'OWN', 'UNRECORDED')).toMatch(
    /^3 chains share no family, at least two of them recorded/,
  );
});

test('that chains rest on one is not said where they only share a family two by two', () => {
  const teller = new Teller();
  for (const id of ['x', 'y', 'a', 'b', 'c']) teller.entity(id);
  const claim = teller.claim('x', 'met', 'y');
  for (const [outlet, origin] of [
    ['a', 'b'],
    ['b', 'c'],
    ['c', 'a'],
  ] as const) {
    const relayed = teller.says(teller.source(origin, { held: false }), claim);
    teller.says(teller.source(outlet), claim, { relays: [relayed] });
  }
  expect(new Asking(teller).explained(claim)).toMatch(
    /^Several chains: .* No two of them are independent\.$/,
  );
});

test.each([
  { denier: 'b', words: '“X met y” (time unknown) is affirmed by a, denied by b.' },
  { denier: 'a', words: 'One family says both: “X met y” (time unknown) is affirmed by a, denied by a.' },
])('a denial by $denier is told by its origins', ({ denier, words }) => {
  const teller = new Teller();
  for (const id of ['x', 'y', 'a', 'b']) teller.entity(id);
  const claim = teller.claim('x', 'met', 'y');
  teller.says(teller.source('a'), claim);
  teller.denies(teller.source(denier), claim);
  const asking = new Asking(teller);
  const [found] = asking.viewed.contradictionsOf(asking.record(claim));
  expect(found && explainContradiction(asking.viewed, found)).toBe(words);
});
