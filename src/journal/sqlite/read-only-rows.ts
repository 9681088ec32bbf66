// Rows of a SQLite file that is only read: nothing is changed, and no right to write is needed.
import { accessSync, constants, statSync, type Stats } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import Database from 'libsql';
import { JournalError } from '../../domain/refusal.js';
import { refuseOddFile } from '../files/journal-file.js';
import type { RowStore } from '../stored/row-store.js';
import { releaseFile, versionOf } from './file.js';
import { lacksLog, logOf, sizeOf, unreadable } from './log.js';
import { SqliteReads, type SqliteStore } from './reads.js';
import { sqliteCode, sqliteRefusal } from './refusal.js';
import { openSqliteRows } from './rows.js';

/** It takes the lock of those who read, and makes no file beside it. */
const LOCKED = 'mode=ro&readonly_shm=1';
/** It takes no lock and looks for no log: for a file whose log is not there, or empty. */
const ALONE = 'immutable=1';

/**
 * Opens the rows in a file, which stays as it is. Only where it was not let go as one file, and may be written, it is made one.
 * @throws JournalError where another process writes to it, it is no journal of ours, or it could only be read in part.
 */
export async function openSqliteRowsToRead(path: string): Promise<SqliteStore> {
  const file = resolve(path);
  checkFile(file);
  if (isLeftOpen(file) && mayWrite(file)) return openSqliteRows(file);
  try {
    const rows = lacksLog(file) ? reading(file, ALONE) : readingBeside(file);
    if (rows) return rows;
  } catch (error) {
    throw sqliteRefusal(error, file);
  }
  if (mayWrite(file)) return openSqliteRows(file);
  throw new JournalError(
    `Journal ${file} is of an older Hearsay, and can only be read: copy it with \`hearsay restore\` to where it can be written.`,
  );
}

/** Whether this process may write to a journal, its folder and its log. */
export function mayWrite(path: string): boolean {
  const { W_OK, X_OK } = constants;
  const log = logOf(path);
  try {
    accessSync(path, W_OK);
    accessSync(dirname(log), W_OK | X_OK);
    if (sizeOf(log) !== null) accessSync(log, W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Looks without opening it: closing it again would drop the locks that others in this process have. */
function checkFile(file: string): void {
  refuseOddFile(file, statOf(file));
}

function statOf(file: string): Stats {
  try {
    accessSync(file, constants.R_OK);
    return statSync(file);
  } catch (error) {
    throw unreadable(file, error);
  }
}

/** A server has it open, or ended without letting it go. */
const isLeftOpen = (file: string): boolean =>
  sizeOf(logOf(file)) !== null || sizeOf(logOf(file).replace(/-wal$/, '-journal')) !== null;

function readingBeside(file: string): SqliteStore | null {
  const log = sizeOf(logOf(file));
  try {
    return reading(file, LOCKED);
  } catch (error) {
    // SQLite finds its way in a log by an index, which it may not make here. The lock of a server would have been met first.
    const hasNoIndex = sqliteCode(error)?.startsWith('SQLITE_CANTOPEN');
    if (log === null || !hasNoIndex) throw error;
    if (log === 0) return reading(file, ALONE);
    throw new JournalError(
      `Journal ${file}: ${file}-wal holds what was recorded last, and the two can only be brought together where both can be written: copy them with \`hearsay restore\` to such a place.`,
    );
  }
}

/** Null for a file of an older form. */
function reading(file: string, how: string): SqliteStore | null {
  const db = connect(file, how);
  try {
    // From the first look on the lock is held until it is closed.
    db.exec('BEGIN');
    if (versionOf(db, file) === 'OF TODAY') return new RowsToRead(file, db);
    releaseFile(db);
    return null;
  } catch (error) {
    releaseFile(db);
    throw error;
  }
}

function connect(file: string, how: string): Database.Database {
  try {
    return new Database(`${pathToFileURL(file).href}?${how}`);
  } catch (error) {
    throw unreadable(file, error);
  }
}

class RowsToRead extends SqliteReads implements RowStore {
  write(): Promise<void> {
    return Promise.reject(this.look());
  }

  look(): JournalError {
    return new JournalError(
      `Journal ${this.name} was opened to be read only: allow writing to the file and its folder, then open it again.`,
    );
  }

  close(): Promise<void> {
    return this.refusing(() => releaseFile(this.db));
  }
}
