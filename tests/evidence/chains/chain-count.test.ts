// How many chains there are: as many as are listed, and counted where no list could hold them.
import { expect, test } from 'vitest';
import { countChains, MOST_CHAINS, MOST_IN_RINGS } from '../../../src/evidence/chains/chain-count.js';
import type { Chains } from '../../../src/evidence/chains/chains.js';
import { Random } from '../../../scripts/fuzz/random.js';
import { Teller } from '../../fixtures/teller.js';
import { Asking } from '../asking.js';

function world() {
  const teller = new Teller();
  for (const id of ['x', 'y', 'party']) teller.entity(id);
  const claim = teller.claim('x', 'met', 'y');
  const says = (relays: readonly string[], held = true): string =>
    teller.says(teller.source('party', { held }), claim, relays.length > 0 ? { relays: [...relays] } : {});
  const chains = (): Chains => new Asking(teller).viewed.evidence.chainsOf(claim, 'AFFIRMS');
  return { teller, says, chains };
}

/** Floors of `width` attestations, each of which passes on all of the floor below. */
function tower(floors: number, width: number) {
  const { says, chains } = world();
  let below: string[] = [];
  for (let floor = 0; floor < floors; floor += 1)
    below = Array.from({ length: width }, () => says(below, floor === floors - 1));
  return chains();
}

test('where nobody says so there is none', () => {
  expect(countChains(world().chains())).toBe(0);
});

test('ways that part and meet again are counted, each by itself', () => {
  expect(countChains(tower(5, 3))).toBe(3 ** 5);
  expect(countChains(tower(5, 3))).toBe(tower(5, 3).list(1000).length);
});

test('more than a whole number of the API can tell are that many', () => {
  expect(countChains(tower(40, 3))).toBe(MOST_CHAINS);
});

test('a chain of thousands is counted', () => {
  const { says, chains } = world();
  let last = says([], false);
  for (let length = 0; length < 3000; length += 1) last = says([last], length === 2999);
  expect(countChains(chains())).toBe(1);
});

test('from one attestation only those that begin there are counted', () => {
  const { says, chains } = world();
  const wires = [says([], false), says([], false)];
  const outlet = says(wires);
  says([outlet]);
  const found = chains();
  const node = found.find(outlet);
  expect(countChains(found)).toBe(4);
  expect(countChains(found, node ? [node] : [])).toBe(2);
});

test('in a ring as many are counted as can be listed', () => {
  const { teller, says, chains } = world();
  const origin = says([], false);
  const one = says([origin]);
  const other = says([one, origin]);
  teller.notes(one, 'RELAYED', [other, origin]);
  const ring = chains();
  expect(ring.circular).toBe(true);
  expect(countChains(ring)).toBe(ring.list(MOST_IN_RINGS).length);
  expect(countChains(ring)).toBe(4);
});

test.each([1, 2, 3, 4, 5, 6])('a count is the length of the list, in random worlds, seed %i', seed => {
  const random = new Random(seed);
  const { says, chains } = world();
  const all: string[] = [];
  for (let count = 0; count < 12; count += 1) {
    const relays = all.filter(() => random.below(3) === 0);
    all.push(says(relays, random.below(2) === 0));
  }
  const found = chains();
  expect(countChains(found)).toBe(found.list(10_000).length);
});
