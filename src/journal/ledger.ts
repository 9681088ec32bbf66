// The ledger: decides commands in turn, has them remembered, then draws them. The one object upper floors hold.
import type { AttachSource, Command, KeepText, Redact } from '../domain/command.js';
import type { Author, Event, RecordedEvent } from '../domain/event.js';
import { readKeptText } from '../domain/kept-text.js';
import { readLine } from '../domain/text.js';
import type { View } from '../domain/view.js';
import type { Vocabulary } from '../domain/vocabulary.js';
import { Reading } from '../evidence/reading.js';
import type { ClaimGraph } from '../graph/claim-graph.js';
import { effect, look, type Attached } from './decide/attach-effect.js';
import { CommitQueue, type Wish } from './writing/commit-queue.js';
import { batchesOf, doneOf, theOne, type Batch, type Done } from './writing/batch.js';
import { copyJournal, type Copied } from './upkeep/copy-journal.js';
import { decideAll, stampedAll, type Stamp } from './decide/decide-all.js';
import { decide } from './decide/decide.js';
import { drawJournal, type Drawn } from './snapshot/draw-journal.js';
import type { Decision } from './decide/decision.js';
import type { Journal, News, PendingEvent } from './stored/journal.js';
import { keepingTexts } from './texts/keep-texts.js';
import { LiveGraph, type Place } from './live-graph.js';
import { Redactor } from './writing/redactor.js';
import type { Snapshot } from './snapshot/snapshot.js';
import type { TextStore } from './texts/text-store.js';
import { Turns } from './writing/turns.js';

export type { Batch, Done } from './writing/batch.js';

export class Ledger {
  readonly graph: ClaimGraph;
  private readonly live: LiveGraph;
  private readonly queue: CommitQueue;
  private readonly turns: Turns;
  private readonly redactor: Redactor;
  private isFollowing = false;
  private isClosed = false;

  private constructor(
    private readonly journal: Journal,
    readonly vocabulary: Vocabulary,
    private readonly clock: () => number,
    /** Texts of sources that were kept; null where none can be. */
    readonly texts: TextStore | null,
    private readonly snapshot: Snapshot | null,
    /** How it began. */
    readonly start: Drawn,
    private readonly trouble: (error: unknown) => void,
  ) {
    this.graph = start.graph;
    this.live = new LiveGraph(this.graph);
    this.turns = new Turns(journal.others, {
      draw: events => this.draw(events),
      redraw: news => this.redraw(news),
    });
    this.queue = new CommitQueue(this.graph, journal, this.turns);
    this.redactor = new Redactor({
      ...{ journal, vocabulary, texts, snapshot, graph: this.graph, turns: this.turns },
      history: (afterSeq, limit) => this.history(afterSeq, limit),
      draw: events => this.draw(events),
      become: graph => this.live.become(graph),
    });
  }

  /**
   * Replays a journal into a new graph.
   * @param clock milliseconds since 1970; may jump, recorded times never go back.
   * @param texts where texts of sources are kept; without it none can be.
   * @param snapshot of this journal, to begin from.
   * @param trouble told what stood against drawing what others wrote; it is tried again.
   */
  static async open(
    journal: Journal,
    vocabulary: Vocabulary,
    clock: () => number,
    texts: TextStore | null = null,
    snapshot: Snapshot | null = null,
    trouble: (error: unknown) => void = () => {},
  ): Promise<Ledger> {
    const drawing = snapshot ? snapshot.draw(journal, vocabulary) : drawJournal(journal, vocabulary, null);
    const ledger = new Ledger(journal, vocabulary, clock, texts, snapshot, await drawing, trouble);
    journal.others?.onNews(() => ledger.follow());
    return ledger;
  }

  /** Whether others may write to the journal too. */
  get isShared(): boolean {
    return this.journal.others !== null;
  }

  /** Where the graph stands now. */
  get place(): Place {
    return this.live.place;
  }

  /** Seconds since the journal was last reached, where others write to it too: so old may be what is read here. */
  get age(): number {
    return this.journal.others?.age ?? 0;
  }

  /** The graph through a view, kept while the journal stands still. What claims rest on is kept longer: until that changes. */
  reading(view: View = {}): Reading {
    return this.live.reading(view);
  }

  /** Resolves once what was decided is on disk and drawn. Refuses as `decide` does, or with JournalError. */
  async execute(command: Command, by: string | Author): Promise<Done> {
    if (command.type === 'KeepText') return theOne(await this.executeAll([command], by));
    return this.queue.add({}, () => this.wish(decide(this.graph, command), by));
  }

  /**
   * Decides commands one after another and records all in one transaction, or none where one is refused; with `preview`, says
   * what would be recorded.
   */
  async executeAll(commands: readonly Command[], by: string | Author, preview = false): Promise<Batch> {
    if (!preview && commands.some(isKeepText)) {
      return this.queue.alone(() => this.turns.within(() => this.keepAll(commands, by)));
    }
    if (preview) {
      const look = (): Batch => this.previewedAll(commands, by);
      const asked = { onlyLooks: true, commands: commands.length };
      return this.queue.add<Batch>(asked, () => ({ pending: [], settle: look }));
    }
    const [batch] = await this.executeEach([commands], by);
    if (!batch) throw new Error('a batch has an outcome');
    return batch;
  }

  /** As `executeAll` with each of several batches in turn, in one commit; one that is refused is refused alone. */
  async executeEach(
    batches: readonly (readonly Command[])[],
    by: string | Author,
  ): Promise<readonly Batch[]> {
    if (batches.some(commands => commands.some(isKeepText))) {
      return Promise.all(batches.map(commands => this.executeAll(commands, by)));
    }
    const commands = batches.reduce((sum, { length }) => sum + length, 0);
    return this.queue.add<readonly Batch[]>({ commands }, draft => {
      const stamp = this.stamp(by);
      const decided = batches.map(commands => decideAll(this.graph, draft, commands, stamp));
      const decisions = decided.flatMap(one => ('decisions' in one ? one.decisions : []));
      const settle = (recorded: readonly RecordedEvent[]): readonly Batch[] => {
        this.draw(recorded);
        return batchesOf(decided, recorded);
      };
      return { pending: stampedAll(decisions, stamp), isDrawn: true, settle };
    });
  }

  /** Attaches a source, or with `preview` only works out the effect, and says how the claim's support changes. */
  async attachSource(command: AttachSource, by: string | Author, preview = false): Promise<Attached> {
    return this.queue.add<Attached>({ onlyLooks: preview }, () => {
      const decision = decide(this.graph, command);
      const pending = this.stamped(decision.events, by);
      return preview
        ? { pending: [], settle: () => this.previewed(command, by) }
        : { pending, settle: recorded => this.attached(decision, command, recorded) };
    });
  }

  /**
   * Replaces a text of an earlier event by its hash, for good. Nothing is recorded where that was done before.
   * @throws NotFound or InvalidInput where there is no such event, or no such text in it.
   */
  async redact(command: Redact, by: string | Author): Promise<Done> {
    const stamped = (event: Event): PendingEvent => ({ ...this.stamp(by), event });
    return this.queue.alone(() => this.redactor.redact(command, stamped));
  }

  /** Copies the journal as it stands now, with its texts, while others read and write. @throws Conflict where the file exists. */
  async backup(path: string): Promise<Copied> {
    if (!this.texts) return copyJournal(this.journal, path);
    const live = [...this.graph.keptTexts()].filter(({ redacted }) => redacted === null);
    const hashes = live.map(({ sha256 }) => sha256);
    return copyJournal(this.journal, path, { from: this.texts, hashes: () => hashes });
  }

  /** Events after a place in the journal, at most so many. */
  async history(afterSeq: number, limit: number): Promise<readonly RecordedEvent[]> {
    const events: RecordedEvent[] = [];
    // What others wrote is history here once it is drawn.
    const most = Math.min(limit, this.graph.seq - afterSeq);
    for await (const event of this.journal.read(afterSeq, Math.max(0, most))) events.push(event);
    return events;
  }

  /** Calls `listener` after each command's events are drawn; returns how to stop it. */
  onCommit(listener: (events: readonly RecordedEvent[]) => void): () => void {
    return this.live.onDrawn(listener);
  }

  /** Waits for what is under way, then lets the journal go. */
  async close(): Promise<void> {
    await this.queue.alone(async () => {
      this.isClosed = true;
      await this.snapshot?.close();
      await this.journal.close();
    });
  }

  /** While this goes on nothing else is written, so that no redaction takes away what is about to be named. */
  private async keepAll(commands: readonly Command[], by: string | Author): Promise<Batch> {
    const stamp = this.stamp(by);
    const decided = this.graph.draft(draft => decideAll(this.graph, draft, commands, stamp));
    if (!('decisions' in decided)) return { done: null, refused: decided };
    const texts = commands.filter(isKeepText).map(({ text }) => readKeptText(text));
    const pending = stampedAll(decided.decisions, stamp);
    const recorded = await keepingTexts(this.journal, this.texts, texts, async () => {
      const events = pending.length > 0 ? await this.journal.append(pending, this.graph.seq) : [];
      this.draw(events);
      return events;
    });
    return { done: doneOf(decided.decisions, recorded), refused: null };
  }

  private wish(decision: Decision, by: string | Author): Wish<Done> {
    return {
      pending: this.stamped(decision.events, by),
      settle: events => {
        this.draw(events);
        return { ...decision, events, already: events.length === 0 };
      },
    };
  }

  private attached(
    decision: Decision,
    { claim }: AttachSource,
    recorded: readonly RecordedEvent[],
  ): Attached {
    const before = look(this.reading(), claim);
    this.draw(recorded);
    const after = look(this.reading(), claim, before);
    const [last] = recorded.slice(-1);
    const place = last ? { seq: last.seq, at: last.at, by: last.by, way: last.way } : null;
    const outcome = last ? 'ATTACHED' : 'ALREADY_ATTACHED';
    const { attestation = null, unkept = [] } = decision;
    return effect(outcome, { claim, attestation, unkept }, before, after, place);
  }

  /** Decided anew, on what those before it have written by now. */
  private previewed(command: AttachSource, by: string | Author): Attached {
    const { claim } = command;
    const { events, attestation = null, unkept = [] } = decide(this.graph, command);
    const before = look(this.reading(), claim);
    const after = this.graph.whatIf(this.asRecorded(events, by), () =>
      look(new Reading(this.graph), claim, before),
    );
    const known = attestation !== null && this.graph.findAttestation(attestation) ? attestation : null;
    return effect('PREVIEWED', { claim, attestation: known, unkept }, before, after, null);
  }

  /** As `previewed`: on what those before it have written by now. */
  private previewedAll(commands: readonly Command[], by: string | Author): Batch {
    const stamp = this.stamp(by);
    const decided = this.graph.draft(draft => decideAll(this.graph, draft, commands, stamp));
    const would = 'decisions' in decided ? stampedAll(decided.decisions, stamp) : [];
    const events = would.map((event, index) => ({ ...event, seq: this.graph.seq + index + 1 }));
    const [batch] = batchesOf([decided], events);
    if (!batch) throw new Error('a batch has an outcome');
    return batch;
  }

  /** Draws what others wrote, after all that is under way here. */
  private follow(): void {
    if (this.isFollowing) return;
    this.isFollowing = true;
    const look = async (): Promise<void> => {
      this.isFollowing = false;
      if (!this.isClosed) await this.turns.look();
    };
    this.queue.alone(look).catch((error: unknown) => this.trouble(error));
  }

  private async redraw({ events }: News): Promise<void> {
    const { graph } = await drawJournal(this.journal, this.vocabulary, null);
    this.live.become(graph, events);
  }

  private draw(recorded: readonly RecordedEvent[]): void {
    this.live.draw(recorded);
    if (recorded.length > 0) this.snapshot?.note();
  }

  private stamped(events: Decision['events'], by: string | Author): PendingEvent[] {
    const stamp = this.stamp(by);
    return events.map(event => ({ ...stamp, event }));
  }

  private stamp(by: string | Author): Stamp {
    const at = new Date(Math.max(this.clock(), this.graph.lastTime)).toISOString();
    const { name, way } = typeof by === 'string' ? ({ name: by, way: 'API' } as const) : by;
    return { at, by: readLine(name, 'name', ['by']), way };
  }

  private asRecorded(events: Decision['events'], by: string | Author): RecordedEvent[] {
    return this.stamped(events, by).map((event, index) => ({ ...event, seq: this.graph.seq + index + 1 }));
  }
}

const isKeepText = (command: Command): command is KeepText => command.type === 'KeepText';
