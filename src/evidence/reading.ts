// A reading: the graph through a whole view, time lens and evidence filters. What upper floors ask about claims they ask here.
import type { Polarity } from '../domain/attestation.js';
import { InvalidInput } from '../domain/refusal.js';
import type { ClaimStatus, View } from '../domain/view.js';
import type { ClaimGraph } from '../graph/claim-graph.js';
import type { ClaimRecord } from '../graph/records.js';
import { JoinedReads } from '../graph/joined-reads.js';
import { TimeLens } from '../graph/time-lens.js';
import { Evidence, type SetAside } from './claim-evidence.js';
import { contradictionsOf, type Contradiction } from './contradictions.js';
import { statusOf } from './status.js';
import { supportOf, type Support } from './support.js';

/** Holds for the graph as it stands when made: after the next event, make a new one. */
export class Reading {
  readonly lens: TimeLens;
  /** What is read by an entity's id. */
  readonly joined: JoinedReads;
  readonly evidence: Evidence;
  private readonly supports = { AFFIRMS: new Map<string, Support>(), DENIES: new Map<string, Support>() };
  private readonly contradictions = new Map<string, readonly Contradiction[]>();

  /** @throws InvalidInput for a view that cannot be read. */
  constructor(
    readonly graph: ClaimGraph,
    readonly view: View = {},
    setAside?: SetAside,
  ) {
    const { minIndependent } = view;
    if (minIndependent !== undefined && minIndependent < 0) {
      const field = ['view', 'minIndependent'];
      throw new InvalidInput(`\`minIndependent\` is ${minIndependent}: give a number from 0.`, { field });
    }
    this.lens = new TimeLens(graph, view);
    this.joined = new JoinedReads(graph, this.lens.identities);
    this.evidence = new Evidence(graph, this.lens, setAside);
  }

  supportOf(record: ClaimRecord, polarity: Polarity = 'AFFIRMS'): Support {
    return kept(this.supports[polarity], record, () => supportOf(this.evidence, record, polarity));
  }

  contradictionsOf(record: ClaimRecord): readonly Contradiction[] {
    return kept(this.contradictions, record, () => contradictionsOf(this.evidence, record));
  }

  statusOf(record: ClaimRecord): ClaimStatus {
    return statusOf(this.evidence, record, this.supportOf(record), this.contradictionsOf(record));
  }

  /** Whether lists, walks and paths show a claim. A claim asked for by its id is shown whatever this says. */
  accepts(record: ClaimRecord): boolean {
    return this.acceptsTimes(record) && this.acceptsEvidence(record);
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
    return (['AFFIRMS', 'DENIES'] as const).some(
      polarity => this.evidence.chainsOf(record.claim.id, polarity).any,
    );
  }
}

function kept<T>(cache: Map<string, T>, record: ClaimRecord, make: () => T): T {
  const known = cache.get(record.claim.id);
  if (known !== undefined) return known;
  const made = make();
  cache.set(record.claim.id, made);
  return made;
}
