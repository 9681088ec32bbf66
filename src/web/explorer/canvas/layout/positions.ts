// Where nodes stand, in the drawing's own measure: a pixel each at full size, the focus of a walk at 0, 0, y downwards.
export type Point = readonly [x: number, y: number];
export type Positions = ReadonlyMap<string, Point>;

/** To a tenth: what machines compute differently lies far below. */
export const rounded = ([x, y]: Point): Point => [Math.round(x * 10) / 10, Math.round(y * 10) / 10];

/** Nodes that were put elsewhere by hand stand there. */
export function withMoved(positions: Positions, moved: Readonly<Record<string, Point>>): Positions {
  const there = Object.entries(moved).filter(([id]) => positions.has(id));
  return there.length === 0 ? positions : new Map([...positions, ...there]);
}
