// Reads rows of an open SQLite file, for writers and for those who only read.
import Database from 'libsql';
import type { Head, JournalRow } from '../stored/journal-row.js';
import type { RowStore } from '../stored/row-store.js';
import { sqliteRefusal } from './refusal.js';
import {
  headFrom,
  rowFrom,
  SELECT_HEAD,
  SELECT_ROWS,
  type SqliteHead,
  type SqliteRow,
  textFrom,
} from './text.js';

const DEFINITIONS = "SELECT CAST(sql AS BLOB) AS said FROM sqlite_schema WHERE name IN ('event', 'head')";
const QUICK_CHECK = 'SELECT CAST(quick_check AS BLOB) AS said FROM pragma_quick_check(1)';

interface Said {
  readonly said: ArrayBuffer | null;
}

/** Rows in a SQLite file, whose structure can be checked too. */
export type SqliteStore = SqliteReads & RowStore;

/** The rows of an open file, read in the same way whether it is also written or not. */
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
    return this.refusing(() => headFrom(this.db.prepare(SELECT_HEAD).all()[0] as SqliteHead | undefined));
  }

  page(afterSeq: number, count: number): Promise<readonly JournalRow[]> {
    return this.refusing(() => this.pageNow(afterSeq, count));
  }

  /** What is wrong with the file's own structure, which may hinder writing where every row can be read; null if nothing is. */
  damage(): Promise<string | null> {
    return this.refusing(() => {
      const [found] = this.said(QUICK_CHECK);
      return found === 'ok'
        ? this.damagedDefinition()
        : (found?.replace(/\s+/g, ' ') ?? 'it cannot be checked');
    });
  }

  private said(sql: string): readonly (string | null)[] {
    return (this.db.prepare(sql).all() as Said[]).map(({ said }) => textFrom(said));
  }

  /** SQLite does not report a broken table definition to readers, so each definition is tried once more in another database. */
  private damagedDefinition(): string | null {
    const memory = new Database(':memory:');
    try {
      for (const said of this.said(DEFINITIONS)) {
        if (said === null) return 'the definition of a table is no text';
        memory.prepare(said);
      }
      return null;
    } catch (error) {
      return String(error);
    } finally {
      memory.close();
    }
  }

  protected pageNow(afterSeq: number, count: number): readonly JournalRow[] {
    return (this.rows.all(afterSeq, count) as SqliteRow[]).map(rowFrom);
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
