// The filter of journal entries: by whom, which way, about what, and from when to when.
import type { EventType, RecordedEvent, Way } from '../../domain/event.js';
import type { Json } from '../../domain/ids.js';
import type { Work } from '../../graph/work/work.js';
import type { Ledger } from '../../journal/ledger.js';
import type { JournalOrder } from '../words/enums.js';

export interface JournalFilter {
  readonly by?: string;
  readonly way?: Way;
  readonly types?: readonly EventType[];
  /** ISO 8601 in UTC with milliseconds, as recorded times are; itself included. */
  readonly since?: string;
  /** In the same form; itself not included. */
  readonly until?: string;
}

/** How a list of entries is read. */
export interface JournalWalk {
  readonly order: JournalOrder;
  /** The entry before those that are read, in that order; null reads from the first. */
  readonly after: number | null;
  /** So many are read at once; 500 unless given. */
  readonly piece?: number;
  /** What reading it is part of. */
  readonly work: Work;
}

const PIECE = 500;

export const isEmptyFilter = (filter: JournalFilter): boolean => Object.keys(filter).length === 0;

/** Identifies the list, for its cursors. */
export const journalKey = (filter: JournalFilter, order: JournalOrder): Json => ({
  of: 'journal',
  ...filter,
  ...(order === 'RECORDED' ? {} : { order }),
});

/** The entries that a filter keeps, of those that are there at the start, read in pieces as they are wanted. */
export async function* readFiltered(
  ledger: Ledger,
  filter: JournalFilter,
  { order, after, piece = PIECE, work }: JournalWalk,
): AsyncGenerator<RecordedEvent> {
  const isUpwards = order === 'RECORDED';
  // Places are without gaps: what is left to read stands after `before`, up to `last`.
  let before = filter.since === undefined ? 0 : await placeBefore(ledger, filter.since);
  let last = filter.until === undefined ? ledger.graph.seq : await placeBefore(ledger, filter.until);
  if (after !== null && isUpwards) before = Math.max(before, after);
  if (after !== null && !isUpwards) last = Math.min(last, after - 1);
  while (before < last) {
    const size = Math.min(piece, last - before);
    work.take(size);
    if (work.due) await work.pause();
    const events = await ledger.history(isUpwards ? before : last - size, size);
    for (const event of isUpwards ? events : events.toReversed()) if (keeps(filter, event)) yield event;
    if (isUpwards) before += size;
    else last -= size;
  }
}

const keeps = ({ by, way, types }: JournalFilter, recorded: RecordedEvent): boolean =>
  (by === undefined || recorded.by === by) &&
  (way === undefined || recorded.way === way) &&
  (types === undefined || types.includes(recorded.event.type));

/** The last place before a time: found by halving, since times never go back. */
async function placeBefore(ledger: Ledger, time: string): Promise<number> {
  let before = 0;
  let from = ledger.graph.seq + 1;
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2);
    const [event] = await ledger.history(middle - 1, 1);
    if (event && event.at < time) before = middle;
    else from = middle;
  }
  return before;
}
