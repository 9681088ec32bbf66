// How many numbers the variable parts of an event shape take.
import type { EventShape } from './event-pack.js';

const WIDTHS = { text: 1, number: 1, time: 2, hash: 3 } as const;

export function widthOf(shape: EventShape): number {
  if (typeof shape === 'string') return WIDTHS[shape];
  if ('same' in shape) return 0;
  const parts = 'list' in shape ? shape.list : Object.values(shape.members);
  return parts.reduce((sum, part) => sum + widthOf(part), 0);
}

/** The part of a shape by its members' names, and how many numbers after its beginning; null where it has no such part that differs. */
export function partOf(
  shape: EventShape,
  path: readonly string[],
): { readonly part: EventShape; readonly at: number } | null {
  const [name, ...rest] = path;
  if (name === undefined) return { part: shape, at: 0 };
  if (typeof shape === 'string' || !('members' in shape)) return null;
  let at = 0;
  for (const [key, part] of Object.entries(shape.members)) {
    if (key === name) {
      const found = partOf(part, rest);
      return found && { part: found.part, at: at + found.at };
    }
    at += widthOf(part);
  }
  return null;
}
