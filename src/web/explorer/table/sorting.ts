// The order of the table's rows.
import type { Column } from './columns.js';

export interface Order {
  readonly column: string;
  readonly isDown: boolean;
}

/** The same column again turns the order around; of numbers the greatest come first. */
export const ordered = (
  order: Order | null,
  { id, isNumber = false }: Pick<Column<never>, 'id' | 'isNumber'>,
): Order => ({
  column: id,
  isDown: order?.column === id ? !order.isDown : isNumber,
});

/** Equals stay as they were. */
export function sorted<Item>(
  items: readonly Item[],
  columns: readonly Column<Item>[],
  order: Order | null,
): readonly Item[] {
  const column = columns.find(({ id }) => id === order?.column);
  if (!column || !order) return items;
  const { rank = column.text } = column;
  return [...items].sort((a, b) => compared(rank(a), rank(b), order.isDown));
}

type Rank = number | string | null;

function compared(a: Rank, b: Rank, isDown: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const up =
    typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'en');
  return isDown ? -up : up;
}
