// The ledger: decides commands in turn, has them recorded, then applies them to the graph. The one object upper floors hold.
import type { AttachSource, Command, Redact } from '../domain/command.js';
import type { Author, RecordedEvent } from '../domain/event.js';
import type { View } from '../domain/view.js';
import type { Vocabulary } from '../domain/vocabulary.js';
import type { ViewedGraph } from '../evidence/viewed-graph.js';
import type { ClaimGraph } from '../graph/claim-graph.js';
import type { Attached } from './decide/attach-effect.js';
import { replayJournal, type Replayed } from './snapshot/replay-journal.js';
import type { Snapshot } from './snapshot/snapshot.js';
import type { Journal, JournalNews } from './stored/journal.js';
import type { TextStore } from './texts/text-store.js';
import { copyJournal, type Copied } from './upkeep/copy-journal.js';
import { Attacher } from './writing/attacher.js';
import type { Batch, Done } from './writing/batch.js';
import { CommitQueue } from './writing/commit-queue.js';
import { Executor } from './writing/executor.js';
import { LiveGraph, type JournalPosition } from './writing/live-graph.js';
import { Redactor } from './writing/redactor.js';
import { Stamper } from './writing/stamper.js';
import { WriteLease } from './writing/write-lease.js';

export type { Batch, Done } from './writing/batch.js';

/** What a ledger is opened with. */
export interface LedgerParts {
  readonly journal: Journal;
  readonly vocabulary: Vocabulary;
  /** Milliseconds since 1970; it may jump, but recorded times never go back. */
  readonly clock: () => number;
  /** Where texts of sources are kept; without it none can be. */
  readonly texts?: TextStore | null;
  /** Of this journal, to begin from. */
  readonly snapshot?: Snapshot | null;
  /** Called with what stood against applying what other servers wrote; it is tried again. */
  readonly onTrouble?: (error: unknown) => void;
}

export class Ledger {
  readonly graph: ClaimGraph;
  readonly vocabulary: Vocabulary;
  /** Texts of sources that were kept; null where none can be. */
  readonly texts: TextStore | null;
  private readonly journal: Journal;
  private readonly snapshot: Snapshot | null;
  private readonly live: LiveGraph;
  private readonly queue: CommitQueue;
  private readonly lease: WriteLease;
  private readonly stamper: Stamper;
  private readonly executor: Executor;
  private readonly attacher: Attacher;
  private readonly redactor: Redactor;
  private isFollowing = false;
  private isClosed = false;

  private constructor(
    private readonly parts: LedgerParts,
    /** How it began. */
    readonly start: Replayed,
  ) {
    const { journal, vocabulary, texts = null, snapshot = null } = parts;
    const { graph } = start;
    this.journal = journal;
    this.vocabulary = vocabulary;
    this.texts = texts;
    this.snapshot = snapshot;
    this.graph = graph;
    const draw = (events: readonly RecordedEvent[]): void => this.apply(events);
    const live = (this.live = new LiveGraph(graph));
    const lease = (this.lease = new WriteLease(journal.others, {
      apply: draw,
      replay: news => this.replay(news),
    }));
    const queue = (this.queue = new CommitQueue(graph, journal, lease));
    const stamper = (this.stamper = new Stamper(graph, parts.clock));
    this.executor = new Executor({ graph, journal, texts, queue, lease, stamper, apply: draw });
    this.attacher = new Attacher({ graph, live, queue, stamper, apply: draw });
    this.redactor = new Redactor({
      ...{ journal, vocabulary, texts, snapshot, graph, lease, apply: draw },
      history: (afterSeq, limit) => this.history(afterSeq, limit),
      replaceWith: rewritten => live.replaceWith(rewritten),
    });
  }

  /** Replays a journal into a new graph. @throws JournalError where the journal is damaged. */
  static async open(parts: LedgerParts): Promise<Ledger> {
    const { journal, vocabulary, snapshot } = parts;
    const start = snapshot ? snapshot.replay(journal, vocabulary) : replayJournal(journal, vocabulary, null);
    const ledger = new Ledger(parts, await start);
    journal.others?.onNews(() => ledger.follow());
    return ledger;
  }

  /** Whether others may write to the journal too. */
  get isShared(): boolean {
    return this.journal.others !== null;
  }

  /** Where the graph stands now. */
  get position(): JournalPosition {
    return this.live.position;
  }

  /** Seconds since the journal was last reached, where others write to it too: so old may be what is read here. */
  get age(): number {
    return this.journal.others?.age ?? 0;
  }

  /** The graph through a view, cached until the next commit. The weighing of claims is cached longer: until something that it rests on changes. */
  through(view: View = {}): ViewedGraph {
    return this.live.through(view);
  }

  /** Resolves once what was decided is on disk and applied. Refuses as `decide` does, or with JournalError. */
  async execute(command: Command, by: string | Author): Promise<Done> {
    return this.executor.one(command, by);
  }

  /**
   * Decides commands one after another and records all in one transaction, or none where one is refused; with `preview`, says
   * what would be recorded.
   */
  async executeAll(commands: readonly Command[], by: string | Author, preview = false): Promise<Batch> {
    return this.executor.all(commands, by, preview);
  }

  /** As `executeAll` with each of several batches in turn, in one commit; one that is refused is refused alone. */
  async executeEach(
    batches: readonly (readonly Command[])[],
    by: string | Author,
  ): Promise<readonly Batch[]> {
    return this.executor.each(batches, by);
  }

  /** Attaches a source, or with `preview` only works out the effect, and says how the claim's support changes. */
  async attachSource(command: AttachSource, by: string | Author, preview = false): Promise<Attached> {
    return this.attacher.attach(command, by, preview);
  }

  /**
   * Replaces a text of an earlier event by its hash, for good. Nothing is recorded where that was done before.
   * @throws NotFound or InvalidInput where there is no such event, or no such text in it.
   */
  async redact(command: Redact, by: string | Author): Promise<Done> {
    return this.queue.alone(() =>
      this.redactor.redact(command, event => ({ ...this.stamper.stamp(by), event })),
    );
  }

  /** Copies the journal as it stands now, with its texts, while others read and write. @throws Conflict where the file exists. */
  async backup(path: string): Promise<Copied> {
    if (!this.texts) return copyJournal(this.journal, path);
    const live = [...this.graph.keptTexts()].filter(({ redacted }) => redacted === null);
    const hashes = live.map(({ sha256 }) => sha256);
    return copyJournal(this.journal, path, { from: this.texts, hashes: () => hashes });
  }

  /** Events after a position in the journal, at most so many. */
  async history(afterSeq: number, limit: number): Promise<readonly RecordedEvent[]> {
    const events: RecordedEvent[] = [];
    // What others wrote is history here once it is applied.
    const most = Math.min(limit, this.graph.seq - afterSeq);
    for await (const event of this.journal.read(afterSeq, Math.max(0, most))) events.push(event);
    return events;
  }

  /** Calls `listener` after each command's events are applied; returns how to stop it. */
  onCommit(listener: (events: readonly RecordedEvent[]) => void): () => void {
    return this.live.onApplied(listener);
  }

  /** Waits for what is under way, then lets the journal go. */
  async close(): Promise<void> {
    await this.queue.alone(async () => {
      this.isClosed = true;
      await this.snapshot?.close();
      await this.journal.close();
    });
  }

  /** Applies what other servers wrote, after all that is under way here. */
  private follow(): void {
    if (this.isFollowing) return;
    this.isFollowing = true;
    const look = async (): Promise<void> => {
      this.isFollowing = false;
      if (!this.isClosed) await this.lease.catchUp();
    };
    this.queue.alone(look).catch((error: unknown) => this.parts.onTrouble?.(error));
  }

  private async replay({ events }: JournalNews): Promise<void> {
    const { graph } = await replayJournal(this.journal, this.vocabulary, null);
    this.live.replaceWith(graph, events);
  }

  private apply(recorded: readonly RecordedEvent[]): void {
    this.live.apply(recorded);
    if (recorded.length > 0) this.snapshot?.note();
  }
}
