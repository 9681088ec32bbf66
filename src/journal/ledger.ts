// The ledger: decides commands one at a time, has them remembered, then draws them. The one object upper floors hold.
import type { AttachSource, Command } from '../domain/command.js';
import type { RecordedEvent } from '../domain/event.js';
import { canonicalJson, type Json } from '../domain/ids.js';
import { Refusal } from '../domain/refusal.js';
import { readText } from '../domain/text.js';
import type { View } from '../domain/view.js';
import type { Vocabulary } from '../domain/vocabulary.js';
import { Reading } from '../evidence/reading.js';
import { ClaimGraph } from '../graph/claim-graph.js';
import { effect, look, type Attached } from './attach-effect.js';
import { decide } from './decide.js';
import type { Decision } from './decision.js';
import type { Journal, PendingEvent } from './journal.js';

/** What came of a command. */
export interface Done extends Omit<Decision, 'events'> {
  readonly events: readonly RecordedEvent[];
  /** It was so already: nothing was recorded. */
  readonly already: boolean;
}

/** All commands of a batch, or none: which one was refused, counted from 0, and why. */
export type Batch =
  | { readonly done: readonly Done[]; readonly refused: null }
  | { readonly done: null; readonly refused: { readonly index: number; readonly refusal: Refusal } };

const READINGS_KEPT = 64;

export class Ledger {
  readonly graph: ClaimGraph;
  private readonly readings = new Map<string, Reading>();
  private readonly listeners = new Set<(events: readonly RecordedEvent[]) => void>();
  private turn: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly journal: Journal,
    readonly vocabulary: Vocabulary,
    private readonly clock: () => number,
  ) {
    this.graph = new ClaimGraph(vocabulary);
  }

  /**
   * Replays a journal into a new graph.
   * @param clock milliseconds since 1970; may jump, recorded times never go back.
   */
  static async open(journal: Journal, vocabulary: Vocabulary, clock: () => number): Promise<Ledger> {
    const ledger = new Ledger(journal, vocabulary, clock);
    for await (const event of journal.read(0)) ledger.graph.apply(event);
    return ledger;
  }

  /** The graph through a view, kept while the journal stands still. */
  reading(view: View = {}): Reading {
    const key = canonicalJson(view as Json);
    const kept = this.readings.get(key);
    if (kept) return kept;
    const reading = new Reading(this.graph, view);
    const [oldest] = this.readings.keys();
    if (this.readings.size >= READINGS_KEPT && oldest !== undefined) this.readings.delete(oldest);
    this.readings.set(key, reading);
    return reading;
  }

  /** Resolves once what was decided is on disk and drawn. Refuses as `decide` does, or with JournalError. */
  async execute(command: Command, by: string): Promise<Done> {
    return this.inTurn(async () => this.record(decide(this.graph, command), by));
  }

  /** Decides commands one after another and records all in one transaction, or none where one is refused. */
  async executeAll(commands: readonly Command[], by: string): Promise<Batch> {
    return this.inTurn(async () => {
      const decided = this.decideAll(commands, by);
      if (!('decisions' in decided)) return { done: null, refused: decided };
      const events = await this.commit(
        decided.decisions.flatMap(({ events }) => events),
        by,
      );
      let at = 0;
      const done = decided.decisions.map(decision => {
        const own = events.slice(at, (at += decision.events.length));
        return { ...decision, events: own, already: own.length === 0 };
      });
      return { done, refused: null };
    });
  }

  /** Attaches a source, or with `preview` only works out the effect, and says how the claim's support changes. */
  async attachSource(command: AttachSource, by: string, preview = false): Promise<Attached> {
    return this.inTurn(async () => {
      const decision = decide(this.graph, command);
      const before = look(this.reading(), command.claim);
      if (preview) {
        const pending = this.asRecorded(decision.events, by);
        const after = this.graph.whatIf(pending, () => look(new Reading(this.graph), command.claim));
        const known = this.graph.findAttestation(decision.attestation ?? '');
        return effect(
          'PREVIEWED',
          command.claim,
          known ? (decision.attestation ?? null) : null,
          before,
          after,
          null,
        );
      }
      const { events, already } = await this.record(decision, by);
      const after = look(this.reading(), command.claim);
      const outcome = already ? 'ALREADY_ATTACHED' : 'ATTACHED';
      const [last] = events.slice(-1);
      const recorded = last ? { seq: last.seq, at: last.at, by: last.by } : null;
      return effect(outcome, command.claim, decision.attestation ?? null, before, after, recorded);
    });
  }

  /** Events after a place in the journal, at most so many. */
  async history(afterSeq: number, limit: number): Promise<readonly RecordedEvent[]> {
    const events: RecordedEvent[] = [];
    for await (const event of this.journal.read(afterSeq, limit)) events.push(event);
    return events;
  }

  /** Calls `listener` after each commit is drawn; returns how to stop it. */
  onCommit(listener: (events: readonly RecordedEvent[]) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Waits for what is under way, then lets the journal go. */
  async close(): Promise<void> {
    await this.inTurn(async () => this.journal.close());
  }

  private decideAll(
    commands: readonly Command[],
    by: string,
  ): { decisions: Decision[] } | { index: number; refusal: Refusal } {
    return this.graph.draft(draw => {
      const decisions: Decision[] = [];
      for (const [index, command] of commands.entries()) {
        try {
          const decision = decide(this.graph, command);
          this.asRecorded(decision.events, by).forEach(draw);
          decisions.push(decision);
        } catch (error) {
          if (error instanceof Refusal) return { index, refusal: error };
          throw error;
        }
      }
      return { decisions };
    });
  }

  private async record(decision: Decision, by: string): Promise<Done> {
    const events = await this.commit(decision.events, by);
    return { ...decision, events, already: events.length === 0 };
  }

  private async commit(events: Decision['events'], by: string): Promise<readonly RecordedEvent[]> {
    if (events.length === 0) return [];
    const recorded = await this.journal.append(this.stamped(events, by), this.graph.seq);
    for (const event of recorded) this.graph.apply(event);
    this.readings.clear();
    for (const listener of this.listeners) listener(recorded);
    return recorded;
  }

  private stamped(events: Decision['events'], by: string): PendingEvent[] {
    const at = new Date(Math.max(this.clock(), this.graph.lastTime)).toISOString();
    const name = readText(by, 'name', ['by']);
    return events.map(event => ({ event, at, by: name }));
  }

  private asRecorded(events: Decision['events'], by: string): RecordedEvent[] {
    return this.stamped(events, by).map((event, index) => ({ ...event, seq: this.graph.seq + index + 1 }));
  }

  /** One after another, whatever became of those before. */
  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.turn.then(work);
    this.turn = result.catch(() => {});
    return result;
  }
}
