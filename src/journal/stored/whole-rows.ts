// Reads all rows of a journal as it stands, for a copy; other servers may go on writing.
import { JournalError } from '../../domain/refusal.js';
import type { JournalRow } from './journal-row.js';
import type { Journal } from './journal.js';

/**
 * Not for a journal that a ledger draws: what others wrote is taken from it.
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
