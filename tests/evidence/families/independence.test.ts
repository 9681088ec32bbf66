// Independence on plain numbers: chains that share no family, and families in all chains.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  independentChains,
  soleFamilies,
  type FamilyGraph,
} from '../../../src/evidence/families/independence.js';
import { atOnce } from '../../../src/graph/work/resumable.js';

/** Nodes by number: family and whom it relays; one without relays is an origin. All are held but those in `reported`. */
function graphOf(nodes: [family: number, ...next: number[]][], reported: number[] = []): FamilyGraph {
  return {
    family: nodes.map(([family]) => family),
    next: nodes.map(([, ...next]) => next),
    starts: nodes.map((_, node) => node).filter(node => !reported.includes(node)),
    isOrigin: nodes.map(([, ...next]) => next.length === 0),
  };
}

test.each<{ name: string; graph: FamilyGraph; count: number; sole: number[] }>([
  { name: 'nobody', graph: graphOf([]), count: 0, sole: [] },
  { name: 'an origin that nobody holds', graph: graphOf([[1]], [0]), count: 0, sole: [] },
  { name: 'one chain', graph: graphOf([[1, 1], [2]], [1]), count: 1, sole: [1, 2] },
  { name: 'two outlets, one origin', graph: graphOf([[1, 2], [2, 2], [3]], [2]), count: 1, sole: [3] },
  { name: 'one outlet, two origins', graph: graphOf([[1, 1, 2], [2], [3]], [1, 2]), count: 1, sole: [1] },
  { name: 'two chains apart', graph: graphOf([[1, 2], [2, 3], [3], [4]], [2, 3]), count: 2, sole: [] },
  {
    name: 'an outlet of the other origin’s family',
    graph: graphOf([[1, 2], [2, 3], [3], [1]], [2, 3]),
    count: 1,
    sole: [1],
  },
  {
    name: 'a triangle of families',
    graph: graphOf([[1, 3], [2, 4], [3, 5], [2], [3], [1]], [3, 4, 5]),
    count: 1,
    sole: [],
  },
  {
    name: 'a short way that blocks two longer ones',
    graph: graphOf([[1, 3], [2, 3, 4], [3, 5], [4], [5], [6]], [3, 4, 5]),
    count: 3,
    sole: [],
  },
])('$name: $count independent, all rest on $sole', ({ graph, count, sole }) => {
  expect(atOnce(independentChains(graph))).toEqual({ count, exact: true });
  expect([...atOnce(soleFamilies(graph))].sort()).toEqual(sole);
});

test('a greedy choice does not keep the search from the best one', () => {
  // Chains by family: 1 · 2 3 · 3 7 · 4 2. Taking them in that order, the second shuts out the last two.
  const graph = graphOf([[1], [2, 4], [3, 5], [4, 6], [3], [7], [2]], [4, 5, 6]);
  expect(atOnce(independentChains(graph))).toEqual({ count: 3, exact: true });
});

/** Chains as they may lie: any relays, any families, some of several nodes. */
const anyGraph = fc
  .record({
    family: fc.array(fc.nat(6), { minLength: 1, maxLength: 8 }),
    ends: fc.infiniteStream(fc.nat(3)),
    relays: fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 14 }),
  })
  .map(({ family, ends, relays }): FamilyGraph => {
    const isOrigin = family.map(() => ends.next().value === 0);
    const next = family.map((_, node) => {
      const followers = relays.flatMap(([from, to]) => (from === node && to < family.length ? to : []));
      return isOrigin[node] ? [] : [...new Set(followers)];
    });
    return {
      family,
      next,
      isOrigin,
      starts: family.flatMap((_, node) => (ends.next().value < 2 ? node : [])),
    };
  });

/** Whether an origin can be reached, with a family left out or none. */
function hasChain({ family, next, isOrigin, starts }: FamilyGraph, without: number | null): boolean {
  const reached = new Set(starts.filter(node => family[node] !== without));
  for (const node of reached)
    for (const one of next[node] ?? []) if (family[one] !== without) reached.add(one);
  return [...reached].some(node => isOrigin[node]);
}

test('sole families are those without which no chain is left, tried one by one', () => {
  fc.assert(
    fc.property(anyGraph, graph => {
      const sole = [...new Set(graph.family)].filter(family => !hasChain(graph, family));
      expect([...atOnce(soleFamilies(graph))].sort()).toEqual(hasChain(graph, null) ? sole.sort() : []);
    }),
    { numRuns: 2000 },
  );
});
