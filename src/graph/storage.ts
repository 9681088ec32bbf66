// The graph's storage: graphology for entities and claims, maps beside it for what says them. Only this floor sees it.
import { MultiDirectedGraph } from 'graphology';
import type { Idempotency } from '../domain/event.js';
import type { AttestationId, ClaimId, EntityId, SourceId } from '../domain/ids.js';
import type { Vocabulary } from '../domain/vocabulary.js';
import type { PairJudgement } from './identity-classes.js';
import type {
  AttestationRecord,
  ClaimRecord,
  EntityNode,
  EntityRecord,
  SourceRecord,
  TextRecord,
} from './records.js';
import { NO_EXTENT, type TimeExtent } from './time-extent.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] };
export type StoredEntity = Mutable<EntityRecord>;
export type StoredClaim = Mutable<ClaimRecord>;
export type StoredSource = Mutable<SourceRecord>;
export type StoredAttestation = Mutable<AttestationRecord>;

export type StoredText = Mutable<TextRecord>;

export interface StoredNode extends EntityNode {
  readonly record: StoredEntity;
  /**
   * Its edges once more, oldest first, one that leads back to it once. Reading them from graphology took 4 times as long by its
   * callbacks and 13 times by its entries (30,000 claims, few entities in many).
   */
  readonly claims: StoredClaim[];
  readonly others: number[];
}

export interface Storage {
  readonly vocabulary: Vocabulary;
  /** Node = entity; edge = claim whose object is an entity. Attributes are the records themselves. */
  readonly graph: MultiDirectedGraph<StoredNode, { record: StoredClaim }>;
  /** The attributes of all nodes by their places. */
  readonly nodes: StoredNode[];
  /** All claims in the order they were made, those with values too. */
  readonly claims: Map<ClaimId, StoredClaim>;
  /** Of the valid times of all claims. */
  extent: TimeExtent;
  /** Claims that name an entity without being its edge: as subject of a value, or in a qualifier. */
  readonly mentions: Map<EntityId, StoredClaim[]>;
  /** Claims by slot key, see `domain/slot.ts`. */
  readonly slots: Map<string, StoredClaim[]>;
  /** Claims that tie entities into families, by either end. */
  readonly ties: Map<EntityId, StoredClaim[]>;
  readonly sources: Map<SourceId, StoredSource>;
  readonly sourceByUrl: Map<string, SourceId>;
  readonly sourceByContent: Map<string, SourceId>;
  readonly sourcesByParty: Map<EntityId, StoredSource[]>;
  /** Versions of their texts, oldest first. */
  readonly texts: Map<SourceId, StoredText[]>;
  readonly attestations: Map<AttestationId, StoredAttestation>;
  readonly attestationsByClaim: Map<ClaimId, StoredAttestation[]>;
  readonly attestationsBySource: Map<SourceId, StoredAttestation[]>;
  /** Claims that somebody denied, withdrawn denials included. */
  readonly denied: Set<ClaimId>;
  /** Who relays an attestation, or once did. */
  readonly relayedBy: Map<AttestationId, Set<AttestationId>>;
  /** On who is who, in the order they were recorded. */
  readonly judgements: PairJudgement[];
  readonly idempotency: Map<string, Idempotency & { readonly attestation: AttestationId }>;
  /** `times[seq - 1]`: when that event was recorded, milliseconds since 1970; never goes back. */
  readonly times: number[];
}

export const emptyStorage = (vocabulary: Vocabulary): Storage => ({
  vocabulary,
  graph: new MultiDirectedGraph(),
  nodes: [],
  claims: new Map(),
  extent: NO_EXTENT,
  mentions: new Map(),
  slots: new Map(),
  ties: new Map(),
  sources: new Map(),
  sourceByUrl: new Map(),
  sourceByContent: new Map(),
  sourcesByParty: new Map(),
  texts: new Map(),
  attestations: new Map(),
  attestationsByClaim: new Map(),
  attestationsBySource: new Map(),
  denied: new Set(),
  relayedBy: new Map(),
  judgements: [],
  idempotency: new Map(),
  times: [],
});
