// The journal as one SQLite file, the default.
import type { Journal } from '../stored/journal.js';
import type { RowStore } from '../stored/row-store.js';
import { openSqliteRows } from './rows.js';
import { mayWrite, openSqliteRowsToRead } from './read-only-rows.js';
import { checkedEnd, StoredJournal } from '../stored/stored-journal.js';

/**
 * Opens the journal in a file and holds it alone until it is closed; makes the file and its folders where missing.
 * @throws JournalError where another process has it, it is no journal of ours, a newer Hearsay made it, its end is damaged, or
 *   the disk refuses.
 */
export const openSqliteJournal = async (path: string): Promise<Journal> =>
  journalOn(await openSqliteRows(path));

/**
 * The same for those who only read, and need not be allowed to write: the file stays as it is, writes are refused.
 * @throws JournalError as that does, and where it could only be read in part.
 */
export const openSqliteJournalToRead = async (path: string): Promise<Journal> =>
  journalOn(await openSqliteRowsToRead(path));

/** For those who may write, and can do without: it is opened to be read only where it cannot be written. */
export const openSqliteJournalAsAllowed = (path: string): Promise<Journal> =>
  mayWrite(path) ? openSqliteJournal(path) : openSqliteJournalToRead(path);

async function journalOn(rows: RowStore): Promise<Journal> {
  try {
    return new StoredJournal(rows, await checkedEnd(rows));
  } catch (error) {
    await rows.close();
    throw error;
  }
}
