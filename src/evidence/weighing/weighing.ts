// A weighing: evidence, support and contradictions as of one journal position and publication time, each worked out once.
import { POLARITIES, type Polarity } from '../../domain/attestation.js';
import type { ClaimGraph } from '../../graph/claim-graph.js';
import type { ClaimRecord } from '../../graph/records/records.js';
import { atOnce, type Resumable } from '../../graph/work/resumable.js';
import type { TimeLens } from '../../graph/views/time-lens.js';
import { Evidence, type Affected, type EvidenceOptions } from './claim-evidence.js';
import { workOutContradictions } from './contradictions.js';
import { ResultCache } from './result-cache.js';
import { workOutSupport, type Support } from './support.js';

export class Weighing {
  readonly evidence: Evidence;
  private readonly supports = { AFFIRMS: new ResultCache<Support>(), DENIES: new ResultCache<Support>() };

  constructor(graph: ClaimGraph, lens: TimeLens, options: EvidenceOptions = {}) {
    this.evidence = new Evidence(graph, lens, options);
  }

  /** How many claims anything is kept of. */
  get size(): number {
    return this.evidence.size;
  }

  supportOf(record: ClaimRecord, polarity: Polarity): Support {
    return this.supports[polarity].find(record.claim.id) ?? atOnce(this.workOutSupport(record, polarity));
  }

  *workOutSupport(record: ClaimRecord, polarity: Polarity): Resumable<Support> {
    const kept = this.supports[polarity];
    const { id } = record.claim;
    const known = kept.find(id);
    if (known) return known;
    const made = yield* workOutSupport(this.evidence, record, polarity);
    return kept.find(id) ?? kept.keep(id, made);
  }

  /** Works out and keeps all that is asked of a claim: supports, status and contradictions. What is kept already costs nothing. */
  *workOut(record: ClaimRecord): Resumable<void> {
    for (const polarity of POLARITIES) {
      if (!this.supports[polarity].find(record.claim.id)) yield* this.workOutSupport(record, polarity);
    }
    yield* workOutContradictions(this.evidence, record);
  }

  /** Takes what an earlier weighing kept, but for what is affected. */
  takeOver(earlier: Weighing, affected: Affected): void {
    this.evidence.takeOver(earlier.evidence, affected);
    for (const polarity of POLARITIES) {
      this.supports[polarity].takeOver(earlier.supports[polarity], affected.claims);
    }
  }
}
