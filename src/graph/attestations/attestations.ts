// All attestations by id, claim and source. Those of a snapshot stay packed until they are asked for: they are most of the graph.
import type { Attestation } from '../../domain/attestation.js';
import type { Recorded } from '../../domain/event.js';
import type { AttestationId, ClaimId, SourceId } from '../../domain/ids.js';
import { AttestationLists } from './attestation-lists.js';
import { PackedAttestations, type EventPage } from './packed-attestations.js';
import type { StoredAttestation, StoredClaim, StoredSource } from '../records/stored.js';

export class Attestations {
  /** Those that are not packed, or not any more. */
  private readonly byId = new Map<AttestationId, StoredAttestation>();
  private readonly byClaim: AttestationLists;
  private readonly bySource: AttestationLists;
  private readonly packed = new PackedAttestations();
  private unpacked = 0;

  constructor(claims: ReadonlyMap<ClaimId, StoredClaim>, sources: ReadonlyMap<SourceId, StoredSource>) {
    const recordAt = (seq: number): StoredAttestation => this.recordAt(seq);
    this.byClaim = new AttestationLists(claims, recordAt);
    this.bySource = new AttestationLists(sources, recordAt);
  }

  get size(): number {
    return this.byId.size + this.stillPacked;
  }

  get stillPacked(): number {
    return this.packed.size - this.unpacked;
  }

  find(id: AttestationId): StoredAttestation | undefined {
    const known = this.byId.get(id);
    if (known) return known;
    const seq = this.packed.find(id);
    return seq === null ? undefined : this.recordAt(seq);
  }

  /** Oldest first, as all lists here. */
  ofClaim(id: ClaimId): readonly StoredAttestation[] {
    return this.byClaim.of(id);
  }

  ofSource(id: SourceId): readonly StoredAttestation[] {
    return this.bySource.of(id);
  }

  add(record: StoredAttestation): void {
    const { id, claim, source } = record.attestation;
    this.byId.set(id, record);
    this.byClaim.fileLast(claim, record);
    this.bySource.fileLast(source, record);
  }

  /** Only the last that was added. */
  takeBack({ attestation: { id, claim, source } }: StoredAttestation): void {
    this.bySource.takeLast(source);
    this.byClaim.takeLast(claim);
    this.byId.delete(id);
  }

  /** To be called before attestations of that page are left packed. */
  addPage(page: EventPage): void {
    this.packed.addPage(page);
    for (const lists of [this.byClaim, this.bySource]) lists.makeRoom(page.from + page.length);
  }

  /**
   * Leaves one packed; it, its claim and its source are given by their places in the journal.
   * @returns false where that cannot be: packed ones come before all others in every list.
   */
  leavePacked(seq: number, claim: number, source: number, word: number): boolean {
    if (this.byClaim.any || this.bySource.any) return false;
    this.packed.add(seq, word);
    this.byClaim.leavePacked(claim, seq);
    this.bySource.leavePacked(source, seq);
    return true;
  }

  /** Made once, however it is come by. */
  private recordAt(seq: number): StoredAttestation {
    const known = this.byId.get(this.packed.idAt(seq));
    if (known) return known;
    const { event, ...recorded } = this.packed.read(seq);
    if (event.type !== 'SourceAttached') throw new Error(`event ${seq} attaches nothing`);
    const record = recordOf(event.attestation, recorded);
    this.byId.set(event.attestation.id, record);
    this.unpacked += 1;
    return record;
  }
}

/** The record of an attestation as it was attached. */
export function recordOf(attestation: Attestation, recorded: Recorded): StoredAttestation {
  const { lineage, relays } = attestation;
  return { attestation, recorded, lineages: [{ lineage, relays, recorded }], withdrawn: null };
}
