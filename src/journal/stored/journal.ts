// The journal's port: an ordered, append-only list of recorded events.
import type { RecordedEvent } from '../../domain/event.js';
import type { RedactedText } from '../../domain/redaction.js';
import type { JournalError } from '../../domain/refusal.js';
import type { Head, JournalRow } from './journal-row.js';

/** An event that is not in the journal yet: the journal's next free places are its. */
export type PendingEvent = Omit<RecordedEvent, 'seq'>;

/** The outcome of a redaction: the event as it stands now, and the event that records the redaction. */
export interface RedactedPair {
  readonly target: RecordedEvent;
  readonly notice: RecordedEvent;
}

/** What others wrote to a journal. */
export interface JournalNews {
  readonly events: readonly RecordedEvent[];
  /** The journal continued differently from what was reported before: everything up to `lastSeq` has to be read again. */
  readonly isAnew: boolean;
}

/** The side of a journal that several processes write to. What they wrote is in it here only once it was asked for. */
export interface Others {
  /** Takes the turn to write, until `append`, `redact` or `pass`; gives what others wrote before. */
  acquire(): Promise<JournalNews>;
  /** Lets the turn go, if it is had. */
  release(): Promise<void>;
  /** As `news`, once it is certain that these are all events and they are durable: for answers that depend on it. */
  confirm(): Promise<void>;
  /** What others wrote, without taking the turn. */
  news(): Promise<JournalNews>;
  /** Calls `listener` whenever there may be news. */
  onNews(listener: () => void): void;
  /** Seconds since the journal was last reached. */
  readonly age: number;
}

/** All methods refuse with `JournalError` where the medium fails. */
export interface Journal {
  /** Sequence number of the last event; 0 when empty. */
  readonly lastSeq: number;
  readonly head: Head;
  /** Null where this process has the journal alone. */
  readonly others: Others | null;
  /**
   * Writes events as one transaction, in order, at the next places. Resolves once they are on disk; after a refusal none is.
   * `expectedSeq` is `lastSeq` as the caller believes it; another value is refused, so nothing is decided on a stale graph.
   * @throws Overtaken where others wrote in its place: what they wrote comes with the next turn, to be decided on again.
   */
  append(events: readonly PendingEvent[], expectedSeq: number): Promise<readonly RecordedEvent[]>;
  /** Replaces texts of an event by their hashes and appends the event that records it, in one transaction. Null if it was done before. */
  redact(
    seq: number,
    what: RedactedText,
    notice: PendingEvent,
    expectedSeq: number,
  ): Promise<RedactedPair | null>;
  /** Events after `seq` in order, at most `limit`. Damage is refused, never skipped. */
  read(afterSeq: number, limit?: number): AsyncIterable<RecordedEvent>;
  /** As `read`, in the stored form, for copies. */
  rows(afterSeq: number, limit?: number): AsyncIterable<JournalRow>;
  /** Takes over rows of another journal, as one transaction; they must follow what is here. @param isEnd whether no more follow */
  adopt(rows: readonly JournalRow[], isEnd?: boolean): Promise<void>;
  /**
   * Why a write would be refused now, as of a file that was moved away; null where nothing is known to stand against it. Quick, and
   * writes nothing new. To be asked before anything is done beside the journal that a write is to follow.
   */
  obstacle(): JournalError | null;
  /** Releases the medium; further calls are refused. */
  close(): Promise<void>;
}
