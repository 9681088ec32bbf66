// The journal's port: an ordered, append-only list of recorded events. Adapters beside it keep it in memory or on disk.
import type { RecordedEvent } from '../domain/event.js';

/** An event that is not in the journal yet: the journal's next free places are its. */
export type PendingEvent = Omit<RecordedEvent, 'seq'>;

/** All methods refuse with `JournalError` where the medium fails. */
export interface Journal {
  /** Sequence number of the last event; 0 when empty. */
  readonly lastSeq: number;
  /**
   * Writes events as one transaction, in order, at the next places. Resolves once they are on disk; after a refusal none is.
   * `expectedSeq` is `lastSeq` as the caller believes it; another value is refused, so nothing is decided on a stale graph.
   */
  append(events: readonly PendingEvent[], expectedSeq: number): Promise<readonly RecordedEvent[]>;
  /** Events after `seq` in order, at most `limit`. Damage is refused, never skipped. */
  read(afterSeq: number, limit?: number): AsyncIterable<RecordedEvent>;
  /** Releases the medium; further calls are refused. */
  close(): Promise<void>;
}
