// Independence: the largest number of chains of which no two share a family. Works on plain numbers, knows no graph.
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

/** Most family sets looked at for one node before the search is given up for the greedy bound. */
const MOST_SETS = 2_000;

/** How many chains there can be of which no two share a family anywhere along them. */
export function independentChains(graph: FamilyGraph): Independent {
  if (shortestChain(graph, new Set()) === null) return { count: 0, exact: true };
  if (soleFamilies(graph).length > 0) return { count: 1, exact: true };
  const sets = minimalFamilySets(graph);
  const largest = sets === null ? { count: 1, exact: false } : largestDisjoint(sets);
  return largest.exact ? largest : { count: Math.max(largest.count, greedyChains(graph)), exact: false };
}

/** Families that every chain runs through; none where there is no chain. Only families of one chain can be such. */
export function soleFamilies(graph: FamilyGraph): number[] {
  const chain = shortestChain(graph, new Set());
  if (chain === null) return [];
  const families = new Set(chain.map(node => graph.family[node] ?? -1));
  return [...families].filter(family => shortestChain(graph, new Set([family])) === null);
}

/** Chains taken one after another, the shortest first, each without the families of those before. A lower bound. */
function greedyChains(graph: FamilyGraph): number {
  const used = new Set<number>();
  for (let count = 0; ; count += 1) {
    const chain = shortestChain(graph, used);
    if (chain === null) return count;
    for (const node of chain) used.add(graph.family[node] ?? -1);
  }
}

function shortestChain(graph: FamilyGraph, without: ReadonlySet<number>): number[] | null {
  const open = (node: number): boolean => !without.has(graph.family[node] ?? -1);
  const cameFrom = new Map<number, number>();
  for (const start of graph.starts) if (open(start)) cameFrom.set(start, -1);
  for (const node of cameFrom.keys()) {
    if (graph.isOrigin[node]) return backFrom(node, cameFrom);
    for (const next of graph.next[node] ?? []) {
      if (open(next) && !cameFrom.has(next)) cameFrom.set(next, node);
    }
  }
  return null;
}

function backFrom(node: number, cameFrom: ReadonlyMap<number, number>): number[] {
  const chain: number[] = [];
  for (let at = node; at >= 0; at = cameFrom.get(at) ?? -1) chain.push(at);
  return chain;
}

/**
 * The sets of families that some chain runs through, but for those that hold a smaller one. Grown from the origins upwards until
 * nothing changes, so that rings end too. Null where there are too many.
 */
function minimalFamilySets(graph: FamilyGraph): Set<number>[] | null {
  const sets = graph.family.map((): Set<number>[] => []);
  const before = inverted(graph.next);
  const queue = new Set<number>();
  graph.family.forEach((family, node) => {
    if (!graph.isOrigin[node]) return;
    sets[node] = [new Set([family])];
    for (const previous of before[node] ?? []) queue.add(previous);
  });
  for (const node of queue) {
    queue.delete(node);
    const family = graph.family[node] ?? -1;
    if ((graph.next[node] ?? []).reduce((sum, next) => sum + (sets[next]?.length ?? 0), 0) > MOST_SETS)
      return null;
    const grown = (graph.next[node] ?? []).flatMap(next =>
      (sets[next] ?? []).map(set => new Set(set).add(family)),
    );
    const minimal = minimalOf(grown);
    if (minimal.length > MOST_SETS) return null;
    if (sameSets(minimal, sets[node] ?? [])) continue;
    sets[node] = minimal;
    for (const previous of before[node] ?? []) queue.add(previous);
  }
  return minimalOf(graph.starts.flatMap(start => sets[start] ?? []));
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
