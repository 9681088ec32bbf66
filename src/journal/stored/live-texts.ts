// The kept texts that a journal names as still there: recorded by an event and not redacted since.
import type { Event } from '../../domain/event.js';
import { decodeEvent } from './event-codec.js';
import type { JournalRow } from './journal-row.js';

export class LiveTexts {
  /** Hashes by the event that named them. */
  private readonly named = new Map<number, string>();

  /** Call it with all events in order. */
  note(seq: number, event: Event): void {
    if (event.type === 'TextKept') this.named.set(seq, event.sha256);
    if (event.type === 'Redacted' && event.what === 'TEXT') this.named.delete(event.seq);
  }

  /** The same for rows, which are decoded only where they are about texts. */
  noteRow({ seq, type, body }: JournalRow): void {
    if (type === 'TextKept' || type === 'Redacted') this.note(seq, decodeEvent(body));
  }

  get hashes(): readonly string[] {
    return [...new Set(this.named.values())];
  }
}
