// Evidence for and against each claim in a view: chains of both polarities and their families. Each is worked out once and cached.
import type { Polarity } from '../../domain/attestation.js';
import type { ClaimId } from '../../domain/ids.js';
import type { ClaimGraph } from '../../graph/claim-graph.js';
import type { AttestationRecord, ClaimRecord, SourceRecord } from '../../graph/records/records.js';
import { atOnce, type Resumable } from '../../graph/work/resumable.js';
import type { TimeLens } from '../../graph/views/time-lens.js';
import { chainsOf, type Chains } from '../chains/chains.js';
import { Families } from '../families/families.js';
import { FamilyClasses } from '../families/family-classes.js';
import { ResultCache } from './result-cache.js';
import { rivalsIn, type Rivals } from '../slots/rivals.js';
import type { SharedSlot } from '../slots/slots.js';

export interface ClaimEvidence {
  readonly affirming: Chains;
  readonly denying: Chains;
  /** Over the carrying attestations of both polarities. */
  readonly families: FamilyClasses;
}

/** Says of an attestation that it is to be left out, as if it, its source or its party did not exist. */
export type SetAside = (record: AttestationRecord, source: SourceRecord) => boolean;

/** Evidence that differs in the attestations of a few claims alone: the chains of all others are the same. */
export interface Twin {
  readonly evidence: Evidence;
  readonly differsIn: ReadonlySet<ClaimId>;
  /** No tie is among these, and nobody is judged otherwise. */
  readonly sameFamilies: boolean;
}

export interface EvidenceOptions {
  readonly setAside?: SetAside | undefined;
  readonly twin?: Twin | undefined;
}

/** The evidence of a graph as it stands, seen through a lens. Each claim is worked out once, when first asked for. */
export class Evidence {
  private kin: Families;
  private readonly chains = { AFFIRMS: new ResultCache<Chains>(), DENIES: new ResultCache<Chains>() };
  private readonly claims = new ResultCache<ClaimEvidence>();
  private readonly rivals = new ResultCache<Rivals>();

  constructor(
    readonly graph: ClaimGraph,
    readonly lens: TimeLens,
    private readonly options: EvidenceOptions = {},
  ) {
    const { twin } = options;
    this.kin = twin?.sameFamilies ? twin.evidence.families : new Families(this);
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
      this.options.setAside?.(record, source) !== true
    );
  }

  /** Whether a dependence claim counts, apart from its valid time; undefined where that is not worked out yet. */
  knownTie(tie: ClaimRecord): boolean | undefined {
    return this.mayTie(tie) ? this.findChains(tie.claim.id, 'AFFIRMS')?.any : false;
  }

  *workOutTie(tie: ClaimRecord): Resumable<boolean> {
    return this.mayTie(tie) && (yield* this.workOutChains(tie.claim.id, 'AFFIRMS')).any;
  }

  private mayTie(tie: ClaimRecord): boolean {
    return this.lens.knows(tie) && this.lens.since(tie.withdrawn) === null;
  }

  /** Where they are kept already. */
  private findChains(claim: ClaimId, polarity: Polarity): Chains | undefined {
    const known = this.chains[polarity].find(claim);
    const { twin } = this.options;
    if (known || !twin || twin.differsIn.has(claim)) return known;
    return twin.evidence.findChains(claim, polarity);
  }

  chainsOf(claim: ClaimId, polarity: Polarity): Chains {
    return this.findChains(claim, polarity) ?? atOnce(this.workOutChains(claim, polarity));
  }

  *workOutChains(claim: ClaimId, polarity: Polarity): Resumable<Chains> {
    const known = this.findChains(claim, polarity);
    if (known) return known;
    const kept = this.chains[polarity];
    const { twin } = this.options;
    if (twin && !twin.differsIn.has(claim)) return yield* twin.evidence.workOutChains(claim, polarity);
    const isLive = (record: AttestationRecord, source: SourceRecord): boolean => this.isLive(record, source);
    const made = yield* chainsOf(this.graph, this.lens, claim, polarity, isLive);
    // Somebody else may have come first meanwhile.
    return kept.find(claim) ?? kept.keep(claim, made);
  }

  /** Whether it is kept already. */
  knows(claim: ClaimId): boolean {
    return this.claims.find(claim) !== undefined;
  }

  of(claim: ClaimId): ClaimEvidence {
    return this.claims.find(claim) ?? atOnce(this.workOut(claim));
  }

  *workOut(claim: ClaimId): Resumable<ClaimEvidence> {
    const known = this.claims.find(claim);
    if (known) return known;
    const affirming = yield* this.workOutChains(claim, 'AFFIRMS');
    const denying = yield* this.workOutChains(claim, 'DENIES');
    const carrying = [...affirming.carrying, ...denying.carrying];
    const families = yield* FamilyClasses.among(this.families, carrying);
    // What is told of its chains and of its families is told of the same attestations, whoever worked them out.
    const other = this.claims.find(claim);
    if (other) return other;
    this.chains.AFFIRMS.keep(claim, affirming);
    this.chains.DENIES.keep(claim, denying);
    return this.claims.keep(claim, { affirming, denying, families });
  }

  rivalsIn(slot: SharedSlot): Rivals {
    return this.rivals.find(slot.key) ?? atOnce(this.workOutRivalsIn(slot));
  }

  *workOutRivalsIn(slot: SharedSlot): Resumable<Rivals> {
    const known = this.rivals.find(slot.key);
    if (known) return known;
    const made = yield* rivalsIn(this, slot);
    return this.rivals.find(slot.key) ?? this.rivals.keep(slot.key, made);
  }

  /** Whether it is kept already. */
  knowsRivalsIn(slot: SharedSlot): boolean {
    return this.rivals.find(slot.key) !== undefined;
  }

  /** See `Weighing`. */
  takeOver(earlier: Evidence, { claims, slots, sameFamilies }: Affected): void {
    this.chains.AFFIRMS.takeOver(earlier.chains.AFFIRMS, claims);
    this.chains.DENIES.takeOver(earlier.chains.DENIES, claims);
    this.claims.takeOver(earlier.claims, claims);
    if (slots) this.rivals.takeOver(earlier.rivals, slots);
    if (!sameFamilies) return;
    this.kin = earlier.kin;
    this.kin.moveTo(this);
    earlier.kin = new Families(earlier);
  }
}

/** What cannot be taken over from an earlier place in the journal. */
export interface Affected {
  readonly claims: readonly ClaimId[];
  /** Keys of slots whose rivals are others; null where any may be. */
  readonly slots: readonly string[] | null;
  /** No tie and no judgement is affected. */
  readonly sameFamilies: boolean;
}
