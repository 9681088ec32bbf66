// Paths between two entities: one end at the left, the other at the right, what lies between them in columns.
import type { Drawing } from '../../walk/drawing.js';
import { neighboursIn, type Neighbours } from './neighbours.js';
import { rounded, type Point, type Positions } from './positions.js';

const COLUMN = 270;
/** Rows stand as far apart as labels need, and farther where there are few. */
const NARROWEST = 96;
const WIDEST = 190;
const HEIGHT = 640;

export function layOutWays({ nodes, edges }: Drawing, from: string, to: string): Positions {
  const neighbours = neighboursIn(edges);
  const [near, far] = [stepsFrom(from, neighbours), stepsFrom(to, neighbours)];
  const longest = Math.max(1, ...nodes.map(({ entity: { id } }) => (near.get(id) ?? 0) + (far.get(id) ?? 0)));
  const columns = new Map<number, string[]>();
  for (const { entity } of nodes) {
    const column = columnOf(entity.id);
    columns.set(column, [...(columns.get(column) ?? []), entity.id]);
  }
  const most = Math.max(1, ...[...columns.values()].map(ids => ids.length));
  const height = Math.min(WIDEST, Math.max(NARROWEST, HEIGHT / most));
  const rows = new Map<string, number>([
    [from, 0],
    [to, 0],
  ]);
  const positions = new Map<string, Point>();
  for (const column of [...columns.keys()].sort((a, b) => a - b))
    placeColumn(column, columns.get(column) ?? []);
  return positions;

  function columnOf(id: string): number {
    const [a, b] = [near.get(id), far.get(id)];
    if (id === from || id === to) return id === from ? 0 : longest;
    if (a === undefined || b === undefined) return longest + 1;
    return Math.min(longest - 0.5, Math.max(0.5, Math.round((a / (a + b)) * longest * 2) / 2));
  }

  /** Beside the rows of their neighbours at the left, so that lines cross little. */
  function placeColumn(column: number, ids: readonly string[]): void {
    const order = ids
      .map((id, at) => ({ id, at, row: meanRow(id, rows, neighbours) }))
      .sort((a, b) => a.row - b.row || a.at - b.at);
    // The straight line between the two ends stays free for a claim that joins them.
    const direct = neighbours.get(from)?.has(to) === true && column > 0 && column < longest;
    const shift = direct && ids.length % 2 === 1 ? 0.5 : 0;
    order.forEach(({ id }, at) => {
      const row = at - (order.length - 1) / 2 + shift;
      rows.set(id, row);
      positions.set(id, rounded([(column - longest / 2) * COLUMN, row * height]));
    });
  }
}

function stepsFrom(start: string, neighbours: Neighbours): ReadonlyMap<string, number> {
  const steps = new Map([[start, 0]]);
  // A map visits what is added while it is gone through: breadth first.
  for (const [id, count] of steps)
    for (const next of neighbours.get(id)?.keys() ?? []) if (!steps.has(next)) steps.set(next, count + 1);
  return steps;
}

function meanRow(id: string, rows: ReadonlyMap<string, number>, neighbours: Neighbours): number {
  const known = [...(neighbours.get(id)?.keys() ?? [])].flatMap(next => rows.get(next) ?? []);
  return known.length === 0 ? 0 : known.reduce((sum, row) => sum + row, 0) / known.length;
}
