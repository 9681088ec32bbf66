// The SQLite file that holds a journal: locking it, telling whose it is, making its table, and letting it go.
import { JournalError } from '../domain/refusal.js';

/** What is needed here of a connection of the driver. */
export interface Connection {
  readonly inTransaction: boolean;
  exec(sql: string): unknown;
  prepare(sql: string): { all(): unknown[] };
  close(): unknown;
}

/** "Hsay" in the file's header: the file is ours. */
const APPLICATION_ID = 0x48736179;
/** Of the table, not of the events in it. */
const FILE_VERSION = 1;

const CREATE = `
  CREATE TABLE event (
    seq INTEGER PRIMARY KEY CHECK (seq > 0),
    at TEXT NOT NULL,
    "by" TEXT NOT NULL,
    type TEXT NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL
  ) STRICT;
  PRAGMA application_id = ${APPLICATION_ID};
  PRAGMA user_version = ${FILE_VERSION};`;

const IDENTIFY = `
  SELECT (SELECT application_id FROM pragma_application_id) AS application,
         (SELECT user_version FROM pragma_user_version) AS version,
         (SELECT count(*) FROM sqlite_schema) AS things`;

interface Identity {
  readonly application: number;
  readonly version: number;
  /** Tables, indexes and the like. */
  readonly things: number;
}

/**
 * Locks the file for this connection alone, and makes the table if the file is empty.
 * @throws JournalError for a file that is not ours or newer than this program; nothing in it is changed.
 */
export function claimFile(db: Connection, path: string): void {
  // Looked at before it is locked, so that another program's file is left in peace, and again after, when it cannot change.
  identify(db, path);
  db.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  if (identify(db, path).things === 0) db.exec(CREATE);
  db.exec('COMMIT; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
}

function identify(db: Connection, path: string): Identity {
  const found = db.prepare(IDENTIFY).all()[0] as Identity;
  const empty = found.application === 0 && found.things === 0;
  if (!empty) checkOwn(found, path);
  return found;
}

function checkOwn({ application, version, things }: Identity, path: string): void {
  if (application !== APPLICATION_ID) {
    throw new JournalError(`Journal ${path}: this SQLite file is no Hearsay journal: give another path.`);
  }
  if (version > FILE_VERSION) {
    const versions = `file version ${version}, this Hearsay reads ${FILE_VERSION}`;
    throw new JournalError(`Journal ${path} has ${versions}: update Hearsay to read it.`);
  }
  if (version < FILE_VERSION || things === 0) {
    const found = `file version ${version} and ${things} tables`;
    throw new JournalError(`Journal ${path} is damaged, it has ${found}: restore it from a copy.`);
  }
}

/** Closes the connection and gives the lock back, which closing alone does only once all statements are collected. */
export function releaseFile(db: Connection): void {
  try {
    if (db.inTransaction) db.exec('ROLLBACK');
    db.exec('PRAGMA locking_mode = NORMAL; SELECT 1 FROM sqlite_schema');
  } catch {
    // A file that cannot even be read has no lock to give back.
  }
  db.close();
}
