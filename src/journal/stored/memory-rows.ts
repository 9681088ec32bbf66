// Rows in memory, gone with the process.
import { EMPTY_HEAD, type Head, type JournalRow } from './journal-row.js';
import type { RowChange, RowStore } from './row-store.js';

export class MemoryRows implements RowStore {
  readonly name = 'in memory';

  constructor(
    private readonly rows: JournalRow[] = [],
    private end: Head | null = EMPTY_HEAD,
  ) {}

  head(): Promise<Head | null> {
    return Promise.resolve(this.end);
  }

  page(afterSeq: number, count: number): Promise<readonly JournalRow[]> {
    // Rows stand at their places, but for those of a journal that lost some.
    const guess = this.rows[afterSeq]?.seq === afterSeq + 1 ? afterSeq : -1;
    const start = guess < 0 ? this.rows.findIndex(({ seq }) => seq > afterSeq) : guess;
    return Promise.resolve(start < 0 ? [] : this.rows.slice(start, start + count));
  }

  write({ added, replaced, head }: RowChange): Promise<void> {
    if (replaced) this.rows[replaced.seq - 1] = replaced;
    for (const row of added) this.rows.push(row);
    this.end = head;
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
