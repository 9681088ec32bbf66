// Which spans of time share a moment: the largest groups of items that are all going on at once.
import type { TimeSpan } from '../domain/time-span.js';

/** Every largest group of items that share a moment. Cost: n log n, and the size of the answer. */
export function concurrentGroups<T>(
  items: readonly T[],
  spanOf: (item: T) => Pick<TimeSpan, 'from' | 'to'>,
): T[][] {
  const starts = [...items].sort((a, b) => spanOf(a).from - spanOf(b).from);
  const groups: T[][] = [];
  let active: T[] = [];
  let grown = false;
  for (const item of starts) {
    const staying = active.filter(other => spanOf(other).to >= spanOf(item).from);
    if (grown && staying.length < active.length) groups.push(active);
    grown = true;
    active = [...staying, item];
  }
  if (grown) groups.push(active);
  return groups;
}
