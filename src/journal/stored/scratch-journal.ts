// A journal for trials: it continues from the end of another one, and writes nothing to a medium.
import type { RecordedEvent } from '../../domain/event.js';
import { takePlaces, type JournalTail } from './journal-tail.js';
import type { Journal } from './journal.js';

/** Reads as `journal` does, and never writes to it; closing it closes `journal`. Appended events can be applied, but not read again. */
export function scratchJournal(journal: Journal): Journal {
  let tail: JournalTail = { seq: journal.lastSeq, at: '' };
  const refuse = (): never => {
    throw new Error('a scratch journal only takes events to be drawn');
  };
  return {
    get lastSeq() {
      return tail.seq;
    },
    head: journal.head,
    others: null,
    read: (afterSeq, limit) => journal.read(afterSeq, limit),
    rows: (afterSeq, limit) => journal.rows(afterSeq, limit),
    append: (events, expectedSeq) => {
      const recorded: readonly RecordedEvent[] = takePlaces(tail, events, expectedSeq);
      tail = recorded.at(-1) ?? tail;
      return Promise.resolve(recorded);
    },
    obstacle: () => null,
    redact: refuse,
    adopt: refuse,
    close: () => journal.close(),
  };
}
