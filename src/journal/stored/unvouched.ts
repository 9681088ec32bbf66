// Entries whose hash is over words that were redacted since: a seal in the entry of the redaction vouches for what is left.
import { JournalError } from '../../domain/refusal.js';
import type { RowRead } from './journal-row.js';

export class Unvouched {
  private readonly seals = new Map<number, string>();

  /** Call it with all rows in order. */
  note({ recorded: { seq, event }, seal }: RowRead): void {
    if (seal !== null) this.seals.set(seq, seal);
    // One that lost more since is vouched for by a later one.
    if (event.type === 'Redacted' && event.seal !== undefined && this.seals.get(event.seq) === event.seal) {
      this.seals.delete(event.seq);
    }
  }

  /** Whether there are any. */
  get any(): boolean {
    return this.seals.size > 0;
  }

  /** What is wrong with each, by its place, once all rows were noted. */
  *damages(): IterableIterator<readonly [seq: number, message: string]> {
    for (const seq of this.seals.keys()) {
      yield [
        seq,
        `Event ${seq}: Damaged: it lost words, and no entry vouches for what is left. Restore the journal from a copy.`,
      ];
    }
  }

  /** @throws JournalError where there is one, once all rows were noted. */
  check(): void {
    for (const [, message] of this.damages()) throw new JournalError(message);
  }
}
