// Keeps the first rows of an unsorted list, so a page costs no more memory than a page.
import { compareSortKeys, type SortKey } from '../words/cursor.js';

export class NearestRows<Row extends { readonly sortKey: SortKey }> {
  private readonly kept: Row[] = [];

  /** @param after rows up to that place are left out. @param most so many are kept. */
  constructor(
    private readonly after: SortKey | null,
    private readonly most: number,
  ) {}

  /** In the order of their places. */
  get rows(): readonly Row[] {
    return this.kept;
  }

  add(row: Row): void {
    const { kept, after, most } = this;
    if (after && compareSortKeys(row.sortKey, after) <= 0) return;
    const at = this.indexFor(row.sortKey);
    if (at >= most) return;
    kept.splice(at, 0, row);
    if (kept.length > most) kept.pop();
  }

  /** Found by halving. */
  private indexFor(sortKey: SortKey): number {
    let from = 0;
    let to = this.kept.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      const there = this.kept[middle];
      if (there && compareSortKeys(there.sortKey, sortKey) <= 0) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
