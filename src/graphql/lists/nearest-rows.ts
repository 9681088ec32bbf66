// The first rows of a list that comes in no order: kept as they come, the rest let go, so that a page costs no more memory than a page.
import { comparePlaces, type Place } from '../words/cursor.js';

export class NearestRows<Row extends { readonly place: Place }> {
  private readonly kept: Row[] = [];

  /** @param after rows up to that place are left out. @param most so many are kept. */
  constructor(
    private readonly after: Place | null,
    private readonly most: number,
  ) {}

  /** In the order of their places. */
  get rows(): readonly Row[] {
    return this.kept;
  }

  add(row: Row): void {
    const { kept, after, most } = this;
    if (after && comparePlaces(row.place, after) <= 0) return;
    const at = this.indexFor(row.place);
    if (at >= most) return;
    kept.splice(at, 0, row);
    if (kept.length > most) kept.pop();
  }

  /** Found by halving. */
  private indexFor(place: Place): number {
    let from = 0;
    let to = this.kept.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      const there = this.kept[middle];
      if (there && comparePlaces(there.place, place) <= 0) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
