// Merges lists of claims that are sorted by age into one, reading no further than asked.
import type { ClaimRecord } from '../records/records.js';

/** A list and the next place in it. */
interface Reader {
  readonly claims: readonly ClaimRecord[];
  at: number;
  seq: number;
}

/** The claims of all the lists, oldest first; one that several lists hold comes as often, in a row. */
export class OldestFirst {
  /** The reader at n is never ahead of those at 2n + 1 and 2n + 2. */
  private readonly heap: Reader[];

  constructor(lists: readonly (readonly ClaimRecord[])[]) {
    // Sorted is a heap.
    this.heap = lists
      .flatMap(claims => (claims[0] ? { claims, at: 0, seq: claims[0].recorded.seq } : []))
      .sort((a, b) => a.seq - b.seq);
  }

  /** Null at the end. */
  next(): ClaimRecord | null {
    const reader = this.heap[0];
    const record = reader?.claims[reader.at];
    if (!reader || !record) return null;
    reader.at += 1;
    reader.seq = reader.claims[reader.at]?.recorded.seq ?? Infinity;
    this.sink(reader);
    return record;
  }

  /** Puts the first reader where it belongs now. */
  private sink(reader: Reader): void {
    const { heap } = this;
    let place = 0;
    for (;;) {
      const [left, right] = [heap[2 * place + 1], heap[2 * place + 2]];
      if (!left) break;
      const isRight = right !== undefined && right.seq < left.seq;
      const child = isRight ? right : left;
      if (child.seq >= reader.seq) break;
      heap[place] = child;
      place = 2 * place + (isRight ? 2 : 1);
    }
    heap[place] = reader;
  }
}
