// The journal over any row store: it seals what is written, and checks the chain of whatever is read.
import { setImmediate } from 'node:timers/promises';
import type { RecordedEvent } from '../../domain/event.js';
import { JournalError } from '../../domain/refusal.js';
import type { RedactedText } from '../../domain/redaction.js';
import { decodeEvent } from './event-codec.js';
import { EMPTY_HEAD, readRow, redactRow, rowOf, type Head, type JournalRow } from './journal-row.js';
import { checkPlace, EMPTY_TAIL, takePlaces, type JournalTail } from './journal-tail.js';
import type { Journal, Others, PendingEvent, RedactedPair } from './journal.js';
import type { RowStore } from './row-store.js';
import { Unvouched } from './unvouched.js';

const PAGE = 500;

type Verified = { readonly row: JournalRow; readonly event: RecordedEvent };

/** Where a journal ends, according to its last row. */
export type JournalEnd = Head & JournalTail;

export const EMPTY_END: JournalEnd = Object.freeze({ ...EMPTY_HEAD, at: EMPTY_TAIL.at });

export class StoredJournal<Store extends RowStore = RowStore> implements Journal {
  readonly others: Others | null = null;
  private open = true;
  private readonly adopted = new Unvouched();
  /** Writes follow one another: each begins where the one before ended. */
  private last: Promise<unknown> = Promise.resolve();

  /** @param end where the rows end, as `checkedEnd` found. */
  constructor(
    protected readonly store: Store,
    protected end: JournalEnd,
  ) {}

  get lastSeq(): number {
    return this.end.seq;
  }

  get head(): Head {
    return { seq: this.end.seq, hash: this.end.hash };
  }

  append(pending: readonly PendingEvent[], expectedSeq: number): Promise<readonly RecordedEvent[]> {
    return this.inTurn(async () => {
      const recorded = takePlaces(this.end, pending, expectedSeq);
      if (recorded.length === 0) return recorded;
      // All is made before the transaction, so that only the disk can fail within it.
      await this.write(await this.sealed(recorded));
      return recorded;
    });
  }

  redact(
    seq: number,
    what: RedactedText,
    notice: PendingEvent,
    expectedSeq: number,
  ): Promise<RedactedPair | null> {
    return this.inTurn(async () => {
      takePlaces(this.end, [notice], expectedSeq);
      const previous = await this.hashBefore(seq);
      const redacted = redactRow(await this.verifiedAt(seq, previous), what, previous);
      if (!redacted) return null;
      const { row, seal } = redacted;
      const [told] = takePlaces(this.end, [sealedBy(notice, seal)], expectedSeq);
      if (!told) throw new Error('a notice has a place');
      await this.write(await this.sealed([told]), row);
      return { target: readRow(row, previous).recorded, notice: told };
    });
  }

  async *read(afterSeq: number, limit?: number): AsyncIterable<RecordedEvent> {
    for await (const { event } of this.verified(afterSeq, limit)) yield event;
  }

  async *rows(afterSeq: number, limit?: number): AsyncIterable<JournalRow> {
    for await (const { row } of this.verified(afterSeq, limit)) yield row;
  }

  adopt(rows: readonly JournalRow[], isEnd = false): Promise<void> {
    return this.inTurn(async () => {
      let last = this.end;
      for (const row of rows) {
        checkPlace(last, row);
        this.adopted.note(readRow(row, last.hash));
        last = row;
      }
      if (isEnd) this.adopted.check();
      await this.write(rows);
    });
  }

  obstacle(): JournalError | null {
    return this.open ? (this.store.look?.() ?? null) : null;
  }

  async close(): Promise<void> {
    if (!this.open) return;
    this.open = false;
    await this.last;
    await this.store.close();
  }

  private async *verified(afterSeq: number, limit = Infinity): AsyncIterable<Verified> {
    this.checkOpen();
    let last: JournalEnd = { seq: afterSeq, at: '', hash: await this.hashBefore(afterSeq + 1) };
    const unvouched = new Unvouched();
    let rows: readonly JournalRow[];
    do {
      this.checkOpen();
      rows = await this.store.page(last.seq, Math.min(PAGE, afterSeq + limit - last.seq));
      for (const row of rows) {
        this.checkOpen();
        checkPlace(last, row);
        const read = readRow(row, last.hash);
        unvouched.note(read);
        last = row;
        yield { row, event: read.recorded };
      }
      await setImmediate();
    } while (rows.length > 0);
    // Whoever reads a part does not come to what vouches for it.
    if (last.seq >= this.end.seq) await this.checkVouched(unvouched, last.seq);
  }

  /** Where others write, it may be vouched for after what this process knows as the end. */
  private async checkVouched(unvouched: Unvouched, seq: number): Promise<void> {
    for (let last = seq; unvouched.any;) {
      const before = last;
      for (const { type, body, ...recorded } of await this.store.page(before, PAGE)) {
        last = recorded.seq;
        if (type === 'Redacted')
          unvouched.note({ recorded: { ...recorded, event: decodeEvent(body) }, seal: null });
      }
      if (last <= before) unvouched.check();
    }
  }

  private async verifiedAt(seq: number, previous: string): Promise<JournalRow> {
    const [row] = await this.store.page(seq - 1, 1);
    if (row?.seq !== seq) throw new JournalError(`There is no event ${seq} in the journal.`);
    readRow(row, previous);
    return row;
  }

  private async hashBefore(seq: number): Promise<string> {
    if (seq <= 1) return EMPTY_HEAD.hash;
    if (seq === this.end.seq + 1) return this.end.hash;
    const [row] = await this.store.page(seq - 2, 1);
    return row?.hash ?? EMPTY_HEAD.hash;
  }

  /** Pauses now and then, because thousands of rows take long. */
  private async sealed(recorded: readonly RecordedEvent[]): Promise<readonly JournalRow[]> {
    const rows: JournalRow[] = [];
    let { hash } = this.end;
    for (const event of recorded) {
      if (rows.length % PAGE === PAGE - 1) await setImmediate();
      const row = rowOf(event, hash);
      ({ hash } = row);
      rows.push(row);
    }
    return rows;
  }

  protected async write(added: readonly JournalRow[], replaced?: JournalRow): Promise<void> {
    const last = added.at(-1);
    if (!last) return;
    const head = { seq: last.seq, hash: last.hash };
    await this.store.write({ added, after: this.end, head, ...(replaced ? { replaced } : {}) });
    this.end = { ...head, at: last.at };
  }

  /** After all that was asked before. */
  protected inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(() => {
      this.checkOpen();
      return work();
    });
    this.last = turn.catch(() => {});
    return turn;
  }

  protected checkOpen(): void {
    if (!this.open) throw new JournalError(`Journal ${this.store.name} is closed: open it again.`);
  }
}

function sealedBy(notice: PendingEvent, seal: string | null): PendingEvent {
  const { event } = notice;
  return seal === null || event.type !== 'Redacted' ? notice : { ...notice, event: { ...event, seal } };
}

/**
 * Where rows end. They may be lost at the end, where no later one would miss them: the head knows how many there were.
 * @throws JournalError where the rows do not end where the head says.
 */
export async function checkedEnd(store: RowStore): Promise<JournalEnd> {
  const head = await store.head();
  if (!head) return lostEnd(`Journal ${store.name}`);
  const advice = 'restore the journal from a copy';
  const [last, more] =
    head.seq === 0 ? [undefined, ...(await store.page(0, 1))] : await store.page(head.seq - 1, 2);
  if (more)
    throw new JournalError(`Event ${more.seq} stands after the journal's end, ${head.seq}: ${advice}.`);
  if (head.seq === 0) return EMPTY_END;
  if (last?.seq !== head.seq) {
    throw new JournalError(`Event ${head.seq} is missing from the journal, its last: ${advice}.`);
  }
  if (last.hash !== head.hash) {
    throw new JournalError(
      `Event ${head.seq}, the last, has another hash than the journal's end: ${advice}.`,
    );
  }
  return { ...head, at: last.at };
}

/** @throws JournalError always. */
export function lostEnd(subject: string): never {
  throw new JournalError(
    `${subject}: damaged, it does not tell where it ends: restore the journal from a copy.`,
  );
}
