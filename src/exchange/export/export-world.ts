// What an export writes: the part of the graph that a view shows, or what belongs to some claims of it, in the order it was recorded.
import type { ClaimId, EntityId } from '../../domain/ids.js';
import { NotFound } from '../../domain/refusal.js';
import type { ViewedGraph } from '../../evidence/viewed-graph.js';
import { showsAttestation } from '../../evidence/views/shows-attestation.js';
import type { ClaimGraph } from '../../graph/claim-graph.js';
import type {
  AttestationRecord,
  ClaimRecord,
  EntityRecord,
  NameRecord,
  SourceRecord,
} from '../../graph/records/records.js';

/** The last event that is seen. */
export interface AsOf {
  readonly seq: number;
  /** ISO 8601; null where nothing is recorded. */
  readonly at: string | null;
}

export class ExportWorld {
  readonly graph: ClaimGraph;

  /**
   * @param only claims to which the export is limited; they are shown whatever the view says.
   * @throws NotFound for a claim that is not recorded, or was not by then.
   */
  constructor(
    readonly viewed: ViewedGraph,
    readonly only?: readonly ClaimId[],
  ) {
    this.graph = viewed.graph;
    only?.forEach((id, index) => this.claimOf(id, ['claim', String(index)]));
  }

  get asOf(): AsOf {
    const { graph } = this;
    const seq = Math.min(this.viewed.lens.knownSeq, graph.seq);
    const time = graph.timeOf(seq);
    return { seq, at: time === null ? null : new Date(time).toISOString() };
  }

  *claims(): IterableIterator<ClaimRecord> {
    if (this.only) {
      for (const id of this.only) yield this.claimOf(id, []);
      return;
    }
    for (const record of this.graph.claims()) if (this.viewed.accepts(record)) yield record;
  }

  /** Those that were known by then; of a limited export, those that its claims and their sources name. */
  *entities(): IterableIterator<EntityRecord> {
    const named = this.only ? this.namedEntities() : null;
    for (const record of this.graph.entities()) {
      if (this.viewed.lens.knows(record) && (named === null || named.has(record.entity.id))) yield record;
    }
  }

  namesOf(record: EntityRecord): readonly NameRecord[] {
    return record.names.filter(name => this.viewed.lens.knows(name));
  }

  /** Those that the view shows. */
  attestationsOf({ claim }: ClaimRecord): readonly AttestationRecord[] {
    return this.graph.attestationsOf(claim.id).filter(record => showsAttestation(this.viewed, record));
  }

  /** Those that were known by then; of a limited export, those of its attestations. */
  *sources(): IterableIterator<SourceRecord> {
    const { lens } = this.viewed;
    const used = this.only ? this.usedSources() : null;
    for (const record of this.graph.sources()) {
      if (!lens.knows(record) || !lens.isPublished(record)) continue;
      if (used === null || used.has(record.source.id)) yield record;
    }
  }

  private claimOf(id: ClaimId, field: readonly string[]): ClaimRecord {
    const record = this.graph.findClaim(id);
    if (record && this.viewed.lens.knows(record)) return record;
    throw new NotFound(`There is no claim ${id.slice(0, 80)}, or it was not recorded by then.`, { field });
  }

  private usedSources(): ReadonlySet<string> {
    const ids = new Set<string>();
    for (const claim of this.claims()) {
      for (const { attestation } of this.attestationsOf(claim)) ids.add(attestation.source);
    }
    return ids;
  }

  private namedEntities(): ReadonlySet<EntityId> {
    const ids = new Set<EntityId>();
    for (const { claim } of this.claims()) {
      ids.add(claim.subject);
      if (claim.object !== undefined) ids.add(claim.object);
      for (const { entity } of claim.qualifiers) if (entity !== undefined) ids.add(entity);
    }
    for (const { source } of this.sources()) if (source.party !== undefined) ids.add(source.party);
    return ids;
  }
}
