// Which entries of the journal are asked for: whose, by which way, of what, and from when to when.
import type { EventType, RecordedEvent, Way } from '../domain/event.js';
import type { Json } from '../domain/ids.js';
import type { Ledger } from '../journal/ledger.js';

export interface JournalFilter {
  readonly by?: string;
  readonly way?: Way;
  readonly types?: readonly EventType[];
  /** ISO 8601 in UTC with milliseconds, as recorded times are; itself included. */
  readonly since?: string;
  /** In the same form; itself not included. */
  readonly until?: string;
}

const PIECE = 500;

export const isEmptyFilter = (filter: JournalFilter): boolean => Object.keys(filter).length === 0;

/** What tells the filter's list from others, for its cursors. */
export const filterKey = (filter: JournalFilter): Json => ({ of: 'journal', ...filter });

/**
 * The entries after a place that a filter keeps, read in pieces as they are wanted.
 * @param rest called before each piece; may throw to end the reading.
 */
export async function* readFiltered(
  ledger: Ledger,
  filter: JournalFilter,
  afterSeq: number,
  { piece = PIECE, rest }: { readonly piece?: number; readonly rest: () => void },
): AsyncGenerator<RecordedEvent> {
  let last = Math.max(afterSeq, await placeBefore(ledger, filter.since));
  for (;;) {
    rest();
    const events = await ledger.history(last, piece);
    for (const event of events) {
      if (filter.until !== undefined && event.at >= filter.until) return;
      if (keeps(filter, event)) yield event;
      last = event.seq;
    }
    if (events.length < piece) return;
  }
}

const keeps = ({ by, way, types }: JournalFilter, recorded: RecordedEvent): boolean =>
  (by === undefined || recorded.by === by) &&
  (way === undefined || recorded.way === way) &&
  (types === undefined || types.includes(recorded.event.type));

/** The last place before a time: found by halving, since times never go back. */
async function placeBefore(ledger: Ledger, since: string | undefined): Promise<number> {
  if (since === undefined) return 0;
  let before = 0;
  let from = ledger.graph.seq + 1;
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2);
    const [event] = await ledger.history(middle - 1, 1);
    if (event && event.at < since) before = middle;
    else from = middle;
  }
  return before;
}
