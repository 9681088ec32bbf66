// Rows of an open SQLite file, as they are read: by whoever writes to it, and by whoever only reads.
import type Database from 'libsql';
import type { Head, Row } from './journal-row.js';
import { sqliteRefusal } from './sqlite-refusal.js';
import {
  headFrom,
  rowFrom,
  SELECT_HEAD,
  SELECT_ROWS,
  type StoredHead,
  type StoredRow,
} from './sqlite-text.js';

export class SqliteReads {
  private readonly rows: Database.Statement;

  /** @param name path of the file */
  constructor(
    readonly name: string,
    protected readonly db: Database.Database,
  ) {
    this.rows = db.prepare(SELECT_ROWS);
  }

  head(): Promise<Head | null> {
    return this.refusing(() => headFrom(this.db.prepare(SELECT_HEAD).all()[0] as StoredHead | undefined));
  }

  page(afterSeq: number, count: number): Promise<readonly Row[]> {
    return this.refusing(() => this.pageNow(afterSeq, count));
  }

  protected pageNow(afterSeq: number, count: number): readonly Row[] {
    return (this.rows.all(afterSeq, count) as StoredRow[]).map(rowFrom);
  }

  /** The driver answers at once: there is nothing to wait for. */
  protected async refusing<T>(work: () => T): Promise<T> {
    try {
      return await Promise.resolve(work());
    } catch (error) {
      throw sqliteRefusal(error, this.name);
    }
  }
}
