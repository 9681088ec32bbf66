// Who is joined to whom in a drawing, whichever way the claims read.
import type { DrawnEdge } from '../../walk/drawing.js';

export type Neighbours = ReadonlyMap<string, ReadonlyMap<string, readonly DrawnEdge[]>>;

/** For each entity its neighbours, in the order of the edges, with the claims between them. */
export function neighboursIn(edges: readonly DrawnEdge[]): Neighbours {
  const neighbours = new Map<string, Map<string, DrawnEdge[]>>();
  const join = (a: string, b: string, edge: DrawnEdge): void => {
    const own = neighbours.get(a) ?? new Map<string, DrawnEdge[]>();
    neighbours.set(a, own);
    const between = own.get(b);
    if (between) between.push(edge);
    else own.set(b, [edge]);
  };
  for (const edge of edges) {
    join(edge.from, edge.to, edge);
    join(edge.to, edge.from, edge);
  }
  return neighbours;
}
