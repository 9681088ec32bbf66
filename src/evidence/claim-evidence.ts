// What speaks for and against each claim in a view: chains of both polarities and the families of those who speak.
import type { Polarity } from '../domain/attestation.js';
import type { ClaimId } from '../domain/ids.js';
import type { ClaimGraph } from '../graph/claim-graph.js';
import type { AttestationRecord, ClaimRecord, SourceRecord } from '../graph/records.js';
import type { TimeLens } from '../graph/time-lens.js';
import { chainsOf, type Chains } from './chains.js';
import { Families } from './families.js';
import { FamilyClasses } from './family-classes.js';
import { Kept } from './kept.js';

export interface ClaimEvidence {
  readonly affirming: Chains;
  readonly denying: Chains;
  /** Over the carrying attestations of both polarities. */
  readonly families: FamilyClasses;
}

/** Says of an attestation that it is to be left out, as if it, its source or its party did not exist. */
export type SetAside = (record: AttestationRecord, source: SourceRecord) => boolean;

/** The evidence of a graph as it stands, seen through a lens. Each claim is worked out once, when first asked for. */
export class Evidence {
  private kin: Families;
  private readonly chains = { AFFIRMS: new Kept<Chains>(), DENIES: new Kept<Chains>() };
  private readonly claims = new Kept<ClaimEvidence>();

  constructor(
    readonly graph: ClaimGraph,
    readonly lens: TimeLens,
    private readonly setAside: SetAside = () => false,
  ) {
    this.kin = new Families(this);
  }

  get families(): Families {
    return this.kin;
  }

  /** How many claims anything is kept of. */
  get size(): number {
    return Math.max(this.chains.AFFIRMS.size, this.chains.DENIES.size);
  }

  /** Recorded by then, not withdrawn by then, its source out by then, and not set aside. */
  isLive(record: AttestationRecord, source: SourceRecord): boolean {
    const { lens } = this;
    return (
      lens.knows(record) &&
      lens.since(record.withdrawn) === null &&
      lens.isPublished(source) &&
      !this.setAside(record, source)
    );
  }

  /** Whether a dependence claim counts, apart from its valid time. */
  ties(tie: ClaimRecord): boolean {
    const { lens } = this;
    return (
      lens.knows(tie) && lens.since(tie.withdrawn) === null && this.chainsOf(tie.claim.id, 'AFFIRMS').any
    );
  }

  chainsOf(claim: ClaimId, polarity: Polarity): Chains {
    return this.chains[polarity].of(claim, () =>
      chainsOf(this.graph, this.lens, claim, polarity, (record, source) => this.isLive(record, source)),
    );
  }

  of(claim: ClaimId): ClaimEvidence {
    return this.claims.of(claim, () => {
      const affirming = this.chainsOf(claim, 'AFFIRMS');
      const denying = this.chainsOf(claim, 'DENIES');
      const families = new FamilyClasses(this.families, [...affirming.carrying, ...denying.carrying]);
      return { affirming, denying, families };
    });
  }

  /** See `Weighing`. */
  takeOver(earlier: Evidence, affected: Iterable<ClaimId>, sameFamilies: boolean): void {
    this.chains.AFFIRMS.takeOver(earlier.chains.AFFIRMS, affected);
    this.chains.DENIES.takeOver(earlier.chains.DENIES, affected);
    this.claims.takeOver(earlier.claims, affected);
    if (!sameFamilies) return;
    this.kin = earlier.kin;
    this.kin.moveTo(this);
    earlier.kin = new Families(earlier);
  }
}
