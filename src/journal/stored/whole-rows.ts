// Reads all rows of a journal as it stands, for a copy; other servers may go on writing.
import { JournalError } from '../../domain/refusal.js';
import type { JournalRow } from './journal-row.js';
import type { Journal } from './journal.js';

/**
 * Not for the journal of an open ledger: reading it here would take the news that the ledger waits for.
 * @throws JournalError at the end where others redacted a text meanwhile: some rows are as before that, some as after.
 */
export async function* wholeRows(journal: Journal): AsyncIterable<JournalRow> {
  yield* journal.rows(0, journal.lastSeq);
  const news = await journal.others?.news();
  if (!news?.isAnew && !news?.events.some(({ event }) => event.type === 'Redacted')) return;
  throw new JournalError(
    'A text was redacted while the journal was copied, and may be in the copy: copy again, into an empty place.',
  );
}
