// Where the line of an edge runs on the paper: beside others between the same nodes, and from rim to rim. The edge program's shader does the same.
import type { MarkShape } from '../look/kind-mark.js';
import type { Point } from './layout/positions.js';

export interface EndShape {
  readonly at: Point;
  readonly shape: MarkShape;
  /** In pixels. */
  readonly size: number;
}

export interface EdgeLine {
  readonly from: Point;
  readonly to: Point;
  readonly length: number;
}

/** Between a line and the rim it ends at, in pixels. */
const GAP = 3;

/** Null where nothing is left between the two rims. */
export function edgeLine(a: EndShape, b: EndShape, beside: number): EdgeLine | null {
  const [dx, dy] = [b.at[0] - a.at[0], b.at[1] - a.at[1]];
  const distance = Math.hypot(dx, dy);
  const direction: Point = distance === 0 ? [1, 0] : [dx / distance, dy / distance];
  const start = reach(a, direction) + GAP;
  const length = distance - start - reach(b, direction) - GAP;
  if (length < 1) return null;
  const [ux, uy] = direction;
  const from: Point = [a.at[0] + ux * start + uy * beside, a.at[1] + uy * start - ux * beside];
  return { from, to: [from[0] + ux * length, from[1] + uy * length], length };
}

/** From the middle of a shape to its rim. */
export function reach({ shape, size }: EndShape, [ux, uy]: Point): number {
  if (shape === 'square') return (size * 0.9) / Math.max(Math.abs(ux), Math.abs(uy));
  if (shape === 'diamond') return (size * 1.25) / (Math.abs(ux) + Math.abs(uy));
  return size;
}

export const along = ({ from, to }: EdgeLine, part: number): Point => [
  from[0] + (to[0] - from[0]) * part,
  from[1] + (to[1] - from[1]) * part,
];

/** From a point to the nearest of a line. */
export function distanceTo({ from, to, length }: EdgeLine, [x, y]: Point): number {
  const [dx, dy] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
  const way = (x - from[0]) * dx + (y - from[1]) * dy;
  const nearest = Math.min(length, Math.max(0, way));
  return Math.hypot(x - from[0] - dx * nearest, y - from[1] - dy * nearest);
}
