// A page of the journal, read from where it is kept: only the entries that the page shows.
import type { Ledger } from '../journal/ledger.js';
import type { Connection } from './connection.js';
import { queryFingerprint, readCursor } from './cursor.js';
import { readFirst, type PageRequest } from './page.js';
import { JournalConnection, JournalEntryType } from './types/journal-entry.js';

const QUERY = { of: 'journal' };
const ENTRIES = 50;

/** @throws InvalidInput for a page that cannot be given. */
export async function readJournalPage(
  ledger: Ledger,
  request: PageRequest,
): Promise<Connection<JournalEntryType>> {
  const first = readFirst(request.first, ENTRIES);
  const [after] = request.after == null ? [0] : readCursor(request.after, queryFingerprint(QUERY));
  // One entry more than the page, to know whether there is another page.
  const events = await ledger.history(Number(after), first + 1);
  const rows = events.map(event => ({
    place: [event.seq],
    node: new JournalEntryType(event, ledger.graph),
  }));
  const listing = { query: QUERY, rows: () => rows, total: ledger.graph.seq };
  return new JournalConnection(listing, { ...request, first });
}
