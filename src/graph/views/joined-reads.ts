// Reads by the id of an entity in a view: all entities that are judged one with it answer together.
import type { EntityId } from '../../domain/ids.js';
import type { ClaimGraph } from '../claim-graph.js';
import { IdentityClasses } from '../identity/identity-classes.js';
import type { ClaimRecord, EntityRecord, SourceRecord } from '../records/records.js';

interface Recorded {
  readonly recorded: { readonly seq: number };
}

export class JoinedReads {
  constructor(
    private readonly graph: ClaimGraph,
    readonly identities: IdentityClasses = new IdentityClasses(),
  ) {}

  /** The entity itself first. */
  recordsOf(id: EntityId): readonly EntityRecord[] {
    const others = this.identities.membersOf(id).filter(member => member !== id);
    return [id, ...others].flatMap(member => this.graph.findEntity(member) ?? []);
  }

  degreeOf(id: EntityId): number {
    return this.identities.membersOf(id).reduce((sum, member) => sum + this.graph.degreeOf(member), 0);
  }

  /** In the order they were recorded, each once. */
  edgesOf(id: EntityId): readonly ClaimRecord[] {
    return this.merged(id, member => this.graph.edgesOf(member));
  }

  /** In the order they were recorded, each once. */
  claimsAbout(id: EntityId): readonly ClaimRecord[] {
    return this.merged(id, member => this.graph.claimsAbout(member));
  }

  /** In the order they were recorded. */
  sourcesOf(party: EntityId): readonly SourceRecord[] {
    return this.merged(party, member => this.graph.sourcesOf(member));
  }

  private merged<R extends Recorded>(id: EntityId, read: (id: EntityId) => readonly R[]): readonly R[] {
    const members = this.identities.membersOf(id);
    if (members.length === 1) return read(id);
    return [...new Set(members.flatMap(read))].sort((a, b) => a.recorded.seq - b.recorded.seq);
  }
}
