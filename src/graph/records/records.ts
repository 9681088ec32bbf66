// The records that the graph hands out: readonly, with their history. The time lens decides which part of a history counts.
import type { Attestation, Lineage } from '../../domain/attestation.js';
import type { Claim } from '../../domain/claim.js';
import type { IdentityJudgement } from '../../domain/command.js';
import type { Entity, Name } from '../../domain/entity.js';
import type { Recorded } from '../../domain/event.js';
import type { AttestationId, ClaimId, EntityId } from '../../domain/ids.js';
import type { TextVersion } from '../../domain/kept-text.js';
import type { Reliability, Source } from '../../domain/source.js';
import type { TimeSpan } from '../../domain/time-span.js';

/** Said to be withdrawn, by whom and why. */
export interface Withdrawal {
  readonly reason: string;
  readonly recorded: Recorded;
}

export interface NameRecord extends Name {
  readonly recorded: Recorded;
}

export interface Grade {
  readonly reliability: Reliability;
  readonly reason?: string;
  readonly recorded: Recorded;
}

/** The other entity of a judgement, as seen from one side. */
export interface Judgement {
  readonly other: EntityId;
  readonly judgement: IdentityJudgement;
  readonly reason?: string;
  readonly recorded: Recorded;
}

export interface EntityRecord {
  readonly entity: Entity;
  readonly recorded: Recorded;
  /** The primary one first; else oldest first, like all histories here. */
  readonly names: readonly NameRecord[];
  readonly grades: readonly Grade[];
  readonly judgements: readonly Judgement[];
}

export interface ClaimRecord {
  readonly claim: Claim;
  readonly recorded: Recorded;
  readonly span: TimeSpan;
  readonly withdrawn: Withdrawal | null;
  readonly superseded: (Withdrawal & { readonly by: ClaimId }) | null;
}

/** Claims that join an entity to others, oldest first, each once. */
export interface Links {
  readonly claims: readonly ClaimRecord[];
  /** `others[n]`: the place of the entity at the other end of `claims[n]`; its own where that claim leads back to it. */
  readonly others: readonly number[];
}

/** An entity as a search comes by it. Grows with the graph. */
export interface EntityNode extends Links {
  readonly record: EntityRecord;
  /** How many entities were added before it. */
  readonly place: number;
}

export interface SourceRecord {
  readonly source: Source;
  readonly recorded: Recorded;
  readonly published: TimeSpan;
  /** Since when someone here has the source itself; null while it is only reported. */
  readonly held: Recorded | null;
}

/** A version of a source's text. */
export interface TextRecord extends TextVersion {
  readonly recorded: Recorded;
  /** Since when its words are gone; null while they are there. */
  readonly redacted: Recorded | null;
}

export interface LineageNote {
  readonly lineage: Lineage;
  readonly relays: readonly AttestationId[];
  readonly recorded: Recorded;
}

export interface AttestationRecord {
  readonly attestation: Attestation;
  readonly recorded: Recorded;
  /** The first is the attestation's own, as it was attached. */
  readonly lineages: readonly LineageNote[];
  readonly withdrawn: Withdrawal | null;
}

/** How many there are of each, withdrawn ones included. */
export interface Counts {
  readonly entities: number;
  readonly claims: number;
  readonly sources: number;
  readonly attestations: number;
}
