// A journal in memory, for trials and tests: it keeps all rules of the port, and is gone with the process.
import type { RecordedEvent } from '../../domain/event.js';
import { EMPTY_HEAD, rowOf } from './journal-row.js';
import { checkPlace, EMPTY_TAIL, type JournalTail } from './journal-tail.js';
import type { Journal } from './journal.js';
import { MemoryRows } from './memory-rows.js';
import { StoredJournal } from './stored-journal.js';

/**
 * A journal in memory that begins with the given events.
 * @throws JournalError where these have a gap or a time that goes back.
 */
export function openMemoryJournal(events: readonly RecordedEvent[] = []): Journal {
  let tail: JournalTail = EMPTY_TAIL;
  let { hash } = EMPTY_HEAD;
  const rows = events.map(event => {
    checkPlace(tail, event);
    tail = event;
    const row = rowOf(event, hash);
    ({ hash } = row);
    return row;
  });
  const end = { seq: tail.seq, hash, at: tail.at };
  return new StoredJournal(new MemoryRows(rows, end), end);
}
