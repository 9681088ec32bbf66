// The SQLite file that holds a journal: locks it, checks whose it is, makes its tables, and closes it.
import { JournalError } from '../../domain/refusal.js';
import { EMPTY_HEAD } from '../stored/journal-row.js';

/** What is needed here of a connection of the driver. */
export interface SqliteConnection {
  readonly inTransaction: boolean;
  exec(sql: string): unknown;
  prepare(sql: string): { all(): unknown[] };
  close(): unknown;
}

/** "Hsay" in the file's header: the file is ours. */
const APPLICATION_ID = 0x48736179;
/** Of the tables, not of the events in them. Version 1 had no chain; `sqlite-upgrade.ts` gives it one. */
const FILE_VERSION = 2;

export const CREATE = `
  CREATE TABLE event (
    seq INTEGER PRIMARY KEY CHECK (seq > 0),
    at TEXT NOT NULL,
    "by" TEXT NOT NULL,
    way TEXT NOT NULL,
    type TEXT NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    salts TEXT NOT NULL,
    checksum INTEGER NOT NULL,
    hash TEXT NOT NULL
  ) STRICT;
  CREATE TABLE head (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    seq INTEGER NOT NULL,
    hash TEXT NOT NULL
  ) STRICT;
  INSERT INTO head VALUES (1, 0, '${EMPTY_HEAD.hash}');
  PRAGMA application_id = ${APPLICATION_ID};
  PRAGMA user_version = ${FILE_VERSION};`;

/** Takes the members of a row in their order. */
export const INSERT = 'INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)';
export const SET_HEAD = 'UPDATE head SET seq = ?, hash = ?';

/** The log is made with the first look into a file that has one. */
const ENTER_LOG = 'PRAGMA journal_mode = WAL; SELECT 1 FROM head';
/** Leaving the log writes all that it held into the file, and removes it. */
const LEAVE_LOG = 'PRAGMA journal_mode = DELETE';

const IDENTIFY = `
  SELECT (SELECT application_id FROM pragma_application_id) AS application,
         (SELECT user_version FROM pragma_user_version) AS version,
         (SELECT count(*) FROM sqlite_schema) AS things,
         (SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN ('event', 'head')) AS own`;

interface Identity {
  readonly application: number;
  readonly version: number;
  /** Tables, indexes and the like. */
  readonly things: number;
  /** Tables of ours. */
  readonly own: number;
}

/**
 * Locks the file for this connection alone, and makes the tables if the file is empty. `upgrade` is called within the
 * transaction for a file of version 1.
 * @throws JournalError for a file that is not ours or newer than this program; nothing in it is changed.
 */
export function claimFile(db: SqliteConnection, path: string, upgrade: () => void): void {
  // Looked at before it is locked, so that another program's file is left in peace, and again after, when it cannot change.
  identify(db, path);
  db.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  const { things, version } = identify(db, path);
  if (things === 0) db.exec(CREATE);
  else if (version === 1) upgrade();
  // What a redaction takes out must be gone from the file as well.
  db.exec(`COMMIT; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; ${ENTER_LOG}`);
}

/** Writes everything in the log into the file, and begins a new log. */
export const renewLog = (db: SqliteConnection): void => void db.exec(`${LEAVE_LOG}; ${ENTER_LOG}`);

/** Writes all that the log holds into the file, which is all of the journal from then on. */
export const leaveLog = (db: SqliteConnection): void => void db.exec(LEAVE_LOG);

/**
 * Which version the file has, for those who only read it.
 * @throws JournalError for a file that is not ours, newer than this program, or empty.
 */
export function versionOf(db: SqliteConnection, path: string): 'OLD' | 'OF TODAY' {
  const { things, version } = identify(db, path);
  if (things === 0) throw new JournalError(`There is no journal in ${path} yet: start a server on it.`);
  return version < FILE_VERSION ? 'OLD' : 'OF TODAY';
}

function identify(db: SqliteConnection, path: string): Identity {
  const found = db.prepare(IDENTIFY).all()[0] as Identity;
  const empty = found.application === 0 && found.things === 0;
  if (!empty) checkOwn(found, path);
  return found;
}

function checkOwn({ application, version, own }: Identity, path: string): void {
  if (application !== APPLICATION_ID) {
    throw new JournalError(`Journal ${path}: this SQLite file is no Hearsay journal: give another path.`);
  }
  if (version > FILE_VERSION) {
    const versions = `file version ${version}, this Hearsay reads ${FILE_VERSION}`;
    throw new JournalError(`Journal ${path} has ${versions}: update Hearsay to read it.`);
  }
  if (version < 1 || own < version) {
    const found = `file version ${version} and ${own} tables`;
    throw new JournalError(`Journal ${path} is damaged, it has ${found}: restore it from a copy.`);
  }
}

/** Closes the connection and gives the lock back, which closing alone does only once all statements are collected. */
export function releaseFile(db: SqliteConnection): void {
  try {
    if (db.inTransaction) db.exec('ROLLBACK');
    db.exec('PRAGMA locking_mode = NORMAL; SELECT 1 FROM sqlite_schema');
  } catch {
    // A file that cannot even be read has no lock to give back.
  }
  db.close();
}
