// Events: what was accepted, in the past tense. The journal is the list of them, and a recorded event is true.
import type { Attestation, Lineage } from './attestation.js';
import type { Claim } from './claim.js';
import type { IdentityJudgement } from './command.js';
import type { Entity, Name } from './entity.js';
import type { TextVersion } from './kept-text.js';
import type { AttestationId, ClaimId, EntityId, SourceId } from './ids.js';
import type { RedactedText } from './redaction.js';
import type { Reliability, Source } from './source.js';

export type Event =
  | { readonly type: 'EntityAdded'; readonly entity: Entity; readonly names: readonly Name[] }
  /**
   * An entity that was known only by reference is described: this replaces all that was said of it, and adds those of its names
   * that are new. The stand-in label goes on as a name, and claims that were made stay, whatever the kind is now. Names keep their
   * times; label, kind, description and pages are the present ones at any time that is looked back to.
   */
  | { readonly type: 'EntityDescribed'; readonly entity: Entity; readonly names: readonly Name[] }
  | { readonly type: 'NameAdded'; readonly entity: EntityId; readonly name: Name }
  | { readonly type: 'ClaimMade'; readonly claim: Claim }
  | { readonly type: 'SourceAdded'; readonly source: Source }
  /** Someone here now has the source itself. */
  | { readonly type: 'SourceHeld'; readonly source: SourceId }
  /** A version of its text lies beside the journal, named by its hash. */
  | ({ readonly type: 'TextKept' } & TextVersion)
  | { readonly type: 'SourceAttached'; readonly attestation: Attestation; readonly idempotency?: Idempotency }
  | {
      readonly type: 'LineageRecorded';
      readonly attestation: AttestationId;
      readonly lineage: Lineage;
      readonly relays: readonly AttestationId[];
    }
  | { readonly type: 'AttestationWithdrawn'; readonly id: AttestationId; readonly reason: string }
  | { readonly type: 'ClaimWithdrawn'; readonly id: ClaimId; readonly reason: string }
  | { readonly type: 'ClaimSuperseded'; readonly id: ClaimId; readonly by: ClaimId; readonly reason: string }
  | {
      readonly type: 'PartyGraded';
      readonly party: EntityId;
      readonly reliability: Reliability;
      readonly reason?: string;
    }
  | {
      readonly type: 'IdentityJudged';
      readonly a: EntityId;
      readonly b: EntityId;
      readonly judgement: IdentityJudgement;
      readonly reason?: string;
    }
  /** Texts of an earlier event were taken out; that event holds their hashes since. */
  | {
      readonly type: 'Redacted';
      readonly seq: number;
      readonly what: RedactedText;
      readonly reason: string;
      /** Vouches for what is left of that event, where its own hash was over the texts themselves; SHA-256, hex. */
      readonly seal?: string;
    };

export type EventType = Event['type'];

/** The key a client gave, and a hash of what it asked for under it. */
export interface Idempotency {
  readonly key: string;
  readonly fingerprint: string;
}

export const WAYS = ['API', 'COMMAND_LINE', 'IMPORT'] as const;
/** The way by which something came. */
export type Way = (typeof WAYS)[number];

/** Who records something, and by which way. */
export interface Author {
  readonly name: string;
  readonly way: Way;
}

/** When and by whom something was recorded. */
export interface Recorded {
  /** Place in the journal, from 1, without gaps. */
  readonly seq: number;
  /** ISO 8601 in UTC with milliseconds; never goes back as `seq` goes up. */
  readonly at: string;
  readonly by: string;
  readonly way: Way;
}

/** An event in its place in the journal. */
export interface RecordedEvent extends Recorded {
  readonly event: Event;
}
