// Which drawing stands where on the screen now, for those who export it.
import type { Drawing } from '../walk/drawing.js';
import type { Positions } from './layout/positions.js';

export interface ShownView {
  readonly positions: Positions;
  /** What is in sight, on paper. */
  readonly picture: () => HTMLCanvasElement;
}

/** Gone with the drawing. */
const views = new WeakMap<Drawing, ShownView>();

export function noteShown(drawing: Drawing, view: ShownView): () => void {
  views.set(drawing, view);
  return () => views.delete(drawing);
}

/** Null where the drawing is in no graph on the screen. */
export const findShown = (drawing: Drawing): ShownView | null => views.get(drawing) ?? null;
