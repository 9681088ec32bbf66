// The port of the medium under a journal: it stores rows in transactions, and knows nothing of their meaning.
import type { JournalError } from '../../domain/refusal.js';
import type { Head, JournalRow } from './journal-row.js';

/** One transaction: all of it is kept, or nothing. */
export interface RowChange {
  readonly added: readonly JournalRow[];
  /** Takes the place of the row with its `seq`. */
  readonly replaced?: JournalRow;
  /** Where the rows end before. */
  readonly after: Head;
  /** Where they end then. */
  readonly head: Head;
}

/** Refuses with `JournalError` where the medium fails. */
export interface RowStore {
  /** What to call it in messages. */
  readonly name: string;
  /** What was last written as head; null where it is lost. */
  head(): Promise<Head | null>;
  /** Rows after a place in order, at most so many, as they are. */
  page(afterSeq: number, count: number): Promise<readonly JournalRow[]>;
  /** Resolves once it is on disk. */
  write(change: RowChange): Promise<void>;
  /** As that of `Journal`; without it nothing is ever known to stand against a write. */
  look?(): JournalError | null;
  close(): Promise<void>;
}
