// Shortest paths, against an enumeration of all simple paths, and at their limits.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { InvalidInput, NotFound } from '../../../src/domain/refusal.js';
import type { ClaimGraph } from '../../../src/graph/claim-graph.js';
import { findPaths, type PathQuery, type PathsFound } from '../../../src/graph/walks/paths.js';
import type { ClaimRecord } from '../../../src/graph/records/records.js';
import { WorkBudget } from '../../../src/graph/work/work-budget.js';
import { inTurns } from '../../fixtures/in-turns.js';
import {
  complete,
  drawClaim,
  drawEntity,
  drawGraph,
  entityOf,
  PREDICATES,
  type Drawn,
} from '../drawn-graph.js';

const ENTITIES = 7;
const DEFAULTS = { from: entityOf(0), to: entityOf(1), maxHops: 4, limit: 3, avoidHubs: true };
const between = (graph: ClaimGraph, query: Partial<PathQuery> = {}, budget?: WorkBudget) =>
  findPaths(graph, { ...DEFAULTS, accept: () => true, ...query }, budget);
const idsOf = ({ paths }: PathsFound): readonly (readonly string[])[] =>
  paths.map(({ hops }) => hops.map(({ claim }) => claim.claim.id));

/** All simple paths, by trying every claim at every step; shortest first, then by the age of their claims. */
function obvious(graph: ClaimGraph, query: PathQuery): readonly (readonly ClaimRecord[])[] {
  const { from, to, maxHops, predicates, avoidHubs, hubDegree = 100, accept } = query;
  const usable = [...graph.claims()].filter(
    record => accept(record) && (predicates?.includes(record.claim.predicate) ?? true),
  );
  const found: (readonly ClaimRecord[])[] = [];
  const go = (at: string, path: readonly ClaimRecord[], passed: readonly string[]): void => {
    if (at === to) found.push(path);
    else if (path.length < maxHops && !(avoidHubs && at !== from && graph.degreeOf(at) > hubDegree)) {
      for (const record of usable) {
        const { subject, object = '' } = record.claim;
        const next = subject === at ? object : object === at ? subject : at;
        if (next !== at && !passed.includes(next)) go(next, [...path, record], [...passed, next]);
      }
    }
  };
  go(from, [], [from]);
  const byAge = (a: readonly ClaimRecord[], b: readonly ClaimRecord[]): number =>
    a
      .map((record, i) => record.recorded.seq - (b[i]?.recorded.seq ?? 0))
      .find(difference => difference !== 0) ?? 0;
  return found.sort((a, b) => a.length - b.length || byAge(a, b));
}

const anyNumber = fc.nat(ENTITIES - 1);
const anyClaims = fc.array(
  fc.record({ from: anyNumber, to: anyNumber, predicate: fc.constantFrom(...PREDICATES) }),
  { minLength: 4, maxLength: 16 },
);
const anyQuery = fc.record({
  maxHops: fc.integer({ min: 1, max: 8 }),
  limit: fc.integer({ min: 1, max: 30 }),
  predicates: fc.constantFrom(undefined, undefined, [], ['knows'], ['meets', 'knows']),
  avoidHubs: fc.boolean(),
  hubDegree: fc.integer({ min: 2, max: 8 }),
  refused: fc.uniqueArray(fc.nat(15), { maxLength: 5 }),
});

test('they are the first of all simple paths, and it is said truly whether more exist', () =>
  fc.assert(
    fc.asyncProperty(anyClaims, anyQuery, async (claims, { refused, ...asked }) => {
      const graph = drawGraph(ENTITIES, claims);
      const unwanted = new Set(refused.map(index => `claim:${index}`));
      const query = { ...DEFAULTS, ...asked, accept: ({ claim }: ClaimRecord) => !unwanted.has(claim.id) };
      const all = obvious(graph, query).map(path => path.map(({ claim }) => claim.id));
      const found = await findPaths(graph, query);
      expect(idsOf(found)).toEqual(all.slice(0, query.limit));
      expect(found.truncated).toBe(all.length > query.limit);
    }),
    { numRuns: 1000 },
  ));

/** Few entities in most claims: the third power of an even number. */
const anyUneven = fc.integer({ min: 0, max: 15 }).map(at => Math.floor((at / 16) ** 3 * 16));
const anyLopsided = fc.array(fc.record({ from: fc.nat(15), to: anyUneven }), {
  minLength: 12,
  maxLength: 40,
});

test('they are that too where a few entities are in most claims, and each claim is weighed at most once', () =>
  fc.assert(
    fc.asyncProperty(
      anyLopsided,
      fc.uniqueArray(fc.nat(15), { minLength: 2, maxLength: 2 }),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 20 }),
      async (claims, [from = 0, to = 1], maxHops, limit) => {
        const graph = drawGraph(16, claims);
        const weighed: string[] = [];
        const accept = ({ claim }: ClaimRecord): boolean => weighed.push(claim.id) > 0;
        const query = { from: entityOf(from), to: entityOf(to), maxHops, limit, avoidHubs: false, accept };
        const found = await findPaths(graph, query);
        expect(new Set(weighed).size).toBe(weighed.length);
        const all = obvious(graph, { ...query, accept: () => true });
        expect(idsOf(found)).toEqual(all.slice(0, limit).map(path => path.map(({ claim }) => claim.id)));
        expect(found.truncated).toBe(all.length > limit);
      },
    ),
    { numRuns: 300 },
  ));

test('the hops of a path lead from one end to the other, with or against the direction of each claim', () =>
  fc.assert(
    fc.asyncProperty(anyClaims, async claims => {
      const { paths } = await between(drawGraph(ENTITIES, claims), { maxHops: 8, limit: 100 });
      for (const { hops } of paths) {
        expect([hops[0]?.from, ...hops.map(hop => hop.to)]).toEqual([
          ...hops.map(hop => hop.from),
          DEFAULTS.to,
        ]);
        expect(hops[0]?.from).toBe(DEFAULTS.from);
        for (const { from, to, claim, forward } of hops) {
          const { subject, object } = claim.claim;
          expect([subject, object]).toEqual(forward ? [from, to] : [to, from]);
        }
      }
    }),
  ));

test('parallel claims make several paths, the older first', async () => {
  const graph = drawGraph(2, [
    { from: 1, to: 0 },
    { from: 0, to: 1 },
    { from: 0, to: 1, predicate: 'meets' },
  ]);
  const found = await between(graph);
  expect(idsOf(found)).toEqual([['claim:0'], ['claim:1'], ['claim:2']]);
  expect(found.paths.map(({ hops }) => hops[0]?.forward)).toEqual([false, true, true]);
  expect(found).toMatchObject({ truncated: false, reason: null });
});

test('where more paths exist than the limit, the answer says so', async () => {
  const found = await between(drawGraph(6, complete(6)));
  expect(found).toMatchObject({ truncated: true, reason: 'more paths exist than the limit of 3' });
  expect(found.paths).toHaveLength(3);
});

/** 0 and 1 by way of 2, which has as many further claims as asked for; and the long way by way of 3 and 4. */
const hubAndDetour = (further: number): readonly Drawn[] => [
  { from: 0, to: 2 },
  { from: 2, to: 1 },
  { from: 0, to: 3 },
  { from: 3, to: 4 },
  { from: 4, to: 1 },
  ...Array.from({ length: further }, (_, index) => ({ from: 2, to: 5 + index })),
];

test.each([
  { name: 'a hub is no passage', avoidHubs: true, further: 99, shortest: 3, hubs: 1 },
  { name: 'an entity with 100 claims is no hub yet', avoidHubs: true, further: 98, shortest: 2, hubs: 0 },
  { name: 'hubs are passed through on request', avoidHubs: false, further: 99, shortest: 2, hubs: 0 },
])('$name', async ({ avoidHubs, further, shortest, hubs }) => {
  const found = await between(drawGraph(105, hubAndDetour(further)), { avoidHubs });
  expect(found.paths[0]?.hops).toHaveLength(shortest);
  expect(found.truncated).toBe(false);
  const reason = '1 entity with more than 100 claims was not passed through';
  expect(found.reason).toBe(hubs === 1 ? reason : null);
});

test('hubs may be the ends of a path', async () => {
  const claims = hubAndDetour(99);
  const found = await between(drawGraph(105, claims), { from: entityOf(2), to: entityOf(4) });
  expect(found.paths[0]?.hops).toHaveLength(2);
  expect(found.reason).toBeNull();
});

test('a direct claim of an entity is found without looking at the thousands of claims at its other end', async () => {
  const claims = Array.from({ length: 5000 }, (_, index) => ({ from: 0, to: index + 1 }));
  const found = await between(drawGraph(5001, claims), { maxHops: 8 });
  expect(idsOf(found)).toEqual([['claim:0']]);
  expect(found.explored).toBeLessThan(20);
});

/** What a search answers, and how many turns of the event loop others had meanwhile. */
async function withTurns(
  search: () => Promise<PathsFound>,
): Promise<PathsFound & { readonly turns: number }> {
  let turns = 0;
  let searching = true;
  const count = (): void => {
    turns += 1;
    if (searching) setImmediate(count);
  };
  setImmediate(count);
  const found = await search();
  searching = false;
  return { ...found, turns };
}

test('in a complete graph of 200 entities the search is cut, within the budget, while others have their turn', async () => {
  const graph = drawGraph(200, complete(200));
  // With one way into the end left, three hops are needed, and there are thousands of such paths.
  const accept = ({ claim: { subject, object } }: ClaimRecord): boolean =>
    ![subject, object].includes(DEFAULTS.to) || [subject, object].includes(entityOf(150));
  const query = { maxHops: 3, limit: 100, avoidHubs: false, accept };
  const found = await withTurns(() => between(graph, query, inTurns()));
  expect(found).toMatchObject({ truncated: true, reason: 'more paths exist than the limit of 100' });
  expect(found.paths).toHaveLength(100);
  expect(found.explored).toBeLessThanOrEqual(200_000);
  expect(found.explored).toBeGreaterThan(1024);
  expect(found.turns).toBeGreaterThanOrEqual(Math.floor(found.explored / 1024));
});

test('others have their turn while the claims of two hubs are looked at', async () => {
  const leaves = (end: number): readonly Drawn[] =>
    Array.from({ length: 3000 }, (_, index) => ({ from: end, to: 2 + 3000 * end + index }));
  const graph = drawGraph(6002, [...leaves(0), ...leaves(1)]);
  const found = await withTurns(() => between(graph, {}, inTurns()));
  expect(found).toMatchObject({ paths: [], truncated: false });
  expect(found.explored).toBeGreaterThanOrEqual(6000);
  expect(found.turns).toBeGreaterThanOrEqual(Math.floor(found.explored / 1024));
});

test('what was found before the budget ran out is returned and marked', async () => {
  const graph = drawGraph(200, complete(200));
  const query = { limit: 100, avoidHubs: false };
  const found = await between(graph, query, new WorkBudget(150));
  expect(found.paths.length).toBeGreaterThan(0);
  expect(found.paths.length).toBeLessThan(100);
  expect(idsOf(found)).toEqual(idsOf(await between(graph, query)).slice(0, found.paths.length));
  expect(found).toMatchObject({ truncated: true, explored: 150 });
  expect(found.reason).toMatch(/^stopped after 150 steps/);
});

test('any budget gives a beginning of the whole answer, marked unless it is all of it', () =>
  fc.assert(
    fc.asyncProperty(anyClaims, fc.nat(200), async (claims, steps) => {
      const graph = drawGraph(ENTITIES, claims);
      const query = { maxHops: 6, limit: 20 };
      const whole = await between(graph, query);
      const part = await between(graph, query, new WorkBudget(steps));
      expect(idsOf(part)).toEqual(idsOf(whole).slice(0, part.paths.length));
      expect(part.explored).toBeLessThanOrEqual(steps);
      if (part.paths.length < whole.paths.length) expect(part.truncated).toBe(true);
    }),
  ));

/** Claims of two hubs with few others between them, so that a hub's claims are found from the other side. */
const betweenHubs = fc.array(
  fc.record({ from: fc.nat(8), to: fc.oneof(fc.nat(8), fc.integer({ min: 9, max: 11 })) }),
  { maxLength: 12 },
);

test('a hub in the way is left by the same claims as any other entity', () =>
  fc.assert(
    fc.asyncProperty(betweenHubs, fc.integer({ min: 1, max: 8 }), async (claims, limit) => {
      const leaves = (hub: number): readonly Drawn[] =>
        Array.from({ length: 60 }, (_, index) => ({ from: hub, to: 12 + 60 * hub + index }));
      const graph = drawGraph(132, [...leaves(0), ...claims, ...leaves(1)]);
      const asked = { ...DEFAULTS, from: entityOf(2), to: entityOf(3), maxHops: 4, limit, avoidHubs: false };
      const query = { ...asked, accept: () => true };
      const all = obvious(graph, query).map(path => path.map(({ claim }) => claim.id));
      const found = await findPaths(graph, query);
      expect(idsOf(found)).toEqual(all.slice(0, limit));
      expect(found.truncated).toBe(all.length > limit);
    }),
    { numRuns: 100 },
  ));

test('claims recorded while a search rests are not seen by it', async () => {
  const leaves = (end: number, first: number): readonly Drawn[] =>
    Array.from({ length: 3000 }, (_, index) => ({ from: end, to: first + index }));
  const graph = drawGraph(6002, [...leaves(0, 2), ...leaves(1, 3002)]);
  const search = between(graph);
  drawClaim(graph, { from: 2, to: 3002 }, 6000);
  drawEntity(graph, 6002);
  drawClaim(graph, { from: 2, to: 6002 }, 6001);
  drawClaim(graph, { from: 6002, to: 3002 }, 6002);
  expect((await search).paths).toEqual([]);
  expect((await between(graph)).paths.map(({ hops }) => hops.length)).toEqual([3, 4]);
});

test.each<[Partial<PathQuery>, string]>([
  [{ maxHops: 0 }, 'maxHops'],
  [{ maxHops: 9 }, 'maxHops'],
  [{ limit: 0 }, 'limit'],
  [{ limit: 101 }, 'limit'],
  [{ to: entityOf(0) }, 'to'],
  [{ predicates: ['eats'] }, 'predicates'],
])('%o is refused', async (query, field) => {
  const refusal = await between(drawGraph(2, []), query).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(InvalidInput);
  expect(refusal).toMatchObject({ place: { field: [field] } });
});

test.each(['from', 'to'])('an unknown entity as `%s` is not found', async field => {
  const search = between(drawGraph(2, []), { [field]: 'entity:none' });
  await expect(search).rejects.toMatchObject({ place: { field: [field] } });
  await expect(search).rejects.toBeInstanceOf(NotFound);
});
