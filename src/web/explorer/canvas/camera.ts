// Converts the camera of a view state to pixels, and finds the camera that has all nodes in sight.
import type { Camera } from '../view-state/view-state.js';
import type { Point } from './layout/positions.js';

/** How much of the drawing sigma counts as 1: fixed, so that a camera means the same whatever is drawn; small, so that thousandths will do. */
export const UNIT = 100;

export interface CanvasSize {
  readonly width: number;
  readonly height: number;
}

/** Room for labels at the rims. */
const MARGIN = { across: 92, down: 80 };
/** Small drawings are not blown up. */
const LARGEST_SCALE = 1.5;

export const NEAREST = 0.6;
export const FARTHEST = 600;

/** Pixels of the page for one of the drawing. */
export const scaleOf = ({ ratio }: Pick<Camera, 'ratio'>, size: CanvasSize): number =>
  smaller(size) / (ratio * UNIT);

export function fit(points: Iterable<Point>, size: CanvasSize): Camera {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  if (left > right) return { x: 0.5, y: 0.5, ratio: 1 };
  const across = Math.max(40, size.width - Math.min(MARGIN.across, size.width / 5) * 2);
  const down = Math.max(40, size.height - Math.min(MARGIN.down, size.height / 5) * 2);
  const scale = Math.min(LARGEST_SCALE, across / Math.max(1, right - left), down / Math.max(1, bottom - top));
  return {
    x: 0.5 + (left + right) / 2 / UNIT,
    // Sigma counts upwards, the drawing downwards.
    y: 0.5 - (top + bottom) / 2 / UNIT,
    ratio: smaller(size) / (scale * UNIT),
  };
}

export const sameCamera = (a: Camera, b: Camera): boolean =>
  Math.abs(a.x - b.x) < 0.002 && Math.abs(a.y - b.y) < 0.002 && Math.abs(a.ratio - b.ratio) < 0.002;

const smaller = ({ width, height }: CanvasSize): number => Math.max(1, Math.min(width, height));

/** How much larger or smaller than at full size nodes are drawn. */
export const nodeScale = (scale: number): number => Math.min(1.35, Math.max(0.22, Math.sqrt(scale)));

/** From the drawing to pixels of the page, from the corner of the graph. */
export function toPage(camera: Camera, size: CanvasSize): (point: Point) => Point {
  const scale = scaleOf(camera, size);
  const [left, top] = cornerOf(camera, size, scale);
  return ([x, y]) => [(x - left) * scale, (y - top) * scale];
}

export function toDrawing(camera: Camera, size: CanvasSize): (point: Point) => Point {
  const scale = scaleOf(camera, size);
  const [left, top] = cornerOf(camera, size, scale);
  return ([x, y]) => [x / scale + left, y / scale + top];
}

const cornerOf = ({ x, y }: Camera, { width, height }: CanvasSize, scale: number): Point => [
  (x - 0.5) * UNIT - width / 2 / scale,
  (0.5 - y) * UNIT - height / 2 / scale,
];
