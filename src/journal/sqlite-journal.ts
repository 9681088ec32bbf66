// The journal as one SQLite file, the default: written through to disk before it answers, readable with any SQLite tool.
// While it is open, nothing else in this process may open the file: closing a second handle drops POSIX locks.
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import Database from 'libsql';
import type { RecordedEvent } from '../domain/event.js';
import { JournalError } from '../domain/refusal.js';
import { decodeEvent, encodeEvent, EVENT_VERSION } from './event-codec.js';
import { checkPlace, EMPTY_TAIL, takePlaces, type JournalTail } from './journal-tail.js';
import type { Journal, PendingEvent } from './journal.js';
import { claimFile, releaseFile } from './sqlite-file.js';
import { sqliteRefusal } from './sqlite-refusal.js';

const PAGE = 500;

interface Row {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly type: string;
  readonly body: string;
}

/**
 * Opens the journal in a file and holds it alone until it is closed; makes the file and its folders where missing.
 * @throws JournalError where another process has it, it is no journal of ours, a newer Hearsay made it, or the disk refuses.
 */
export async function openSqliteJournal(path: string): Promise<Journal> {
  // Absolute, since SQLite gives `:memory:` and `file:` a meaning of their own.
  const file = resolve(path);
  await makeFolder(dirname(file));
  const db = connect(file);
  try {
    claimFile(db, file);
    return new SqliteJournal(file, db);
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
    await mkdir(folder);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    if (code === 'EEXIST') return;
    throw new JournalError(
      `The folder ${folder} cannot be made (${code}): give a path in a folder that can be written.`,
    );
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

class SqliteJournal implements Journal {
  private tail: JournalTail;
  private open = true;
  private readonly insert: Database.Statement;
  private readonly page: Database.Statement;

  constructor(
    private readonly file: string,
    private readonly db: Database.Database,
  ) {
    const last = db.prepare('SELECT seq, at FROM event ORDER BY seq DESC LIMIT 1').all() as JournalTail[];
    this.tail = last[0] ?? EMPTY_TAIL;
    this.insert = db.prepare('INSERT INTO event VALUES (?, ?, ?, ?, ?, ?)');
    this.page = db.prepare('SELECT seq, at, "by", type, body FROM event WHERE seq > ? ORDER BY seq LIMIT ?');
  }

  get lastSeq(): number {
    return this.tail.seq;
  }

  append(pending: readonly PendingEvent[], expectedSeq: number): Promise<readonly RecordedEvent[]> {
    return new Promise(resolve => {
      this.checkOpen();
      const recorded = takePlaces(this.tail, pending, expectedSeq);
      // All text is made before the transaction, so that only the disk can fail within it.
      const bodies = recorded.map(({ event }) => encodeEvent(event));
      this.inTransaction(() => {
        for (const [place, { seq, at, by, event }] of recorded.entries()) {
          this.insert.run(seq, at, by, event.type, EVENT_VERSION, bodies[place]);
        }
      });
      this.tail = recorded.at(-1) ?? this.tail;
      resolve(recorded);
    });
  }

  async *read(afterSeq: number, limit = Infinity): AsyncIterable<RecordedEvent> {
    let last: JournalTail = { seq: afterSeq, at: '' };
    let rows: readonly Row[];
    do {
      rows = this.rowsAfter(last.seq, Math.min(PAGE, afterSeq + limit - last.seq));
      for (const row of rows) {
        this.checkOpen();
        checkPlace(last, row);
        yield (last = this.recorded(row));
      }
      await setImmediate();
    } while (rows.length > 0);
  }

  close(): Promise<void> {
    return new Promise(resolve => {
      if (this.open) {
        this.open = false;
        try {
          // Leaving WAL writes everything into the one file and removes the log beside it.
          this.db.exec('PRAGMA journal_mode = DELETE');
        } catch (error) {
          throw sqliteRefusal(error, this.file);
        } finally {
          releaseFile(this.db);
        }
      }
      resolve();
    });
  }

  private rowsAfter(seq: number, count: number): readonly Row[] {
    this.checkOpen();
    try {
      return this.page.all(seq, count) as Row[];
    } catch (error) {
      throw sqliteRefusal(error, this.file);
    }
  }

  private recorded({ seq, at, by, type, body }: Row): RecordedEvent {
    try {
      const event = decodeEvent(body);
      if (event.type === type) return { seq, at, by, event };
      throw new JournalError(`Damaged: its type column says ${type}, its body ${event.type}.`);
    } catch (error) {
      throw error instanceof JournalError ? new JournalError(`Event ${seq}: ${error.message}`) : error;
    }
  }

  private inTransaction(write: () => void): void {
    try {
      this.db.exec('BEGIN IMMEDIATE');
      write();
      this.db.exec('COMMIT');
    } catch (error) {
      // SQLite may have rolled back by itself, after a full disk for one.
      if (this.db.inTransaction) this.db.exec('ROLLBACK');
      throw sqliteRefusal(error, this.file);
    }
  }

  private checkOpen(): void {
    if (!this.open) throw new JournalError(`Journal ${this.file} is closed: open it again.`);
  }
}
