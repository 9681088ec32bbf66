// A snapshot of a journal: a copy of its events that is quick to load, updated in the background while the journal grows.
import { JournalUnavailable } from '../../domain/refusal.js';
import type { Vocabulary } from '../../domain/vocabulary.js';
import { replayJournal, type Replayed } from './replay-journal.js';
import { decodeEvent } from '../stored/event-codec.js';
import { EventPacker } from './event-pack.js';
import { EMPTY_HEAD } from '../stored/journal-row.js';
import type { Journal } from '../stored/journal.js';
import { BackgroundThrottle } from './background-throttle.js';
import { pageBytes, type PageHead } from './snapshot-page.js';
import type { SnapshotStore } from './snapshot-store.js';

export interface SnapshotOptions {
  /** Events that a page holds; the last page is written anew until it is full. */
  readonly pageEvents?: number;
  /** So many events must be new before a page is written while the journal is in use. */
  readonly every?: number;
  /** And so many for one to be written when the journal is closed. */
  readonly atLeast?: number;
  /** False for those who only read it. */
  readonly keeps?: boolean;
  /** Told what went wrong in the background. */
  readonly trouble?: (error: unknown) => void;
}

/** Small enough that writing one takes a second, large enough that texts which recur are seldom repeated. */
const PAGE_EVENTS = 32_768;
const EVERY = 10_000;
/** So many events are replayed within the time that it takes to stop. */
const AT_LEAST = 1_000;

export class Snapshot {
  private pages: readonly PageHead[] = [];
  private journal: Journal | null = null;
  private work: Promise<void> | null = null;
  private failedAt = 0;
  private halted = false;

  constructor(
    private readonly store: SnapshotStore,
    private readonly options: SnapshotOptions = {},
  ) {}

  /** Draws a journal's graph with what fits of the snapshot, which is kept up for this journal from now on. */
  async replay(journal: Journal, vocabulary: Vocabulary): Promise<Replayed> {
    const drawn = await replayJournal(journal, vocabulary, this.store);
    this.journal = journal;
    this.pages = drawn.pages;
    if (this.keeps) {
      this.start(async () => {
        if (drawn.misfit !== null) await this.drop();
        await this.checkPast(journal);
        await this.keepUp(this.every, new BackgroundThrottle());
      });
    }
    return drawn;
  }

  /** Place of the last event in it. */
  get seq(): number {
    return this.pages.at(-1)?.to ?? 0;
  }

  /** To be called when the journal has grown; returns at once. */
  note(): void {
    if (this.keeps && this.missing >= this.every)
      this.start(() => this.keepUp(this.every, new BackgroundThrottle()));
  }

  /** Resolves once nothing of it is on disk: before words are taken out of the journal. @throws JournalError where that fails. */
  async clear(): Promise<void> {
    await this.halt();
    await this.drop();
  }

  /** Brings it up to date without resting; resolves then, or when that failed. */
  async upToDate(): Promise<void> {
    await this.halt();
    this.start(() => this.keepUp(1, null));
    await this.work;
  }

  /** Brings it up to date where that is quick; to be called before the journal is closed. */
  async close(): Promise<void> {
    await this.halt();
    const { atLeast = AT_LEAST } = this.options;
    // More takes too long to be waited for: it is written when the journal is in use again.
    const isQuick = this.missing >= atLeast && this.missing <= PAGE_EVENTS;
    if (this.keeps && isQuick) this.start(() => this.keepUp(1, null));
    await this.work;
    this.journal = null;
  }

  private get keeps(): boolean {
    return this.options.keeps ?? true;
  }

  private get every(): number {
    return this.options.every ?? EVERY;
  }

  private get pageEvents(): number {
    return this.options.pageEvents ?? PAGE_EVENTS;
  }

  /** How many events came since it was written, or since that failed. */
  private get missing(): number {
    return (this.journal?.lastSeq ?? 0) - Math.max(this.seq, this.failedAt);
  }

  private start(work: () => Promise<void>): void {
    if (this.work) return;
    this.work = work()
      .catch((error: unknown) => {
        this.failedAt = this.journal?.lastSeq ?? 0;
        this.options.trouble?.(error);
      })
      .finally(() => (this.work = null));
  }

  private async halt(): Promise<void> {
    this.halted = true;
    await this.work;
    this.halted = false;
  }

  private async drop(): Promise<void> {
    this.pages = [];
    await this.store.clear();
  }

  private async keepUp(every: number, pace: BackgroundThrottle | null): Promise<void> {
    let last = -1;
    for (;;) {
      // Perhaps another server wrote them, or took them away.
      this.pages = (await this.store.heads?.()) ?? this.pages;
      // Nor is one written again that was not taken.
      if (this.halted || this.missing < every || this.seq === last) return;
      // Where the journal was moved away, another may lie there by now, with a snapshot of its own.
      if (this.journal?.obstacle()) return;
      last = this.seq;
      await this.writePage(pace);
    }
  }

  /** A start from a snapshot does not look at the events that it copies: damage among them is found here instead. */
  private async checkPast(journal: Journal): Promise<void> {
    const pace = new BackgroundThrottle();
    try {
      for await (const _ of journal.rows(0, this.seq)) {
        if (this.halted) return;
        await pace.pause();
      }
    } catch (error) {
      // The next start shall refuse this journal, as it would without a snapshot.
      if (!(error instanceof JournalUnavailable)) await this.drop();
      throw error;
    }
  }

  /** Fills up the last page, or begins another. */
  private async writePage(pace: BackgroundThrottle | null): Promise<void> {
    if (!this.journal) return;
    const full = this.pages.filter(({ from, to }) => to - from + 1 >= this.pageEvents);
    const before = full.at(-1) ?? { to: 0, hash: EMPTY_HEAD.hash };
    const [from, asOf] = [before.to + 1, this.journal.lastSeq];
    const packer = new EventPacker(from);
    let last = { seq: before.to, hash: before.hash };
    for await (const row of this.journal.rows(before.to, Math.min(this.pageEvents, asOf - before.to))) {
      const { seq, at, by, way } = (last = row);
      packer.add({ seq, at, by, way, event: decodeEvent(row.body) });
      if (this.halted) return;
      await pace?.pause();
    }
    const head = { from, to: last.seq, before: before.hash, hash: last.hash, asOf };
    await this.store.write(full.length, pageBytes(head, packer.packed()), head);
    this.pages = [...full, head];
  }
}
