// Rows in one SQLite file, written through to disk before a write returns, readable with any SQLite tool.
// While it is open, nothing else in this process may open the file: closing a second handle drops POSIX locks.
import { existsSync } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import Database from 'libsql';
import { JournalError } from '../domain/refusal.js';
import { FOLDER_MODE, readyFile } from './journal-file.js';
import { realPath } from './journal-path.js';
import { columnsOf, type Head, type Row } from './journal-row.js';
import type { RowChange, RowStore } from './row-store.js';
import { claimFile, INSERT, releaseFile, SET_HEAD } from './sqlite-file.js';
import { sqliteRefusal } from './sqlite-refusal.js';
import {
  headFrom,
  rowFrom,
  SELECT_HEAD,
  SELECT_ROWS,
  type StoredHead,
  type StoredRow,
} from './sqlite-text.js';
import { upgradeFile } from './sqlite-upgrade.js';

/**
 * Opens the rows in a file and holds it alone until they are closed; makes the file and its folders where missing.
 * @throws JournalError where another process has it, it is no journal of ours, a newer Hearsay made it, or the disk refuses.
 */
export async function openSqliteRows(path: string): Promise<RowStore> {
  // Absolute, since SQLite gives `:memory:` and `file:` a meaning of their own.
  const file = realPath(path);
  await makeFolder(dirname(file));
  await readyFile(file);
  const db = connect(file);
  try {
    claimFile(db, file, () => upgradeFile(db));
    return new SqliteRows(file, db);
  } catch (error) {
    releaseFile(db);
    throw sqliteRefusal(error, file);
  }
}

/** Folder by folder: the recursive `mkdir` of Node never returns where a file system answers ENOENT below a folder, as /proc does. */
async function makeFolder(folder: string): Promise<void> {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) await makeFolder(dirname(folder));
  try {
    await mkdir(folder, { mode: FOLDER_MODE });
    await syncNamesIn(dirname(folder));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    if (code === 'EEXIST') return;
    throw new JournalError(
      `The folder ${folder} cannot be made (${code}): give a path in a folder that can be written.`,
    );
  }
}

/** So that the folder's own name outlives a power loss too. Where a folder cannot be synced, SQLite does not insist either. */
async function syncNamesIn(folder: string): Promise<void> {
  const handle = await open(folder).catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close();
}

function connect(file: string): Database.Database {
  try {
    return new Database(file);
  } catch {
    // The driver gives this one failure no code.
    throw new JournalError(
      `Journal ${file} cannot be opened: give the path of a file in a folder that can be written.`,
    );
  }
}

class SqliteRows implements RowStore {
  private readonly insert: Database.Statement;
  private readonly remove: Database.Statement;
  private readonly setHead: Database.Statement;
  private readonly rows: Database.Statement;

  constructor(
    readonly name: string,
    private readonly db: Database.Database,
  ) {
    this.insert = db.prepare(INSERT);
    this.remove = db.prepare('DELETE FROM event WHERE seq = ?');
    this.setHead = db.prepare(SET_HEAD);
    this.rows = db.prepare(SELECT_ROWS);
  }

  head(): Promise<Head | null> {
    return this.refusing(() => headFrom(this.db.prepare(SELECT_HEAD).all()[0] as StoredHead | undefined));
  }

  page(afterSeq: number, count: number): Promise<readonly Row[]> {
    return this.refusing(() => (this.rows.all(afterSeq, count) as StoredRow[]).map(rowFrom));
  }

  write({ added, replaced, head }: RowChange): Promise<void> {
    return this.refusing(() => {
      try {
        this.db.exec('BEGIN IMMEDIATE');
        if (replaced) this.remove.run(replaced.seq);
        for (const row of replaced ? [replaced, ...added] : added) this.insert.run(columnsOf(row));
        this.setHead.run(head.seq, head.hash);
        this.db.exec('COMMIT');
      } catch (error) {
        // SQLite may have rolled back by itself, after a full disk for one.
        if (this.db.inTransaction) this.db.exec('ROLLBACK');
        throw error;
      }
      if (replaced) this.forget();
    });
  }

  close(): Promise<void> {
    return this.refusing(() => {
      try {
        // Leaving WAL writes everything into the one file and removes the log beside it.
        this.db.exec('PRAGMA journal_mode = DELETE');
      } finally {
        releaseFile(this.db);
      }
    });
  }

  /** The log beside the file still holds what was replaced. */
  private forget(): void {
    try {
      this.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    } catch {
      // It is replaced for good all the same; the log goes when the journal is closed.
    }
  }

  /** The driver answers at once: there is nothing to wait for. */
  private async refusing<T>(work: () => T): Promise<T> {
    try {
      return await Promise.resolve(work());
    } catch (error) {
      throw sqliteRefusal(error, this.name);
    }
  }
}
