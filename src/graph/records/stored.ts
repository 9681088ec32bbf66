// The records as the storage holds them: the same that the graph hands out, but still changeable.
import type {
  AttestationRecord,
  ClaimRecord,
  EntityNode,
  EntityRecord,
  SourceRecord,
  TextRecord,
} from './records.js';

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
