// The graph through a whole view, time lens and evidence filters. Upper floors ask it everything about claims.
import { POLARITIES, type Polarity } from '../domain/attestation.js';
import { InvalidInput } from '../domain/refusal.js';
import type { ClaimStatus, View } from '../domain/view.js';
import type { ClaimGraph } from '../graph/claim-graph.js';
import type { Resumable } from '../graph/work/resumable.js';
import type { ClaimRecord } from '../graph/records/records.js';
import { JoinedReads } from '../graph/views/joined-reads.js';
import { TimeLens } from '../graph/views/time-lens.js';
import type { Evidence } from './weighing/claim-evidence.js';
import { contradictionCountOf, contradictionsOf, type Contradiction } from './weighing/contradictions.js';
import { statusOf } from './weighing/status.js';
import type { Support } from './weighing/support.js';
import { Weighing } from './weighing/weighing.js';

/** Holds for the graph as it stands when made: after the next event, make a new one. */
export class ViewedGraph {
  readonly lens: TimeLens;
  /** What is read by an entity's id. */
  readonly joined: JoinedReads;
  private readonly weighing: Weighing;

  /**
   * @param weigh whose word it is what claims rest on; worked out by itself unless given.
   * @throws InvalidInput for a view that cannot be read.
   */
  constructor(
    readonly graph: ClaimGraph,
    readonly view: View = {},
    weigh = (lens: TimeLens): Weighing => new Weighing(graph, lens),
  ) {
    const { minIndependent } = view;
    if (minIndependent !== undefined && minIndependent < 0) {
      const field = ['view', 'minIndependent'];
      throw new InvalidInput(`\`minIndependent\` is ${minIndependent}: give a number from 0.`, { field });
    }
    this.lens = new TimeLens(graph, view);
    this.joined = new JoinedReads(graph, this.lens.identities);
    this.weighing = weigh(this.lens);
  }

  get evidence(): Evidence {
    return this.weighing.evidence;
  }

  supportOf(record: ClaimRecord, polarity: Polarity = 'AFFIRMS'): Support {
    return this.weighing.supportOf(record, polarity);
  }

  /** Of many in one slot the first. */
  contradictionsOf(record: ClaimRecord): readonly Contradiction[] {
    return contradictionsOf(this.evidence, record);
  }

  /** How many contradictions a claim is in, with those that are not listed. */
  contradictionCountOf(record: ClaimRecord): number {
    return contradictionCountOf(this.evidence, record);
  }

  statusOf(record: ClaimRecord): ClaimStatus {
    return statusOf(this.evidence, record, this.supportOf(record));
  }

  /**
   * Works out and keeps, piece by piece, all that supports, status and contradictions of a claim rest on: asked after it, they
   * cost microseconds. Where all is kept already, there is no piece.
   */
  *prepare(record: ClaimRecord): Resumable<void> {
    yield* this.weighing.workOut(record);
  }

  /** Whether lists, walks and paths show a claim. A claim asked for by its id is shown whatever this says. */
  accepts(record: ClaimRecord): boolean {
    return this.acceptsTimes(record) && this.acceptsEvidence(record);
  }

  /** As `accepts`, in pieces; works out no more than the view's filters ask for. */
  *acceptable(record: ClaimRecord): Resumable<boolean> {
    const { lens, view } = this;
    if (!lens.knows(record) || !lens.mayHold(record)) return false;
    if (view.publishedBy !== undefined) {
      for (const polarity of POLARITIES) yield* this.evidence.workOutChains(record.claim.id, polarity);
      if (!this.acceptsTimes(record)) return false;
    }
    if (view.statuses !== undefined) yield* this.prepare(record);
    else if (view.minIndependent !== undefined) yield* this.weighing.workOutSupport(record, 'AFFIRMS');
    return this.accepts(record);
  }

  private acceptsTimes(record: ClaimRecord): boolean {
    const { lens, view } = this;
    if (!lens.knows(record) || !lens.mayHold(record)) return false;
    if (view.publishedBy !== undefined && !this.isSaid(record)) return false;
    const showsWithdrawn = view.includeWithdrawn === true || view.statuses?.includes('WITHDRAWN') === true;
    return showsWithdrawn || lens.since(record.withdrawn) === null;
  }

  private acceptsEvidence(record: ClaimRecord): boolean {
    const { minIndependent, statuses } = this.view;
    if (minIndependent !== undefined && this.supportOf(record).independent < minIndependent) return false;
    return statuses === undefined || statuses.includes(this.statusOf(record));
  }

  /** Somebody, held or reported, has said or denied it in public by then. */
  private isSaid(record: ClaimRecord): boolean {
    return POLARITIES.some(polarity => this.evidence.chainsOf(record.claim.id, polarity).any);
  }
}
