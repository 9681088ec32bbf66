// A page of the journal, read from where it is kept: only as far as the page needs.
import type { RecordedEvent } from '../domain/event.js';
import type { Ledger } from '../journal/ledger.js';
import type { Connection } from './connection.js';
import { queryFingerprint, readCursor } from './cursor.js';
import { filterKey, isEmptyFilter, readFiltered, type JournalFilter } from './journal-filter.js';
import { readFirst, type PageRequest } from './page.js';
import { JournalConnection, JournalEntryType } from './types/journal-entry.js';

const ENTRIES = 50;

export interface JournalRequest extends PageRequest {
  readonly filter?: JournalFilter;
  /** Called before each piece that is read; may throw to end the reading. */
  readonly rest?: () => void;
}

/** @throws InvalidInput for a page that cannot be given. */
export async function readJournalPage(
  ledger: Ledger,
  { filter = {}, rest = () => {}, ...request }: JournalRequest,
): Promise<Connection<JournalEntryType>> {
  const first = readFirst(request.first, ENTRIES);
  const query = filterKey(filter);
  const [after] = request.after == null ? [0] : readCursor(request.after, queryFingerprint(query));
  const whole = isEmptyFilter(filter);
  const reading = { rest, ...(whole ? { piece: first + 1 } : {}) };
  // One entry more than the page, to know whether there is another page.
  const events = await take(readFiltered(ledger, filter, Number(after), reading), first + 1);
  const rows = events.map(event => ({
    place: [event.seq],
    node: new JournalEntryType(event, ledger.graph),
  }));
  const total = whole ? ledger.graph.seq : () => count(readFiltered(ledger, filter, 0, { rest }));
  return new JournalConnection({ query, rows: () => rows, total }, { ...request, first });
}

async function take(events: AsyncIterable<RecordedEvent>, most: number): Promise<RecordedEvent[]> {
  const taken: RecordedEvent[] = [];
  for await (const event of events) if (taken.push(event) === most) break;
  return taken;
}

async function count(events: AsyncIterable<RecordedEvent>): Promise<number> {
  let found = 0;
  for await (const _ of events) found += 1;
  return found;
}
