// What walks are asked, whoever takes them: entities by their numbers, claims by their place in the journal.

/** Claims a neighbourhood gives at most. */
export const MOST_CLAIMS = 1000;
/** Hops a path has at most. */
export const MOST_HOPS = 6;

export interface Walker {
  /** The nearest claims within so many hops, oldest first among the equally near, `MOST_CLAIMS` at most. */
  around(of: number, hops: number): readonly number[] | Promise<readonly number[]>;
  /** Hops of a shortest path; null where there is none. */
  pathLength(from: number, to: number): number | null | Promise<number | null>;
}

/** A claim as an edge. */
export interface Edge {
  readonly seq: number;
  readonly subject: number;
  readonly object: number;
}

/** Level by level: what most contestants do, each with a way of its own to the claims at some entities. */
export async function nearest(
  of: number,
  hops: number,
  level: (frontier: readonly number[], wanted: number) => readonly Edge[] | Promise<readonly Edge[]>,
): Promise<readonly number[]> {
  const found = new Set<number>();
  const reached = new Set([of]);
  let frontier = [of];
  for (let hop = 0; hop < hops && frontier.length > 0 && found.size < MOST_CLAIMS; hop += 1) {
    const next = new Set<number>();
    // Claims found before may come again.
    for (const { seq, subject, object } of await level(frontier, MOST_CLAIMS + found.size)) {
      if (found.has(seq) || found.size === MOST_CLAIMS) continue;
      found.add(seq);
      for (const end of [subject, object]) if (!reached.has(end)) next.add(end);
    }
    for (const end of next) reached.add(end);
    frontier = [...next];
  }
  return [...found];
}

/** Breadth first from both ends in turn, the smaller frontier first. */
export async function meetingLength(
  from: number,
  to: number,
  neighbours: (frontier: readonly number[]) => Iterable<number> | Promise<Iterable<number>>,
): Promise<number | null> {
  if (from === to) return 0;
  let [near, far] = [sideOf(from), sideOf(to)];
  for (let length = 1; length <= MOST_HOPS; length += 1) {
    if (near.frontier.length > far.frontier.length) [near, far] = [far, near];
    const next: number[] = [];
    for (const id of await neighbours(near.frontier)) {
      if (far.reached.has(id)) return length;
      if (near.reached.has(id)) continue;
      near.reached.add(id);
      next.push(id);
    }
    if (next.length === 0) return null;
    near.frontier = next;
  }
  return null;
}

const sideOf = (id: number): { reached: Set<number>; frontier: number[] } => ({
  reached: new Set([id]),
  frontier: [id],
});
