// A weighing: what speaks for and against claims, as recorded by a place in the journal and published by a time. What was once
// worked out is kept, and handed on to the next place save where something that it rests on has changed.
import type { Polarity } from '../domain/attestation.js';
import type { ClaimGraph } from '../graph/claim-graph.js';
import type { ClaimRecord } from '../graph/records.js';
import type { TimeLens } from '../graph/time-lens.js';
import { Evidence, type SetAside } from './claim-evidence.js';
import { contradictionsOf, type Contradiction } from './contradictions.js';
import { Kept } from './kept.js';
import { supportOf, type Support } from './support.js';

export class Weighing {
  readonly evidence: Evidence;
  private readonly supports = { AFFIRMS: new Kept<Support>(), DENIES: new Kept<Support>() };
  private readonly contradictions = new Kept<readonly Contradiction[]>();

  constructor(graph: ClaimGraph, lens: TimeLens, setAside?: SetAside) {
    this.evidence = new Evidence(graph, lens, setAside);
  }

  /** How many claims anything is kept of. */
  get size(): number {
    return this.evidence.size;
  }

  supportOf(record: ClaimRecord, polarity: Polarity): Support {
    const make = (): Support => supportOf(this.evidence, record, polarity);
    return this.supports[polarity].of(record.claim.id, make);
  }

  contradictionsOf(record: ClaimRecord): readonly Contradiction[] {
    return this.contradictions.of(record.claim.id, () => contradictionsOf(this.evidence, record));
  }

  /** Takes what an earlier weighing kept, but for what is affected; `sameFamilies` where no tie and no judgement is. */
  takeOver(earlier: Weighing, affected: ReadonlySet<ClaimRecord>, sameFamilies: boolean): void {
    const claims = [...affected].map(({ claim }) => claim.id);
    this.evidence.takeOver(earlier.evidence, claims, sameFamilies);
    this.supports.AFFIRMS.takeOver(earlier.supports.AFFIRMS, claims);
    this.supports.DENIES.takeOver(earlier.supports.DENIES, claims);
    this.contradictions.takeOver(earlier.contradictions, claims);
  }
}
