// Attaches a source to a claim, or shows what would come of it: the claim's support before and after.
import type { AttachSource } from '../../domain/command.js';
import type { Author, RecordedEvent } from '../../domain/event.js';
import { ViewedGraph } from '../../evidence/viewed-graph.js';
import type { ClaimGraph } from '../../graph/claim-graph.js';
import { effect, look, type Attached } from '../decide/attach-effect.js';
import { decide } from '../decide/decide.js';
import type { Decision } from '../decide/decision.js';
import type { CommitQueue } from './commit-queue.js';
import type { LiveGraph } from './live-graph.js';
import type { Stamper } from './stamper.js';

/** The parts that it uses. */
export interface AttacherParts {
  readonly graph: ClaimGraph;
  readonly live: LiveGraph;
  readonly queue: CommitQueue;
  readonly stamper: Stamper;
  readonly apply: (recorded: readonly RecordedEvent[]) => void;
}

export class Attacher {
  constructor(private readonly parts: AttacherParts) {}

  /** See `Ledger.attachSource`. */
  async attach(command: AttachSource, by: string | Author, preview: boolean): Promise<Attached> {
    const { queue, graph, stamper } = this.parts;
    return queue.add<Attached>({ onlyLooks: preview }, () => {
      const decision = decide(graph, command);
      const pending = stamper.stamped(decision.events, by);
      return preview
        ? { pending: [], settle: () => this.previewed(command, by) }
        : { pending, settle: recorded => this.attached(decision, command, recorded) };
    });
  }

  private attached(
    decision: Decision,
    { claim }: AttachSource,
    recorded: readonly RecordedEvent[],
  ): Attached {
    const { live, apply: draw } = this.parts;
    const before = look(live.through({}), claim);
    draw(recorded);
    const after = look(live.through({}), claim, before);
    const [last] = recorded.slice(-1);
    const place = last ? { seq: last.seq, at: last.at, by: last.by, way: last.way } : null;
    const outcome = last ? 'ATTACHED' : 'ALREADY_ATTACHED';
    const { attestation = null, unkept = [] } = decision;
    return effect(outcome, { claim, attestation, unkept }, before, after, place);
  }

  /** Decides again, because earlier writers in the queue may have changed the graph by now. */
  private previewed(command: AttachSource, by: string | Author): Attached {
    const { graph, live, stamper } = this.parts;
    const { claim } = command;
    const { events, attestation = null, unkept = [] } = decide(graph, command);
    const before = look(live.through({}), claim);
    const after = graph.whatIf(stamper.asRecorded(events, by), () =>
      look(new ViewedGraph(graph), claim, before),
    );
    const known = attestation !== null && graph.findAttestation(attestation) ? attestation : null;
    return effect('PREVIEWED', { claim, attestation: known, unkept }, before, after, null);
  }
}
