// A link of a chain: a live attestation and what it relays.
import type { Lineage } from '../../domain/attestation.js';
import type { AttestationRecord, SourceRecord } from '../../graph/records/records.js';

/** A live attestation with the live ones that it relays. */
export interface ChainNode {
  /** Its place among the live attestations of the claim with its polarity. */
  readonly at: number;
  readonly record: AttestationRecord;
  readonly source: SourceRecord;
  readonly lineage: Lineage;
  readonly relays: readonly ChainNode[];
  /** Someone here has its source itself, so a chain may start here. */
  readonly held: boolean;
  /** Its party vouches itself, or nobody noted whom it relays: a chain ends here. */
  readonly isOrigin: boolean;
}

/** From a held attestation down to an origin; at least one node. */
export type Chain = readonly ChainNode[];
