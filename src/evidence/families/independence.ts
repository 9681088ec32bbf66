// Independence: the largest number of chains of which no two share a family. It works on plain numbers and knows no graph.
import type { Resumable } from '../../graph/work/resumable.js';
import { largestDisjoint } from './disjoint-sets.js';

/** Chains as a graph: nodes are numbered, each belongs to a family, a chain leads from a start along `next` to an origin. */
export interface FamilyGraph {
  readonly family: readonly number[];
  readonly next: readonly (readonly number[])[];
  readonly starts: readonly number[];
  readonly isOrigin: readonly boolean[];
}

export interface Independent {
  readonly count: number;
  /** False where the search would have passed its budget: then `count` is a lower bound. */
  readonly exact: boolean;
}

/** Most family sets looked at for one node, and in all, before the search is given up for the greedy bound. */
const MOST_SETS = 2_000;
const MOST_SETS_IN_ALL = 50_000;

/** How many chains there can be of which no two share a family anywhere along them. */
export function* independentChains(graph: FamilyGraph): Resumable<Independent> {
  yield stepsOver(graph);
  if (isFlat(graph)) return { count: familiesAlone(graph).size, exact: true };
  if (shortestChain(graph, NONE) === null) return { count: 0, exact: true };
  if ((yield* soleFamilies(graph)).length > 0) return { count: 1, exact: true };
  const greedy = greedyChains(graph);
  yield stepsOver(graph);
  if (greedy === mostChains(graph)) return { count: greedy, exact: true };
  const sets = yield* minimalFamilySets(graph);
  const largest = sets === null ? { count: 1, exact: false } : yield* largestDisjoint(sets);
  return largest.exact ? largest : { count: Math.max(largest.count, greedy), exact: false };
}

/** Each of the chains begins in a family of its own and ends in one: there cannot be more of them than there are such families. */
function mostChains({ family, starts, isOrigin }: FamilyGraph): number {
  const first = new Set(starts.map(start => family[start]));
  const last = new Set(family.filter((_, node) => isOrigin[node]));
  return Math.min(first.size, last.size);
}

/** Families that every chain runs through; none where there is no chain. Only families of one chain can be such. */
export function* soleFamilies(graph: FamilyGraph): Resumable<readonly number[]> {
  if (isFlat(graph)) {
    const alone = familiesAlone(graph);
    return alone.size === 1 ? [...alone] : [];
  }
  const chain = shortestChain(graph, NONE);
  if (chain === null) return [];
  const sizes = new Map<number, number>();
  for (const family of graph.family) sizes.set(family, (sizes.get(family) ?? 0) + 1);
  const soleOnChain = soleNodes(graph, chain);
  yield stepsOver(graph);
  const sole = new Set<number>();
  const tried = new Set<number>();
  for (const node of chain) if (soleOnChain.has(node)) sole.add(graph.family[node] ?? NONE);
  for (const node of chain) {
    const family = graph.family[node] ?? NONE;
    // Of a family of one node it is plain by now; of others not, since they may shut all ways together: they are tried one by one.
    if (sizes.get(family) === 1 || sole.has(family) || tried.has(family)) continue;
    tried.add(family);
    if (shortestChain(graph, family) === null) sole.add(family);
    yield stepsOver(graph);
  }
  const inOrder = new Set(chain.map(node => graph.family[node] ?? NONE));
  return [...inOrder].filter(family => sole.has(family));
}

/** Nobody relays anybody, as with most claims: each chain is of one node. */
const isFlat = ({ next }: FamilyGraph): boolean => next.every(({ length }) => length === 0);

const familiesAlone = ({ family, starts, isOrigin }: FamilyGraph): ReadonlySet<number> =>
  new Set(starts.flatMap(start => (isOrigin[start] ? (family[start] ?? NONE) : [])));

/** To go once through the numbers of a node takes a small part of a step. */
const stepsOver = ({ family }: FamilyGraph): number => 1 + (family.length >> 3);

/** Nodes of a chain that every chain runs through: those that no way round leads past. Linear, so that long chains are too. */
function soleNodes({ family, next, starts, isOrigin }: FamilyGraph, chain: readonly number[]): Set<number> {
  const fromStart = [...chain].reverse();
  const placeOf = new Map(fromStart.map((node, place) => [node, place]));
  const seen = new Uint8Array(family.length);
  const sole = new Set<number>();
  // The last place on the chain that was met so far, and nodes that are still to be gone on from.
  let furthest = 0;
  const open = [...starts];
  for (const [place, node] of fromStart.entries()) {
    for (let beside = open.pop(); beside !== undefined; beside = open.pop()) {
      const met = placeOf.get(beside);
      if (met !== undefined) furthest = Math.max(furthest, met);
      if (met !== undefined || seen[beside] === 1) continue;
      seen[beside] = 1;
      if (isOrigin[beside]) return sole;
      for (const follower of next[beside] ?? []) open.push(follower);
    }
    if (furthest === place) sole.add(node);
    for (const follower of next[node] ?? []) open.push(follower);
  }
  return sole;
}

/**
 * Chains taken one after another, those nearest to an origin first, each without the families of those before. A lower bound.
 * Linear: a node that once led to no origin, or lies on a chain taken, leads to none later, when more families are used.
 */
function greedyChains(graph: FamilyGraph): number {
  const distance = distancesToOrigin(graph);
  /** The nearest at the end, where it is taken from: to take them from the front of a long list is slow. */
  const nearestLast = (nodes: readonly number[]): number[] =>
    [...nodes].sort((a, b) => (distance[a] ?? Infinity) - (distance[b] ?? Infinity)).reverse();
  const used = new Set<number>();
  const visited = new Set<number>();
  let count = 0;
  for (const start of nearestLast(graph.starts).reverse()) {
    const path: number[] = [];
    const choices = [[start]];
    while (choices.length > 0) {
      const node = choices.at(-1)?.pop();
      if (node === undefined) {
        choices.pop();
        path.pop();
        continue;
      }
      if (visited.has(node) || used.has(graph.family[node] ?? -1)) continue;
      visited.add(node);
      path.push(node);
      if (graph.isOrigin[node]) break;
      choices.push(nearestLast(graph.next[node] ?? []));
    }
    if (path.length > 0) count += 1;
    for (const node of path) used.add(graph.family[node] ?? -1);
  }
  return count;
}

/** By node: how many steps there are to the nearest origin; undefined where none can be reached. */
function distancesToOrigin({ next, isOrigin }: FamilyGraph): (number | undefined)[] {
  const before = inverted(next);
  const distance: (number | undefined)[] = isOrigin.map(origin => (origin ? 0 : undefined));
  const reached = isOrigin.flatMap((origin, node) => (origin ? node : []));
  for (const node of reached) {
    for (const previous of before[node] ?? []) {
      if (distance[previous] !== undefined) continue;
      distance[previous] = (distance[node] ?? 0) + 1;
      reached.push(previous);
    }
  }
  return distance;
}

/** From its origin back to its start. @param without a family that it must not run through, or `NONE`. */
function shortestChain({ family, starts, next, isOrigin }: FamilyGraph, without: number): number[] | null {
  const cameFrom = new Int32Array(family.length).fill(UNSEEN);
  const queue: number[] = [];
  const meet = (node: number, from: number): void => {
    if (cameFrom[node] !== UNSEEN || family[node] === without) return;
    cameFrom[node] = from;
    queue.push(node);
  };
  for (const start of starts) meet(start, NONE);
  for (const node of queue) {
    if (isOrigin[node]) return backFrom(node, cameFrom);
    for (const follower of next[node] ?? []) meet(follower, node);
  }
  return null;
}

const NONE = -1;
const UNSEEN = -2;

function backFrom(node: number, cameFrom: Int32Array): number[] {
  const chain: number[] = [];
  for (let at = node; at >= 0; at = cameFrom[at] ?? NONE) chain.push(at);
  return chain;
}

/**
 * The sets of families that some chain runs through, but for those that hold a smaller one. Grown from the origins upwards until
 * nothing changes, so that rings end too. Null where there are too many.
 */
function* minimalFamilySets(graph: FamilyGraph): Resumable<Set<number>[] | null> {
  const sets = graph.family.map((): Set<number>[] => []);
  const before = inverted(graph.next);
  const queue = new Set<number>();
  graph.family.forEach((family, node) => {
    if (!graph.isOrigin[node]) return;
    sets[node] = [new Set([family])];
    for (const previous of before[node] ?? []) queue.add(previous);
  });
  let left = MOST_SETS_IN_ALL;
  for (const node of queue) {
    queue.delete(node);
    const family = graph.family[node] ?? -1;
    const onward = (graph.next[node] ?? []).flatMap(next => sets[next] ?? []);
    left -= onward.length;
    yield 1 + onward.reduce((sum, set) => sum + set.size, 0);
    if (onward.length > MOST_SETS || left < 0) return null;
    const minimal = minimalOf(onward.map(set => new Set(set).add(family)));
    if (sameSets(minimal, sets[node] ?? [])) continue;
    sets[node] = minimal;
    for (const previous of before[node] ?? []) queue.add(previous);
  }
  const whole = graph.starts.flatMap(start => sets[start] ?? []);
  return whole.length > left ? null : minimalOf(whole);
}

function inverted(next: readonly (readonly number[])[]): number[][] {
  const before = next.map((): number[] => []);
  next.forEach((followers, node) => followers.forEach(follower => before[follower]?.push(node)));
  return before;
}

/** Sets that hold no other of the sets, each once. A kept set is filed under one member, so few need to be looked at. */
function minimalOf(sets: readonly Set<number>[]): Set<number>[] {
  const kept: Set<number>[] = [];
  const filed = new Map<number, Set<number>[]>();
  for (const set of [...sets].sort((a, b) => a.size - b.size)) {
    const shelves = [...set].map(member => filed.get(member) ?? []);
    if (shelves.some(shelf => shelf.some(smaller => holdsAll(set, smaller)))) continue;
    kept.push(set);
    const [home] = [...set].sort((a, b) => (filed.get(a)?.length ?? 0) - (filed.get(b)?.length ?? 0));
    const shelf = filed.get(home ?? -1);
    if (shelf) shelf.push(set);
    else filed.set(home ?? -1, [set]);
  }
  return kept;
}

function holdsAll(set: ReadonlySet<number>, wanted: ReadonlySet<number>): boolean {
  for (const one of wanted) if (!set.has(one)) return false;
  return true;
}

const sameSets = (a: readonly Set<number>[], b: readonly Set<number>[]): boolean =>
  a.length === b.length && a.every(set => b.some(other => other.size === set.size && holdsAll(set, other)));
