// Redacts a text: checks the command, rewrites the event, and replaces the graph by one without the words.
import type { Redact } from '../../domain/command.js';
import type { Event, RecordedEvent } from '../../domain/event.js';
import type { TextVersion } from '../../domain/kept-text.js';
import type { Vocabulary } from '../../domain/vocabulary.js';
import type { ClaimGraph } from '../../graph/claim-graph.js';
import type { TextRecord } from '../../graph/records/records.js';
import type { Done } from './batch.js';
import { checkRedact, type Redaction } from '../decide/decide-redact.js';
import { readPast, replayedWith } from '../snapshot/replay-journal.js';
import type { Journal, PendingEvent } from '../stored/journal.js';
import type { Snapshot } from '../snapshot/snapshot.js';
import type { TextStore } from '../texts/text-store.js';
import type { WriteLease } from './write-lease.js';

/** Everything that a redaction changes. */
export interface RedactionGround {
  readonly journal: Journal;
  readonly graph: ClaimGraph;
  readonly vocabulary: Vocabulary;
  readonly lease: WriteLease;
  readonly texts: TextStore | null;
  readonly snapshot: Snapshot | null;
  readonly history: (afterSeq: number, limit: number) => Promise<readonly RecordedEvent[]>;
  readonly apply: (recorded: readonly RecordedEvent[]) => void;
  /** Replaces the graph that holds the words by one without them. */
  readonly replaceWith: (graph: ClaimGraph) => void;
}

type Stamped = (event: Event) => PendingEvent;

export class Redactor {
  constructor(private readonly on: RedactionGround) {}

  /** Call it only while nothing else is decided or written. @throws NotFound or InvalidInput as `checkRedact` does. */
  async redact(command: Redact, stamped: Stamped): Promise<Done> {
    const { lease, journal, graph, history } = this.on;
    await lease.catchUp();
    await this.checked(command);
    // Checked before anything beside the journal is removed.
    const obstacle = journal.obstacle();
    if (obstacle) throw obstacle;
    // Replayed before the event is written, so nothing can fail afterwards; and before the lease is acquired, which must be held briefly.
    let past = await readPast(journal);
    return lease.within(async () => {
      const since = await history(past.length, graph.seq);
      if (since.some(isRedacted)) past = await readPast(journal);
      else past = [...past, ...since];
      const { target, event } = await this.checked(command);
      const notice = stamped(event);
      if (command.what === 'TEXT' && target.event.type === 'TextKept')
        return this.redactText(target.event, command.seq, notice);
      return this.redactEvent(command, notice, past);
    });
  }

  private async checked(command: Redact): Promise<Redaction> {
    const [target] = command.seq < 1 ? [] : await this.on.history(command.seq - 1, 1);
    return checkRedact(command, target);
  }

  private async redactEvent(
    { seq, what }: Redact,
    notice: PendingEvent,
    past: readonly RecordedEvent[],
  ): Promise<Done> {
    const { snapshot, journal, graph, vocabulary, replaceWith: become, apply: draw } = this.on;
    // The snapshot goes first: it holds the words too, and nobody would look for them there.
    await snapshot?.clear();
    const pair = await journal.redact(seq, what, notice, graph.seq);
    if (!pair) return { events: [], already: true };
    become(replayedWith(past, pair.target, vocabulary));
    draw([pair.notice]);
    return { events: [pair.notice], already: false };
  }

  /** First the event is recorded, then the text is removed. If removing fails, `doctor` reports the text that is left. */
  private async redactText({ sha256 }: TextVersion, seq: number, notice: PendingEvent): Promise<Done> {
    const { graph, journal, texts: store, apply: draw } = this.on;
    const texts = (): readonly TextRecord[] => [...graph.keptTexts()];
    const isGone = texts().some(({ recorded, redacted }) => recorded.seq === seq && redacted !== null);
    const events = isGone ? [] : await journal.append([notice], graph.seq);
    draw(events);
    // Another source may have the same text, which is then stored once.
    const isNamed = texts().some(text => text.sha256 === sha256 && text.redacted === null);
    if (!isNamed) await store?.remove(sha256);
    return { events, already: isGone };
  }
}

/** Whether an event means that earlier events were changed. */
const isRedacted = ({ event }: RecordedEvent): boolean => event.type === 'Redacted';
