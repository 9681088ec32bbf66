// The limit: numbers in typed arrays, made once for a graph that never changes.
import { MOST_CLAIMS, MOST_HOPS, type Edge, type Walker } from './walker.js';

export function arrayWalker(actors: number, edges: readonly Edge[]): Walker {
  const first = new Uint32Array(actors + 1);
  for (const { subject, object } of edges) for (const end of [subject, object]) first[end + 1]! += 1;
  for (let at = 0; at < actors; at += 1) first[at + 1]! += first[at]!;
  const other = new Uint32Array(2 * edges.length);
  const claim = new Uint32Array(2 * edges.length);
  const filled = first.slice();
  for (const { seq, subject, object } of edges) {
    for (const [end, far] of [
      [subject, object],
      [object, subject],
    ] as const) {
      const at = filled[end]!++;
      other[at] = far;
      claim[at] = seq;
    }
  }
  // Whether an entity was met, by the number of the question: nothing needs to be cleared between two.
  const met = new Uint32Array(actors);
  let question = 0;
  const distance = new Int8Array(actors);
  return {
    around(of, hops) {
      question += 1;
      met[of] = question;
      const found: number[] = [];
      let frontier = [of];
      for (let hop = 0; hop < hops && frontier.length > 0 && found.length < MOST_CLAIMS; hop += 1) {
        const known = new Set(found);
        const level: number[] = [];
        for (const node of frontier) {
          for (let at = first[node]!; at < first[node + 1]!; at += 1) {
            // Place and far end in one number, so that sorting by place keeps both.
            if (!known.has(claim[at]!)) level.push(claim[at]! * actors + other[at]!);
          }
        }
        const sorted = Float64Array.from(level).sort();
        const next: number[] = [];
        let last = -1;
        for (const key of sorted) {
          if (found.length === MOST_CLAIMS) break;
          const seq = Math.floor(key / actors);
          if (seq !== last) found.push(seq);
          last = seq;
          const node = key % actors;
          if (met[node] !== question) next.push(node);
          met[node] = question;
        }
        frontier = next;
      }
      return found;
    },
    pathLength(from, to) {
      distance.fill(0);
      distance[from] = 1;
      distance[to] = -1;
      let [near, far] = [[from], [to]];
      for (let length = 1; length <= MOST_HOPS; length += 1) {
        if (near.length > far.length) [near, far] = [far, near];
        const own = Math.sign(distance[near[0]!]!);
        const next: number[] = [];
        for (const node of near) {
          for (let at = first[node]!; at < first[node + 1]!; at += 1) {
            const sign = distance[other[at]!]!;
            if (sign === -own) return length;
            if (sign !== 0) continue;
            distance[other[at]!] = own;
            next.push(other[at]!);
          }
        }
        if (next.length === 0) return null;
        near = next;
      }
      return null;
    },
  };
}
