// Laws of number: a thousand reprints are one, a thousand outlets a thousand, and a tangle never invents independence.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Lineage } from '../../src/domain/attestation.js';
import { independentChains } from '../../src/evidence/families/independence.js';
import { ViewedGraph } from '../../src/evidence/viewed-graph.js';
import type { Support } from '../../src/evidence/weighing/support.js';
import { ClaimGraph } from '../../src/graph/claim-graph.js';
import { atOnce } from '../../src/graph/work/resumable.js';
import { Teller } from '../fixtures/teller.js';

const MANY = 1000;

/** A graph that counts how often the rules ask it something. */
class CountingGraph extends ClaimGraph {
  asked = 0;
  override findEntity(id: string) {
    this.asked += 1;
    return super.findEntity(id);
  }
  override findSource(id: string) {
    this.asked += 1;
    return super.findSource(id);
  }
  override findAttestation(id: string) {
    this.asked += 1;
    return super.findAttestation(id);
  }
  override attestationsOf(claim: string) {
    this.asked += 1;
    return super.attestationsOf(claim);
  }
  override tiesOf(id: string) {
    this.asked += 1;
    return super.tiesOf(id);
  }
}

/** A claim that many outlets say; `say` tells how each does. */
function outlets(
  say: (teller: Teller, source: string, claim: string) => void,
  tell = (_: Teller, _claim: string) => {},
) {
  const teller = new Teller();
  teller.entity('x');
  teller.entity('y');
  const claim = teller.claim('x', 'met', 'y');
  tell(teller, claim);
  for (let i = 0; i < MANY; i += 1) say(teller, teller.source(teller.entity(`outlet ${i}`)), claim);
  const graph = new CountingGraph(teller.vocabulary);
  for (const event of teller.events) graph.apply(event);
  const record = graph.findClaim(claim);
  if (!record) throw new Error('the world has no claim');
  graph.asked = 0;
  const support: Support = new ViewedGraph(graph).supportOf(record);
  return { support, asked: graph.asked };
}

const STEPS_AN_OUTLET = 10;

test.each([
  { wire: 'held', held: true, lineage: 'OWN' },
  { wire: 'held, of unrecorded lineage', held: true, lineage: 'UNRECORDED' },
  { wire: 'only reported', held: false, lineage: 'OWN' },
  { wire: 'only reported, of unrecorded lineage', held: false, lineage: 'UNRECORDED' },
] satisfies { wire: string; held: boolean; lineage: Lineage }[])(
  'a thousand reprints of one wire story that is $wire are one, exactly, in few steps',
  ({ held, lineage }) => {
    let wire = '';
    const { support, asked } = outlets(
      (teller, source, claim) => teller.says(source, claim, { relays: [wire] }),
      (teller, claim) => {
        wire = teller.says(teller.source(teller.entity('agency'), { held }), claim, { lineage });
      },
    );
    expect(support).toMatchObject({
      sources: MANY + 1,
      origins: 1,
      independent: 1,
      exact: true,
      independence: 'DEPENDENT',
      soleDependencies: ['agency'],
    });
    expect(asked).toBeLessThan(STEPS_AN_OUTLET * MANY);
  },
);

test('a thousand reprints of which nobody noted that they are reprints establish nothing', () => {
  const { support } = outlets((teller, source, claim) =>
    teller.says(source, claim, { lineage: 'UNRECORDED' }),
  );
  expect(support).toMatchObject({ independent: MANY, exact: true, independence: 'NOT_ESTABLISHED' });
});

test('a thousand reprints of unnamed outlets establish nothing', () => {
  const { support } = outlets((teller, _, claim) => teller.says(teller.source(null), claim));
  expect(support).toMatchObject({ independent: MANY, exact: true, independence: 'NOT_ESTABLISHED' });
});

test('a thousand reprints of two wires are two', () => {
  const wires: string[] = [];
  let turn = 0;
  const { support } = outlets(
    (teller, source, claim) => teller.says(source, claim, { relays: [wires[(turn += 1) % 2] ?? ''] }),
    (teller, claim) => {
      for (const id of ['one', 'two']) wires.push(teller.says(teller.source(teller.entity(id)), claim));
    },
  );
  expect(support).toMatchObject({ origins: 2, independent: 2, exact: true, independence: 'ESTABLISHED' });
});

test('a thousand independent outlets are a thousand, exactly, in few steps', () => {
  const { support, asked } = outlets((teller, source, claim) => teller.says(source, claim));
  expect(support).toMatchObject({
    parties: MANY,
    origins: MANY,
    independent: MANY,
    exact: true,
    independence: 'ESTABLISHED',
    soleDependencies: [],
  });
  expect(asked).toBeLessThan(STEPS_AN_OUTLET * MANY);
});

/** Layers of relays, each node on three of the layer below; families drawn from a few, so that no count is plain to see. */
function tangle(width: number, depth: number, families: number, chance: () => number) {
  const size = width * depth;
  const below = (node: number): number => Math.floor(node / width) * width - width;
  const next = Array.from({ length: size }, (_, node) =>
    node < width ? [] : [...new Set([0, 0, 0].map(() => below(node) + (chance() % width)))],
  );
  return {
    family: Array.from({ length: size }, (_, node) => (node < width ? node : width + (chance() % families))),
    next,
    starts: Array.from({ length: width }, (_, node) => size - width + node),
    isOrigin: next.map((_, node) => node < width),
  };
}

function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647);
}

/** All chains tried against each other, one after another. */
function mostByTrying({ family, next, starts, isOrigin }: ReturnType<typeof tangle>): number {
  const sets: number[][] = [];
  const go = (node: number, path: readonly number[]): void => {
    const taken = [...path, family[node] ?? -1];
    if (isOrigin[node]) sets.push(taken);
    for (const follower of next[node] ?? []) go(follower, taken);
  };
  for (const start of starts) go(start, []);
  const best = (from: number, taken: readonly number[]): number => {
    const set = sets[from];
    if (!set) return 0;
    const without = best(from + 1, taken);
    if (set.some(one => taken.includes(one))) return without;
    return Math.max(without, 1 + best(from + 1, [...taken, ...set]));
  };
  return best(0, []);
}

test('a tangle beyond the budget is answered by a lower bound that says so', () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const width = 14;
    const graph = tangle(width, 14, 120, chanceFrom(seed));
    const { count, exact } = atOnce(independentChains(graph));
    expect(exact).toBe(false);
    expect(count).toBeGreaterThanOrEqual(1);
    expect(count).toBeLessThanOrEqual(width);
  }
});

test('in a small tangle the count is exact', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 30 }), fc.integer({ min: 2, max: 9 }), (seed, families) => {
      const graph = tangle(4, 3, families, chanceFrom(seed));
      expect(atOnce(independentChains(graph))).toEqual({ count: mostByTrying(graph), exact: true });
    }),
    { numRuns: 150 },
  );
});
