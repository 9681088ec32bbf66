// The journal's port: an ordered, append-only list of recorded events. Adapters beside it keep it in memory or on disk.
import type { RecordedEvent } from '../domain/event.js';
import type { RedactedText } from '../domain/redaction.js';
import type { Head, Row } from './journal-row.js';

/** An event that is not in the journal yet: the journal's next free places are its. */
export type PendingEvent = Omit<RecordedEvent, 'seq'>;

/** What came of a redaction: the event as it stands now, and the one that tells of it. */
export interface RedactedPair {
  readonly target: RecordedEvent;
  readonly notice: RecordedEvent;
}

/** All methods refuse with `JournalError` where the medium fails. */
export interface Journal {
  /** Sequence number of the last event; 0 when empty. */
  readonly lastSeq: number;
  readonly head: Head;
  /**
   * Writes events as one transaction, in order, at the next places. Resolves once they are on disk; after a refusal none is.
   * `expectedSeq` is `lastSeq` as the caller believes it; another value is refused, so nothing is decided on a stale graph.
   */
  append(events: readonly PendingEvent[], expectedSeq: number): Promise<readonly RecordedEvent[]>;
  /** Replaces texts of an event by their hashes and appends the event that tells of it, as one transaction. Null where it was done before. */
  redact(
    seq: number,
    what: RedactedText,
    notice: PendingEvent,
    expectedSeq: number,
  ): Promise<RedactedPair | null>;
  /** Events after `seq` in order, at most `limit`. Damage is refused, never skipped. */
  read(afterSeq: number, limit?: number): AsyncIterable<RecordedEvent>;
  /** As `read`, in the stored form, for copies. */
  rows(afterSeq: number, limit?: number): AsyncIterable<Row>;
  /** Takes over rows of another journal, as one transaction; they must follow what is here. */
  adopt(rows: readonly Row[]): Promise<void>;
  /** Releases the medium; further calls are refused. */
  close(): Promise<void>;
}
