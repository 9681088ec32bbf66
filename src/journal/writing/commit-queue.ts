// Group commit: writers that wait are decided one after another and written in one transaction.
import { setImmediate } from 'node:timers/promises';
import type { RecordedEvent } from '../../domain/event.js';
import { JournalUnavailable } from '../../domain/refusal.js';
import type { ClaimGraph } from '../../graph/claim-graph.js';
import type { DryRun } from '../../graph/apply/dry-run.js';
import type { Journal, PendingEvent } from '../stored/journal.js';
import { Overtaken } from '../stored/shared-rows.js';
import type { WriteLease } from './write-lease.js';

/** What a writer wants written, and what follows once it is: applying the events, and the answer. */
export interface Decided<T> {
  readonly pending: readonly PendingEvent[];
  /** The events are applied to the dry run already, for the writers that follow. */
  readonly isApplied?: boolean;
  readonly settle: (recorded: readonly RecordedEvent[]) => T;
}

interface Asked {
  /** Commands that it is to decide. */
  readonly commands: number;
  /** It writes nothing, so it needs no turn at a shared journal. */
  readonly onlyLooks: boolean;
}

interface Turn extends Asked {
  /** Decides on the graph as the writers before it would leave it. It is called again if their commit fails. */
  readonly decide: (draft: DryRun) => Decided<void>;
  readonly refuse: (error: unknown) => void;
}

interface Alone {
  readonly alone: () => Promise<void>;
}

/** Between two commits the event loop is free for readers, so a commit holds at most so many writers and commands, or one long batch. */
const MOST_TOGETHER = 64;
const MOST_COMMANDS_TOGETHER = 256;

export class CommitQueue {
  private readonly waiting: (Turn | Alone)[] = [];
  private running = false;

  constructor(
    private readonly graph: ClaimGraph,
    private readonly journal: Journal,
    private readonly lease: WriteLease,
  ) {}

  /** Resolves with the result of `settle` once everything is on disk. Rejects as `decide` does, or with the error of the commit. */
  add<T>(asked: Partial<Asked>, decide: (draft: DryRun) => Decided<T>): Promise<T> {
    return new Promise((resolve, refuse) => {
      const wish = (draft: DryRun): Decided<void> => {
        const { settle, ...wanted } = decide(draft);
        return { ...wanted, settle: recorded => resolve(settle(recorded)) };
      };
      this.enqueue({ onlyLooks: false, commands: 1, ...asked, decide: wish, refuse });
    });
  }

  /** Runs `work` after all that came before, while nothing else is decided or written. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, refuse) => {
      this.enqueue({ alone: () => this.inReach(work).then(resolve, refuse) });
    });
  }

  private async inReach<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof JournalUnavailable) this.refuseWriters(error);
      throw error;
    }
  }

  /** Refuses the writers that wait: while the journal is out of reach each of them would wait in vain, one after another. */
  private refuseWriters(error: unknown): void {
    const isWriter = (entry: Turn | Alone): entry is Turn => 'refuse' in entry && !entry.onlyLooks;
    const waiting = this.waiting.splice(0);
    this.waiting.push(...waiting.filter(entry => !isWriter(entry)));
    for (const { refuse } of waiting.filter(isWriter)) refuse(error);
  }

  private enqueue(entry: Turn | Alone): void {
    this.waiting.push(entry);
    if (this.running) return;
    this.running = true;
    void this.run();
  }

  private async run(): Promise<void> {
    while (this.waiting.length > 0) {
      // One turn later, the requests that arrived together have been read too, and can share the commit.
      await setImmediate();
      const [first] = this.waiting;
      if (first && 'alone' in first) {
        this.waiting.shift();
        await first.alone();
      } else await this.commit(this.nextTurns());
    }
    this.running = false;
  }

  private nextTurns(): readonly Turn[] {
    const turns: Turn[] = [];
    let commands = 0;
    for (const entry of this.waiting) {
      if ('alone' in entry || turns.length === MOST_TOGETHER) break;
      if ((commands += entry.commands) > MOST_COMMANDS_TOGETHER && turns.length > 0) break;
      turns.push(entry);
    }
    this.waiting.splice(0, turns.length);
    return turns;
  }

  private async commit(turns: readonly Turn[]): Promise<void> {
    try {
      if (!turns.every(({ onlyLooks }) => onlyLooks)) await this.lease.acquire();
    } catch (error) {
      await this.outOfReach(turns, error);
      return;
    }
    const wishes = this.decide(turns);
    const pending = wishes.flatMap(wish => wish.pending);
    let recorded: readonly RecordedEvent[] = [];
    // A long batch is decided, written and applied in separate turns of the event loop.
    const isLong = pending.length > MOST_COMMANDS_TOGETHER;
    try {
      if (isLong) await setImmediate();
      if (pending.length > 0) recorded = await this.journal.append(pending, this.graph.seq);
      // Their answers say that something is there already, or is not there. Before they are sent, that must be certain.
      else await this.lease.confirm();
    } catch (error) {
      await this.lease.release();
      if (error instanceof Overtaken) this.waiting.unshift(...turns);
      else if (pending.length === 0) await this.outOfReach(turns, error);
      else this.fail(turns, wishes, error);
      return;
    }
    if (isLong) await setImmediate();
    let at = 0;
    for (const [place, { pending, settle }] of wishes.entries()) {
      const own = recorded.slice(at, (at += pending.length));
      attempt(() => settle(own), turns[place]);
    }
  }

  private decide(turns: readonly Turn[]): readonly Decided<void>[] {
    return this.graph.draft(draft =>
      turns.map((turn, at) => {
        const before = draft.savepoint;
        try {
          const wish = turn.decide(draft);
          // Applied for the writers that follow; after the last one nobody looks.
          if (wish.isApplied || at === turns.length - 1) return wish;
          for (const event of wish.pending) draft.apply({ ...event, seq: this.graph.seq + 1 });
          return wish;
        } catch (error) {
          draft.rollBackTo(before);
          // Answered together with the others, because it may rest on what they are about to write.
          return { pending: [], settle: () => turn.refuse(error) };
        }
      }),
    );
  }

  private async outOfReach(turns: readonly Turn[], error: unknown): Promise<void> {
    this.waiting.unshift(...turns.filter(({ onlyLooks }) => !onlyLooks));
    this.refuseWriters(error);
    // The others write nothing, so what is known here is enough for them.
    await this.commit(turns.filter(({ onlyLooks }) => onlyLooks));
  }

  /** Rejects the writers whose events were in the failed commit. The others may rest on those events, so they are decided again. */
  private fail(turns: readonly Turn[], wishes: readonly Decided<void>[], error: unknown): void {
    const holds = (place: number): boolean => (wishes[place]?.pending.length ?? 0) > 0;
    this.waiting.unshift(...turns.filter((_, place) => !holds(place)));
    for (const [place, turn] of turns.entries()) if (holds(place)) turn.refuse(error);
  }
}

function attempt(work: () => void, turn: Turn | undefined): void {
  try {
    work();
  } catch (error) {
    turn?.refuse(error);
  }
}
