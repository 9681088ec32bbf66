// What speaks for and against each claim in a view: chains of both polarities and the families of those who speak.
import type { Polarity } from '../domain/attestation.js';
import type { ClaimId } from '../domain/ids.js';
import type { ClaimGraph } from '../graph/claim-graph.js';
import type { AttestationRecord, SourceRecord } from '../graph/records.js';
import type { TimeLens } from '../graph/time-lens.js';
import { chainsOf, type Chains } from './chains.js';
import { Families } from './families.js';
import { FamilyClasses } from './family-classes.js';

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
  readonly families: Families;
  private readonly chains = { AFFIRMS: new Map<ClaimId, Chains>(), DENIES: new Map<ClaimId, Chains>() };
  private readonly claims = new Map<ClaimId, ClaimEvidence>();

  constructor(
    readonly graph: ClaimGraph,
    readonly lens: TimeLens,
    private readonly setAside: SetAside = () => false,
  ) {
    this.families = new Families(
      graph,
      lens,
      tie =>
        lens.knows(tie) && lens.since(tie.withdrawn) === null && this.chainsOf(tie.claim.id, 'AFFIRMS').any,
    );
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

  chainsOf(claim: ClaimId, polarity: Polarity): Chains {
    const known = this.chains[polarity].get(claim);
    if (known) return known;
    const chains = chainsOf(this.graph, this.lens, claim, polarity, (record, source) =>
      this.isLive(record, source),
    );
    this.chains[polarity].set(claim, chains);
    return chains;
  }

  of(claim: ClaimId): ClaimEvidence {
    const known = this.claims.get(claim);
    if (known) return known;
    const affirming = this.chainsOf(claim, 'AFFIRMS');
    const denying = this.chainsOf(claim, 'DENIES');
    const families = new FamilyClasses(this.families, [...affirming.carrying, ...denying.carrying]);
    const evidence = { affirming, denying, families };
    this.claims.set(claim, evidence);
    return evidence;
  }
}
