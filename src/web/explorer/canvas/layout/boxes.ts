// Rectangles that are taken: by nodes with their labels when the drawing is laid out, by words when it is drawn.
import type { Point } from './positions.js';
import { LINE_HEIGHT, labelLines, lineWidth } from './label-lines.js';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Radius that a layout reckons with, whatever the node's own. */
const RADIUS = 13;
const GAP = 8;

/** What a node takes with its label, which stands above it in the upper half and below it in the lower one. */
export function nodeBox([x, y]: Point, label: string, above = y < 0): Box {
  const lines = labelLines(label);
  const half = Math.max(RADIUS, ...lines.map(line => lineWidth(line) / 2)) + GAP;
  const words = lines.length * LINE_HEIGHT + RADIUS + GAP;
  return {
    left: x - half,
    right: x + half,
    top: y - (above ? words : RADIUS + GAP / 2),
    bottom: y + (above ? RADIUS + GAP / 2 : words),
  };
}

export const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const CELL = 96;

/** Boxes by the squares of a grid that they touch, so that asking is cheap among thousands. */
export class TakenRoom {
  readonly #cells = new Map<number, Box[]>();

  isFree(box: Box): boolean {
    return !this.#cellsOf(box).some(cell => this.#cells.get(cell)?.some(taken => overlap(taken, box)));
  }

  take(box: Box): void {
    for (const cell of this.#cellsOf(box)) {
      const boxes = this.#cells.get(cell);
      if (boxes) boxes.push(box);
      else this.#cells.set(cell, [box]);
    }
  }

  #cellsOf({ left, top, right, bottom }: Box): number[] {
    const cells: number[] = [];
    for (let column = Math.floor(left / CELL); column <= Math.floor(right / CELL); column++)
      for (let row = Math.floor(top / CELL); row <= Math.floor(bottom / CELL); row++)
        cells.push(column * 4_000_000 + row);
    return cells;
  }
}
