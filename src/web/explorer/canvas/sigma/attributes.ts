// What nodes and edges carry in sigma's graph, and the numbers that stand for shapes and lines on the graphics card.
import type { MarkShape } from '../../look/kind-mark.js';
import type { Line } from '../scene.js';

export interface NodeAttributes {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly shape: MarkShape;
  /** Its rim. */
  readonly isDashed: boolean;
  /** Of the inside; the rim has another. */
  readonly color: string;
  readonly rim: string;
}

export interface EdgeAttributes {
  readonly size: number;
  readonly line: Line;
  readonly beside: number;
  readonly hasArrow: boolean;
  readonly color: string;
  readonly zIndex: number;
}

/** A ring is a circle with a dashed rim. */
export const SHAPE_NUMBER: Readonly<Record<MarkShape, number>> = {
  circle: 0,
  square: 1,
  diamond: 2,
  ring: 0,
};
/** Added to the number of a shape whose rim is dashed. */
export const DASHED = 4;
export const LINE_NUMBER: Readonly<Record<Line, number>> = {
  solid: 0,
  double: 1,
  dashed: 2,
  dotted: 3,
  crossed: 4,
};
