// How high the boxes of a chain diagram stand: each as near as may be to those it is joined to, families together, nothing over
// anything else.
import { spread } from './spread.js';

export interface Item {
  readonly column: number;
  readonly height: number;
  /** Ids of those it leads to. */
  readonly next: string[];
}

const SPACE = 12;

/**
 * The middle of each item in pixels from the top, and the height of all.
 * @param families ids that are to stand together.
 */
export function placeRows(
  items: ReadonlyMap<string, Item>,
  families: readonly (readonly string[])[],
): { readonly middles: Map<string, number>; readonly height: number } {
  const before = joinedTo(items);
  const columns = columnsOf(items);
  const ranks = ranksOf(items, families, columns.length);
  const middles = new Map<string, number>();
  const wantedBy = (id: string, joined: readonly string[]): number =>
    mean(joined.flatMap(other => middles.get(other) ?? [])) ?? middles.get(id) ?? 0;
  const settle = (column: readonly string[], joined: (id: string) => readonly string[]): void => {
    const wanted = column
      .map(id => ({ id, rank: ranks.get(id) ?? 0, middle: wantedBy(id, joined(id)) }))
      .sort((a, b) => a.rank - b.rank || a.middle - b.middle);
    const heights = wanted.map(({ id }) => items.get(id)?.height ?? 0);
    const placed = spread(
      wanted.map(({ middle }) => middle),
      heights,
      SPACE,
    );
    for (const [at, { id }] of wanted.entries()) middles.set(id, placed[at] ?? 0);
  };
  for (const column of columns) settle(column, id => before.get(id) ?? []);
  for (const column of [...columns].reverse()) settle(column, id => items.get(id)?.next ?? []);
  return fromTop(middles, items);
}

function fromTop(
  middles: Map<string, number>,
  items: ReadonlyMap<string, Item>,
): { readonly middles: Map<string, number>; readonly height: number } {
  const halves = [...items].map(([id, { height }]) => [middles.get(id) ?? 0, height / 2] as const);
  const top = Math.min(...halves.map(([middle, half]) => middle - half));
  const bottom = Math.max(...halves.map(([middle, half]) => middle + half));
  return { middles: new Map([...middles].map(([id, middle]) => [id, middle - top])), height: bottom - top };
}

function columnsOf(items: ReadonlyMap<string, Item>): string[][] {
  const columns: string[][] = [];
  for (const [id, { column }] of items) (columns[column] ??= []).push(id);
  return columns;
}

/** Of origins in the order of their families, and of all others that of the first origin that they lead to. */
function ranksOf(
  items: ReadonlyMap<string, Item>,
  families: readonly (readonly string[])[],
  passes: number,
): Map<string, number> {
  const ranks = new Map<string, number>();
  for (const [id, { next }] of items)
    if (next.length === 0)
      for (const member of families.find(family => family.includes(id)) ?? [id])
        if (!ranks.has(member)) ranks.set(member, ranks.size);
  for (let pass = 0; pass < passes; pass++)
    for (const [id, { next }] of items) {
      const least = Math.min(...next.flatMap(other => ranks.get(other) ?? []));
      if (next.length > 0 && Number.isFinite(least)) ranks.set(id, least);
    }
  return ranks;
}

function joinedTo(items: ReadonlyMap<string, Item>): Map<string, string[]> {
  const before = new Map<string, string[]>();
  for (const [id, { next }] of items)
    for (const other of next) before.set(other, [...(before.get(other) ?? []), id]);
  return before;
}

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((a, b) => a + b, 0) / values.length;
