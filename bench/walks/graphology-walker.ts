// Bare graphology: the same entities and claims in a graph of its own, walked by hand, and its own package for the shortest path.
import { MultiUndirectedGraph } from 'graphology';
import { loadPeer } from '../peers.js';
import { MOST_CLAIMS, MOST_HOPS, type Edge, type Walker } from './walker.js';

interface ShortestPath {
  readonly bidirectional: (graph: MultiUndirectedGraph, from: unknown, to: unknown) => string[] | null;
}

export function graphologyWalker(actors: number, edges: readonly Edge[]): Walker {
  const graph = new MultiUndirectedGraph<object, { seq: number }>();
  const { bidirectional } = loadPeer<ShortestPath>('graphology-shortest-path/unweighted');
  for (let at = 0; at < actors; at += 1) graph.addNode(String(at));
  for (const { seq, subject, object } of edges) {
    graph.addUndirectedEdgeWithKey(String(seq), String(subject), String(object), { seq });
  }
  return {
    around(of, hops) {
      const found = new Set<number>();
      const reached = new Set([String(of)]);
      let frontier = [String(of)];
      for (let hop = 0; hop < hops && frontier.length > 0 && found.size < MOST_CLAIMS; hop += 1) {
        const level = new Map<number, readonly [string, string]>();
        for (const node of frontier) {
          graph.forEachEdge(node, (_, { seq }, source, target) => {
            if (!found.has(seq)) level.set(seq, [source, target]);
          });
        }
        const next = new Set<string>();
        const oldest = Uint32Array.from(level.keys()).sort();
        for (const seq of oldest.subarray(0, MOST_CLAIMS - found.size)) {
          found.add(seq);
          for (const end of level.get(seq) ?? []) if (!reached.has(end)) next.add(end);
        }
        for (const end of next) reached.add(end);
        frontier = [...next];
      }
      return [...found];
    },
    pathLength(from, to) {
      const path = bidirectional(graph, String(from), String(to));
      return path && path.length - 1 <= MOST_HOPS ? path.length - 1 : null;
    },
  };
}
