// The attestations of each claim or source. A packed list holds only positions until it is asked for.
import { fileLast, takeLast } from '../records/filed-lists.js';
import type { StoredAttestation } from '../records/stored.js';

const NONE: readonly StoredAttestation[] = [];

export class AttestationLists {
  private readonly whole = new Map<string, StoredAttestation[]>();
  /** What came after those that are packed. */
  private readonly later = new Map<string, StoredAttestation[]>();
  /** Rings of places in the journal: an owner has its last attestation, each attestation the next one, the last the first. */
  private rings = new Int32Array(0);

  /** @param recordAt reads one that is packed. */
  constructor(
    private readonly owners: ReadonlyMap<string, { readonly recorded: { readonly seq: number } }>,
    private readonly recordAt: (seq: number) => StoredAttestation,
  ) {}

  /** Whether there are any but packed ones. */
  get any(): boolean {
    return this.whole.size > 0 || this.later.size > 0;
  }

  /** Oldest first. */
  of(owner: string): readonly StoredAttestation[] {
    return this.whole.get(owner) ?? this.unpack(owner);
  }

  fileLast(owner: string, record: StoredAttestation): void {
    const isPart = !this.whole.has(owner) && this.lastOf(owner) !== 0;
    fileLast(isPart ? this.later : this.whole, owner, record);
  }

  takeLast(owner: string): void {
    takeLast(this.whole.has(owner) ? this.whole : this.later, owner);
  }

  /** For places below `end`. */
  makeRoom(end: number): void {
    if (end <= this.rings.length) return;
    const rings = new Int32Array(2 * end);
    rings.set(this.rings);
    this.rings = rings;
  }

  /** Both by their places in the journal; only while there are none but packed ones. */
  leavePacked(owner: number, seq: number): void {
    const { rings } = this;
    const last = rings[owner] ?? 0;
    rings[seq] = last === 0 ? seq : (rings[last] ?? 0);
    if (last !== 0) rings[last] = seq;
    rings[owner] = seq;
  }

  private lastOf(owner: string): number {
    return this.rings[this.owners.get(owner)?.recorded.seq ?? 0] ?? 0;
  }

  private unpack(owner: string): readonly StoredAttestation[] {
    const last = this.lastOf(owner);
    if (last === 0) return NONE;
    const list: StoredAttestation[] = [];
    let at = last;
    do list.push(this.recordAt((at = this.rings[at] ?? last)));
    while (at !== last);
    list.push(...(this.later.get(owner) ?? NONE));
    this.later.delete(owner);
    this.whole.set(owner, list);
    return list;
  }
}
