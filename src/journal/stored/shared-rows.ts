// The port of a medium that several processes write to: one of them at a time holds the end.
import { JournalError } from '../../domain/refusal.js';
import type { Head, JournalRow } from './journal-row.js';
import type { RowStore } from './row-store.js';

/** Where the rows end, and those after a place, of one moment. */
export interface Since {
  readonly head: Head;
  readonly rows: readonly JournalRow[];
}

export interface SharedRows extends RowStore {
  /** Takes the end: nobody else writes until `write` or `letGo`. Gives rows after a place besides, at most so many. */
  take(afterSeq: number, count: number): Promise<Since>;
  letGo(): Promise<void>;
  /**
   * Lets it go once it is sure that rows end at `head`, and that these are as safe as those that are written. Who wrote them may not
   * know yet what came of it; and a server that another was promoted over does not know that there are more. @throws Overtaken where
   * they end elsewhere.
   */
  confirm(head: Head): Promise<void>;
  /** As `take` does, without taking anything. */
  since(afterSeq: number, count: number): Promise<Since>;
  /** Calls `listener` whenever others may have written. */
  onNews(listener: () => void): void;
  /** Seconds since it was last reached. */
  readonly age: number;
}

/** Others wrote before what was to be written could be: it is to be decided again on what is there now. */
export class Overtaken extends JournalError {}
