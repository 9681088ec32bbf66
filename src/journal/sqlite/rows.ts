// Rows in one SQLite file, on disk before a write returns.
import { dirname, resolve } from 'node:path';
import Database from 'libsql';
import { JournalError } from '../../domain/refusal.js';
import { readyFile } from '../files/journal-file.js';
import { realPath } from '../files/journal-path.js';
import { columnsOf, type JournalRow } from '../stored/journal-row.js';
import { makeFolder } from '../files/make-folder.js';
import type { RowChange, RowStore } from '../stored/row-store.js';
import { claimFile, INSERT, leaveLog, releaseFile, renewLog, SET_HEAD } from './file.js';
import { leftAstray, Misplaced, SqlitePlace } from './place.js';
import { SqliteReads, type SqliteStore } from './reads.js';
import { sqliteCode, sqliteRefusal, unclosed } from './refusal.js';
import { upgradeFile } from './upgrade.js';

/**
 * Opens the rows in a file and holds it alone until they are closed; makes the file and its folders where missing.
 * @throws JournalError where another process has it, it is no journal of ours, a newer Hearsay made it, or the disk refuses.
 */
export async function openSqliteRows(path: string): Promise<SqliteStore> {
  // Absolute, since SQLite gives `:memory:` and `file:` a meaning of their own.
  const file = realPath(path);
  await makeFolder(dirname(file));
  await readyFile(file);
  const db = connect(file);
  try {
    claimFile(db, file, () => upgradeFile(db));
    return new SqliteRows(file, db, new SqlitePlace(resolve(path)));
  } catch (error) {
    releaseFile(db);
    throw sqliteRefusal(error, file);
  }
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

class SqliteRows extends SqliteReads implements RowStore {
  private readonly insert: Database.Statement;
  private readonly remove: Database.Statement;
  private readonly setHead: Database.Statement;
  /** Takes out again what was written to the file while it was moved, where that is still to be done. */
  private owed: (() => void) | null = null;

  constructor(
    name: string,
    db: Database.Database,
    private readonly place: SqlitePlace,
  ) {
    super(name, db);
    this.insert = db.prepare(INSERT);
    this.remove = db.prepare('DELETE FROM event WHERE seq BETWEEN ? AND ?');
    this.setHead = db.prepare(SET_HEAD);
  }

  write(change: RowChange): Promise<void> {
    return this.refusing(() => {
      this.checkPlace();
      const { replaced, added, head } = change;
      const [original] = replaced ? this.pageNow(replaced.seq - 1, 1) : [];
      this.transact(() => {
        if (replaced) this.replace(replaced);
        for (const row of added) this.insert.run(columnsOf(row));
        this.setHead.run(head.seq, head.hash);
      });
      try {
        // What is acknowledged must lie in the file that will be opened next: it may have been moved while it was written to.
        this.checkPlace();
      } catch (error) {
        this.owed = this.takingBack(change, original);
        this.settle();
        throw error;
      }
      if (replaced) this.forget();
    });
  }

  look(): JournalError | null {
    try {
      this.checkPlace();
      return null;
    } catch (error) {
      const refusal = sqliteRefusal(error, this.name);
      if (refusal instanceof JournalError) return refusal;
      throw error;
    }
  }

  close(): Promise<void> {
    return this.refusing(() => {
      try {
        this.leave();
      } catch (error) {
        throw unclosed(error, this.name);
      } finally {
        releaseFile(this.db);
      }
    });
  }

  private leave(): void {
    const astray = this.place.astray();
    // Under the file's name may lie another's by now, with a log of its own, which leaving ours would remove.
    if (astray === 'FILE') {
      this.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      throw leftAstray(this.name);
    }
    if (astray === 'LOG') this.place.putAside();
    this.settle();
    leaveLog(this.db);
  }

  private checkPlace(): void {
    let astray = this.place.astray();
    if (astray === 'LOG') {
      this.renewLog();
      astray = this.place.astray();
    }
    if (astray !== null) throw this.misplaced();
    this.settle();
  }

  /** A log that is gone is made anew: all that it held can still be written into the file. */
  private renewLog(): void {
    try {
      this.place.putAside();
      renewLog(this.db);
      this.place.noteLog();
    } catch (error) {
      // The file was moved as well, right then: SQLite looks after it here.
      throw sqliteCode(error) === 'SQLITE_READONLY_DBMOVED' ? this.misplaced() : error;
    }
  }

  private misplaced(): Misplaced {
    return new Misplaced(this.name, this.owed !== null);
  }

  /** What was written to a file that was moved meanwhile is not acknowledged, so it must not be there when the file comes back. */
  private takingBack({ after, head }: RowChange, original: JournalRow | undefined): () => void {
    return () => {
      this.remove.run(after.seq + 1, head.seq);
      if (original) this.replace(original);
      this.setHead.run(after.seq, after.hash);
    };
  }

  private settle(): void {
    try {
      if (this.owed) this.transact(this.owed);
      this.owed = null;
    } catch {
      throw this.misplaced();
    }
  }

  private replace(row: JournalRow): void {
    this.remove.run(row.seq, row.seq);
    this.insert.run(columnsOf(row));
  }

  private transact(work: () => void): void {
    try {
      this.db.exec('BEGIN IMMEDIATE');
      work();
      this.db.exec('COMMIT');
    } catch (error) {
      // SQLite may have rolled back by itself, after a full disk for one.
      if (this.db.inTransaction) this.db.exec('ROLLBACK');
      throw error;
    }
  }

  /** The log beside the file still holds what was replaced. */
  private forget(): void {
    try {
      this.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    } catch {
      // It is replaced for good all the same; the log goes when the journal is closed.
    }
  }
}
