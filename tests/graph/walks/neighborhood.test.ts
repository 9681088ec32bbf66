// The neighbourhood of an entity, against a slow and obvious one, and at its limits.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { InvalidInput, NotFound } from '../../../src/domain/refusal.js';
import type { ClaimGraph } from '../../../src/graph/claim-graph.js';
import {
  neighborhood,
  type Neighborhood,
  type NeighborhoodQuery,
} from '../../../src/graph/walks/neighborhood.js';
import type { ClaimRecord } from '../../../src/graph/records/records.js';
import { WorkBudget } from '../../../src/graph/work/work-budget.js';
import { inTurns } from '../../fixtures/in-turns.js';
import { complete, drawClaim, drawGraph, entityOf, PREDICATES, type Drawn } from '../drawn-graph.js';

const ENTITIES = 7;
const everything = (): boolean => true;
const around = (graph: ClaimGraph, query: Partial<NeighborhoodQuery> = {}, budget?: WorkBudget) =>
  neighborhood(graph, { of: entityOf(0), hops: 1, limit: 100, accept: everything, ...query }, budget);
const idsOf = ({ claims }: Pick<Neighborhood, 'claims'>): readonly string[] =>
  claims.map(({ claim }) => claim.id);
const chain = (length: number): readonly Drawn[] =>
  Array.from({ length }, (_, from) => ({ from, to: from + 1 }));
const star = (claims: number): readonly Drawn[] =>
  Array.from({ length: claims }, (_, index) => ({ from: 0, to: index + 1 }));

/** Claims within reach, found by looking at all claims again and again until no distance changes. */
function obvious(
  graph: ClaimGraph,
  { of, hops, predicates, accept }: NeighborhoodQuery,
): readonly ClaimRecord[] {
  const usable = [...graph.claims()].filter(
    record => accept(record) && (predicates?.includes(record.claim.predicate) ?? true),
  );
  const distance = new Map([[of, 0]]);
  const far = (id: string | undefined): number => distance.get(id ?? '') ?? Infinity;
  const nearest = ({ claim }: ClaimRecord): number => Math.min(far(claim.subject), far(claim.object));
  for (let round = 0; round < ENTITIES; round += 1) {
    for (const record of usable) {
      for (const end of [record.claim.subject, record.claim.object ?? '']) {
        distance.set(end, Math.min(far(end), nearest(record) + 1));
      }
    }
  }
  return usable
    .filter(record => nearest(record) < hops)
    .sort((a, b) => nearest(a) - nearest(b) || a.recorded.seq - b.recorded.seq);
}

const anyNumber = fc.nat(ENTITIES - 1);
const anyClaims = fc.array(
  fc.record({ from: anyNumber, to: anyNumber, predicate: fc.constantFrom(...PREDICATES) }),
  { maxLength: 14 },
);
const anyQuery = fc.record({
  of: anyNumber.map(entityOf),
  hops: fc.integer({ min: 1, max: 5 }),
  limit: fc.integer({ min: 1, max: 15 }),
  predicates: fc.constantFrom(undefined, [], ['knows'], ['meets', 'knows']),
  refused: fc.uniqueArray(fc.nat(13)),
});

test('it is the beginning of what looking at all claims again and again finds, and says truly whether it was cut', () =>
  fc.assert(
    fc.asyncProperty(anyClaims, anyQuery, async (claims, { refused, ...asked }) => {
      const graph = drawGraph(ENTITIES, claims);
      const unwanted = new Set(refused.map(index => `claim:${index}`));
      const query = { ...asked, accept: ({ claim }: ClaimRecord) => !unwanted.has(claim.id) };
      const all = obvious(graph, query);
      const found = await neighborhood(graph, query);
      expect(idsOf(found)).toEqual(idsOf({ claims: all }).slice(0, query.limit));
      expect(found.truncated).toBe(all.length > query.limit);
      expect(found.reason === null).toBe(!found.truncated);
      const ends = found.claims.flatMap(({ claim }) => [claim.subject, claim.object]);
      expect(found.entities[0]).toBe(query.of);
      expect(new Set(found.entities)).toEqual(new Set([query.of, ...ends]));
      expect(found.entities.length).toBeLessThanOrEqual(found.claims.length + 1);
    }),
    { numRuns: 400 },
  ));

test('claims are followed against their direction too', async () => {
  const graph = drawGraph(3, [
    { from: 1, to: 0 },
    { from: 2, to: 1 },
  ]);
  expect((await around(graph, { hops: 2 })).entities).toEqual([0, 1, 2].map(entityOf));
});

test('an entity without claims is its own neighbourhood', async () => {
  const alone = { entities: [entityOf(0)], claims: [], truncated: false, reason: null, explored: 0 };
  expect(await around(drawGraph(1, []))).toEqual(alone);
});

test.each([
  { limit: 2, hops: 2, reason: 'stopped at the limit of 2 claims: ask for a higher limit or fewer hops' },
  { limit: 2, hops: 1, reason: 'stopped at the limit of 2 claims: ask for a higher limit' },
  { limit: 1000, hops: 2, reason: 'stopped at the limit of 1,000 claims: ask for fewer hops' },
  { limit: 1000, hops: 1, reason: 'stopped at the limit of 1,000 claims: ask for certain predicates only' },
])(
  'a cut at the limit of $limit within $hops hops says what to ask instead',
  async ({ reason, ...query }) => {
    expect(await around(drawGraph(1102, star(1101)), query)).toMatchObject({ truncated: true, reason });
  },
);

test('a view is asked no more often than the limit needs, also at a hub', async () => {
  let asked = 0;
  const accept = (): boolean => (asked += 1) > 0;
  await around(drawGraph(1001, star(1000)), { limit: 10, accept });
  expect(asked).toBe(11);
});

test('what a spent budget left is returned and marked', async () => {
  const found = await around(drawGraph(10, chain(9)), { hops: 5 }, new WorkBudget(5));
  expect(idsOf(found)).toEqual(['claim:0', 'claim:1', 'claim:2']);
  expect(found).toMatchObject({ truncated: true, explored: 5 });
  expect(found.reason).toMatch(/^stopped after 5 steps: ask for /);
});

test('a budget that just suffices cuts nothing', async () => {
  const found = await around(drawGraph(4, chain(3)), { hops: 3 }, new WorkBudget(5));
  expect(found).toMatchObject({ truncated: false, reason: null, explored: 5 });
});

test('in a complete graph of 200 entities three hops are cut, within the budget, while others have their turn', async () => {
  const graph = drawGraph(200, complete(200));
  let turns = 0;
  let walking = true;
  const count = (): void => {
    turns += 1;
    if (walking) setImmediate(count);
  };
  setImmediate(count);
  const found = await around(graph, { hops: 3, limit: 1000 }, inTurns());
  walking = false;
  expect(found).toMatchObject({ truncated: true, claims: { length: 1000 } });
  expect(found.explored).toBeLessThanOrEqual(200 * 199);
  expect(turns).toBeGreaterThanOrEqual(Math.floor(found.explored / 1024));
});

test('claims recorded while a walk rests are not seen by it', async () => {
  const graph = drawGraph(5002, star(5000));
  const walk = around(graph, { limit: 1000, accept: ({ claim }) => claim.object === entityOf(5001) });
  drawClaim(graph, { from: 0, to: 5001 }, 5000);
  expect((await walk).claims).toEqual([]);
});

test.each<[Partial<NeighborhoodQuery>, string]>([
  [{ hops: 0 }, 'hops'],
  [{ hops: 6 }, 'hops'],
  [{ hops: 1.5 }, 'hops'],
  [{ limit: 0 }, 'limit'],
  [{ limit: 1001 }, 'limit'],
  [{ limit: NaN }, 'limit'],
  [{ predicates: ['eats'] }, 'predicates'],
])('%o is refused', async (query, field) => {
  const refusal = await around(drawGraph(1, []), query).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(InvalidInput);
  expect(refusal).toMatchObject({ place: { field: [field] } });
});

test('an unknown entity is not found', async () => {
  await expect(around(drawGraph(1, []), { of: 'entity:none' })).rejects.toBeInstanceOf(NotFound);
});
