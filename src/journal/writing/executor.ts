// Executes commands: decides each on what those before it decided, has the events written, and applies them.
import type { Command, KeepText } from '../../domain/command.js';
import type { Author, RecordedEvent } from '../../domain/event.js';
import { readKeptText } from '../../domain/kept-text.js';
import type { ClaimGraph } from '../../graph/claim-graph.js';
import { decideAll, stampedAll } from '../decide/decide-all.js';
import { decide } from '../decide/decide.js';
import type { Decision } from '../decide/decision.js';
import type { Journal } from '../stored/journal.js';
import { keepingTexts } from '../texts/keep-texts.js';
import type { TextStore } from '../texts/text-store.js';
import { batchesOf, doneOf, theOne, type Batch, type Done } from './batch.js';
import type { CommitQueue, Decided } from './commit-queue.js';
import type { Stamper } from './stamper.js';
import type { WriteLease } from './write-lease.js';

/** The parts that it uses. */
export interface ExecutorParts {
  readonly graph: ClaimGraph;
  readonly journal: Journal;
  readonly texts: TextStore | null;
  readonly queue: CommitQueue;
  readonly lease: WriteLease;
  readonly stamper: Stamper;
  readonly apply: (recorded: readonly RecordedEvent[]) => void;
}

export class Executor {
  constructor(private readonly parts: ExecutorParts) {}

  /** See `Ledger.execute`. */
  async one(command: Command, by: string | Author): Promise<Done> {
    if (isKeepText(command)) return theOne(await this.all([command], by));
    const { queue, graph } = this.parts;
    return queue.add({}, () => this.wish(decide(graph, command), by));
  }

  /** See `Ledger.executeAll`. */
  async all(commands: readonly Command[], by: string | Author, preview = false): Promise<Batch> {
    const { queue, lease } = this.parts;
    if (preview) {
      const look = (): Batch => this.previewed(commands, by);
      const asked = { onlyLooks: true, commands: commands.length };
      return queue.add<Batch>(asked, () => ({ pending: [], settle: look }));
    }
    if (commands.some(isKeepText)) return queue.alone(() => lease.within(() => this.keepAll(commands, by)));
    const [batch] = await this.each([commands], by);
    if (!batch) throw new Error('a batch has an outcome');
    return batch;
  }

  /** See `Ledger.executeEach`. */
  async each(batches: readonly (readonly Command[])[], by: string | Author): Promise<readonly Batch[]> {
    const { queue, graph, stamper, apply: draw } = this.parts;
    if (batches.some(commands => commands.some(isKeepText))) {
      return Promise.all(batches.map(commands => this.all(commands, by)));
    }
    const commands = batches.reduce((sum, { length }) => sum + length, 0);
    return queue.add<readonly Batch[]>({ commands }, draft => {
      const stamp = stamper.stamp(by);
      const decided = batches.map(batch => decideAll(graph, draft, batch, stamp));
      const decisions = decided.flatMap(one => ('decisions' in one ? one.decisions : []));
      const settle = (recorded: readonly RecordedEvent[]): readonly Batch[] => {
        draw(recorded);
        return batchesOf(decided, recorded);
      };
      return { pending: stampedAll(decisions, stamp), isApplied: true, settle };
    });
  }

  private wish(decision: Decision, by: string | Author): Decided<Done> {
    return {
      pending: this.parts.stamper.stamped(decision.events, by),
      settle: events => {
        this.parts.apply(events);
        return { ...decision, events, already: events.length === 0 };
      },
    };
  }

  /** Nothing else is written meanwhile, so no redaction can remove a text that is about to be named. */
  private async keepAll(commands: readonly Command[], by: string | Author): Promise<Batch> {
    const { graph, journal, texts: store, stamper, apply: draw } = this.parts;
    const stamp = stamper.stamp(by);
    const decided = graph.draft(draft => decideAll(graph, draft, commands, stamp));
    if (!('decisions' in decided)) return { done: null, refused: decided };
    const texts = commands.filter(isKeepText).map(({ text }) => readKeptText(text));
    const pending = stampedAll(decided.decisions, stamp);
    const recorded = await keepingTexts(journal, store, texts, async () => {
      const events = pending.length > 0 ? await journal.append(pending, graph.seq) : [];
      draw(events);
      return events;
    });
    return { done: doneOf(decided.decisions, recorded), refused: null };
  }

  /** Decides on the graph as it is when its turn in the queue comes. */
  private previewed(commands: readonly Command[], by: string | Author): Batch {
    const { graph, stamper } = this.parts;
    const stamp = stamper.stamp(by);
    const decided = graph.draft(draft => decideAll(graph, draft, commands, stamp));
    const would = 'decisions' in decided ? stampedAll(decided.decisions, stamp) : [];
    const [batch] = batchesOf([decided], stamper.numbered(would));
    if (!batch) throw new Error('a batch has an outcome');
    return batch;
  }
}

const isKeepText = (command: Command): command is KeepText => command.type === 'KeepText';
