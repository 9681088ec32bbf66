// A journal in memory, for trying things out and for tests: it keeps all rules of the port and forgets everything at the end.
import { setImmediate } from 'node:timers/promises';
import type { RecordedEvent } from '../domain/event.js';
import { JournalError } from '../domain/refusal.js';
import { checkWritable } from './event-codec.js';
import { checkPlace, EMPTY_TAIL, takePlaces, type JournalTail } from './journal-tail.js';
import type { Journal, PendingEvent } from './journal.js';

const PAGE = 1000;

/**
 * A journal in memory that begins with the given events.
 * @throws JournalError where these have a gap or a time that goes back.
 */
export function openMemoryJournal(events: readonly RecordedEvent[] = []): Journal {
  let tail = EMPTY_TAIL;
  for (const event of events) {
    checkPlace(tail, event);
    tail = event;
  }
  return new MemoryJournal([...events]);
}

class MemoryJournal implements Journal {
  private open = true;

  constructor(private readonly events: RecordedEvent[]) {}

  get lastSeq(): number {
    return this.events.length;
  }

  append(pending: readonly PendingEvent[], expectedSeq: number): Promise<readonly RecordedEvent[]> {
    return new Promise(resolve => {
      this.checkOpen();
      const recorded = takePlaces(this.tail(), pending, expectedSeq);
      for (const { event } of recorded) checkWritable(event);
      for (const event of recorded) this.events.push(event);
      resolve(recorded);
    });
  }

  async *read(afterSeq: number, limit = Infinity): AsyncIterable<RecordedEvent> {
    for (let seq = afterSeq + 1; seq <= afterSeq + limit; seq++) {
      this.checkOpen();
      const event = this.events[seq - 1];
      if (event === undefined) return;
      yield event;
      if (seq % PAGE === 0) await setImmediate();
    }
  }

  close(): Promise<void> {
    this.open = false;
    return Promise.resolve();
  }

  private tail(): JournalTail {
    return this.events.at(-1) ?? EMPTY_TAIL;
  }

  private checkOpen(): void {
    if (!this.open) throw new JournalError('The journal is closed: open it again.');
  }
}
