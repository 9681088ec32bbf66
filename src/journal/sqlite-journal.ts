// The journal as one SQLite file, the default.
import type { Journal } from './journal.js';
import { openSqliteRows } from './sqlite-rows.js';
import { checkedEnd, StoredJournal } from './stored-journal.js';

/**
 * Opens the journal in a file and holds it alone until it is closed; makes the file and its folders where missing.
 * @throws JournalError where another process has it, it is no journal of ours, a newer Hearsay made it, its end is damaged, or
 *   the disk refuses.
 */
export async function openSqliteJournal(path: string): Promise<Journal> {
  const rows = await openSqliteRows(path);
  try {
    return new StoredJournal(rows, await checkedEnd(rows));
  } catch (error) {
    await rows.close();
    throw error;
  }
}
