// Commands: what someone asks for, in the imperative. The ledger decides what, if anything, comes of one.
import type { Attestation, Certainty, Credibility, Lineage, Polarity, Quote } from './attestation.js';
import type { Qualifier, Value } from './claim.js';
import type { EntityKind, Name } from './entity.js';
import type { AttestationId, ClaimId, EntityId, SourceId } from './ids.js';
import type { RedactedText } from './redaction.js';
import type { Reliability, SourceDescription } from './source.js';

export const IDENTITY_JUDGEMENTS = ['SAME', 'DIFFERENT', 'UNSURE'] as const;
export type IdentityJudgement = (typeof IDENTITY_JUDGEMENTS)[number];

/** A name as given: script and kind may be left to us. */
export type NewName = Omit<Name, 'kind'> & { readonly kind?: Name['kind'] };

export interface AddEntity {
  readonly type: 'AddEntity';
  /** Only data sets give ids of their own; without one it is made from the content. */
  readonly id?: EntityId;
  readonly kind: EntityKind;
  readonly label: string;
  readonly names?: readonly NewName[];
  readonly description?: string;
  readonly sameAs?: readonly string[];
  /** Where the id is known with another label, that label is one more name, and no reason to refuse. For data sets. */
  readonly spelledOtherwise?: boolean;
  /**
   * A record only refers to it, so that label and kind stand in: adding it in earnest describes it, see `EntityDescribed`. Where
   * the id is known, this records nothing. For data sets.
   */
  readonly provisional?: boolean;
}

export interface AddName {
  readonly type: 'AddName';
  readonly entity: EntityId;
  readonly name: NewName;
}

export interface MakeClaim {
  readonly type: 'MakeClaim';
  readonly subject: EntityId;
  readonly predicate: string;
  readonly object?: EntityId;
  /** Text of a value, read by the predicate's value type. */
  readonly value?: string;
  /** Instead of object or value. */
  readonly unknown?: Extract<Value['type'], 'SOME_VALUE' | 'NO_VALUE'>;
  readonly validTime?: string;
  readonly qualifiers?: readonly Qualifier[];
}

/** Exactly one member. */
export interface SourceRef {
  readonly id?: SourceId;
  readonly url?: string;
  readonly new?: SourceDescription;
}

export interface Relay {
  readonly source: SourceRef;
  /** Left out, it is as certain as the attestation that passes it on. */
  readonly certainty?: Certainty;
  readonly wording?: string;
  readonly locator?: string;
  readonly quote?: Quote;
}

export interface AttachSource {
  readonly type: 'AttachSource';
  readonly claim: ClaimId;
  readonly source: SourceRef;
  readonly polarity?: Polarity;
  readonly certainty?: Certainty;
  readonly wording?: string;
  readonly locator?: string;
  readonly quote?: Quote;
  /** The party vouches itself. Not together with `via`. */
  readonly own?: boolean;
  /** Whom it relays, nearest first; the last one is the origin. */
  readonly via?: readonly Relay[];
  readonly credibility?: Credibility;
  readonly idempotencyKey?: string;
  /** Where the claim was withdrawn, this records nothing, and is no reason to refuse. For data sets. */
  readonly unlessWithdrawn?: boolean;
}

/** A source by itself, before anything is attached to it: what data sets know of a source that they only name. */
export interface AddSource {
  readonly type: 'AddSource';
  readonly source: SourceDescription;
  /** Someone here has the source itself. */
  readonly held: boolean;
}

/** The text of a source, which is laid down beside the journal before anything is recorded. */
export interface KeepText {
  readonly type: 'KeepText';
  readonly source: SourceRef;
  readonly text: string;
  /** Where it was read; the source's own address unless given. */
  readonly url?: string;
}

/** An attestation as a journal had it. */
export interface RestoredAttestation extends Pick<
  Attestation,
  'polarity' | 'certainty' | 'wording' | 'locator' | 'quote' | 'lineage' | 'credibility'
> {
  /** Not held for that: see `AddSource`. */
  readonly source: SourceRef;
  /** Places in the list before its own; not empty exactly where the lineage is `RELAYED`. */
  readonly relays: readonly number[];
  /** How many with the same key were withdrawn before it was said again, see `attestationId`; 0 where left out. */
  readonly earlier?: number;
  /** What was noted of its lineage since, the last of it. Here `relays` are any places in the list. */
  readonly noted?: { readonly lineage: Lineage; readonly relays: readonly number[] };
  /** Why it was withdrawn. */
  readonly withdrawn?: string;
}

/** All that was said of a claim in another journal, so that it is the same here, ids included. For data sets. */
export interface RestoreAttestations {
  readonly type: 'RestoreAttestations';
  readonly claim: ClaimId;
  readonly attestations: readonly RestoredAttestation[];
}

export interface RecordLineage {
  readonly type: 'RecordLineage';
  readonly attestation: AttestationId;
  readonly lineage: Lineage;
  readonly relays?: readonly AttestationId[];
}

export interface WithdrawAttestation {
  readonly type: 'WithdrawAttestation';
  readonly id: AttestationId;
  readonly reason: string;
}

export interface WithdrawClaim {
  readonly type: 'WithdrawClaim';
  readonly id: ClaimId;
  readonly reason: string;
  /**
   * Who takes back what it said. Where a source that is held, of another party, affirms the claim, it stands, and only the
   * affirmations of this one are withdrawn. For data sets.
   */
  readonly saidBy?: Pick<SourceDescription, 'party' | 'partyDescribedAs'>;
}

export interface SupersedeClaim {
  readonly type: 'SupersedeClaim';
  readonly id: ClaimId;
  readonly by: ClaimId;
  readonly reason: string;
}

export interface GradeParty {
  readonly type: 'GradeParty';
  readonly id: EntityId;
  readonly reliability: Reliability;
  readonly reason?: string;
}

export interface JudgeIdentity {
  readonly type: 'JudgeIdentity';
  readonly a: EntityId;
  readonly b: EntityId;
  readonly judgement: IdentityJudgement;
  readonly reason?: string;
}

export type Command =
  | AddEntity
  | AddName
  | MakeClaim
  | AttachSource
  | AddSource
  | KeepText
  | RestoreAttestations
  | RecordLineage
  | WithdrawAttestation
  | WithdrawClaim
  | SupersedeClaim
  | GradeParty
  | JudgeIdentity;

/** Apart from the others: it changes what is written already, so it is carried out alone. */
export interface Redact {
  readonly type: 'Redact';
  /** Place in the journal of the event whose text must go. */
  readonly seq: number;
  readonly what: RedactedText;
  readonly reason: string;
}
