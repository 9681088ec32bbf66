// A page of the journal, read from its medium only as far as the page needs.
import type { RecordedEvent } from '../../domain/event.js';
import type { ViewedGraph } from '../../evidence/viewed-graph.js';
import type { Work } from '../../graph/work/work.js';
import type { Ledger } from '../../journal/ledger.js';
import type { Connection } from '../words/connection.js';
import { queryFingerprint, readCursor } from '../words/cursor.js';
import type { JournalOrder } from '../words/enums.js';
import { isEmptyFilter, journalKey, readFiltered, type JournalFilter } from '../inputs/journal-filter.js';
import { readFirst, type PageRequest } from '../words/page.js';
import { JournalConnection, JournalEntryType } from '../types/journal-entry.js';

const ENTRIES = 50;

export interface JournalRequest extends PageRequest {
  readonly filter?: JournalFilter;
  readonly order?: JournalOrder;
  /** What the claims of the entries are seen through, asked for once the entries are read. */
  readonly reading: () => ViewedGraph;
  /** What reading it is part of. */
  readonly work: Work;
}

/** @throws InvalidInput for a page that cannot be given. */
export async function readJournalPage(
  ledger: Ledger,
  { filter = {}, order = 'RECORDED', work, reading: readingNow, ...request }: JournalRequest,
): Promise<Connection<JournalEntryType>> {
  const first = readFirst(request.first, ENTRIES);
  const query = journalKey(filter, order);
  const cursor = request.after == null ? null : readCursor(request.after, queryFingerprint(query));
  // Places in a list go up, whichever way the journal is read.
  const sortKeyOf = (seq: number): number => (order === 'RECORDED' ? seq : -seq);
  const after = cursor && Math.abs(Number(cursor[0]));
  const whole = isEmptyFilter(filter);
  const walk = { order, after, work, ...(whole ? { piece: first + 1 } : {}) };
  // One entry more than the page, to know whether there is another page.
  const events = await take(readFiltered(ledger, filter, walk), first + 1);
  const viewed = readingNow();
  const rows = events.map(event => ({
    sortKey: [sortKeyOf(event.seq)],
    node: new JournalEntryType(event, viewed),
  }));
  const all = { order, after: null, work };
  const total = whole ? ledger.graph.seq : () => count(readFiltered(ledger, filter, all));
  return new JournalConnection({ query, rows: () => rows, total }, { ...request, first }, work);
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
