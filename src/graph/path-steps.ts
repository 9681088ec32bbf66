// The steps that a path may take from an entity: along claims that the filter keeps, never into a hub that is to be avoided.
import type { EntityId } from '../domain/ids.js';
import type { ClaimGraph } from './claim-graph.js';
import { JoinedReads } from './joined-reads.js';
import type { ClaimRecord } from './records.js';
import { candidateFilter, type WalkFilter } from './walk.js';

/** An entity with more claims than this is a hub, unless asked otherwise. */
export const HUB_DEGREE = 100;

/** A claim as a step from one of its ends to the other. One entity stands for all that are one: an end as asked for, else the oldest. */
export interface PathHop {
  readonly from: EntityId;
  readonly to: EntityId;
  readonly claim: ClaimRecord;
  /** From subject to object. */
  readonly forward: boolean;
}

export interface StepsQuery extends WalkFilter {
  readonly from: EntityId;
  readonly to: EntityId;
  /** Whether an entity with more than `hubDegree` claims may be an end only, never a passage. */
  readonly avoidHubs: boolean;
  readonly hubDegree?: number;
}

export class PathSteps {
  /** Entities met and left out because of their degree. */
  readonly hubs = new Set<EntityId>();
  private readonly joined: JoinedReads;
  private readonly isCandidate: (record: ClaimRecord) => boolean;
  private readonly kept = new Map<number, boolean>();
  private readonly known = new Map<EntityId, readonly ClaimRecord[]>();

  constructor(
    private readonly graph: ClaimGraph,
    readonly query: StepsQuery,
  ) {
    this.joined = new JoinedReads(graph, query.identities);
    this.isCandidate = candidateFilter(graph, query.predicates);
  }

  /** All claims at an entity, oldest first, also those that no path may take. */
  claimsAt(entity: EntityId): readonly ClaimRecord[] {
    let claims = this.known.get(entity);
    if (!claims) this.known.set(entity, (claims = this.joined.edgesOf(entity)));
    return claims;
  }

  /** Claims that join two entities, unordered. */
  claimsBetween(a: EntityId, b: EntityId): readonly ClaimRecord[] {
    const { identities } = this.joined;
    if (!identities.any) return [...this.graph.claimsBetween(a, b)];
    const others = identities.membersOf(b);
    return identities
      .membersOf(a)
      .flatMap(one => others.flatMap(other => [...this.graph.claimsBetween(one, other)]));
  }

  /** The other end of a claim at an entity; the entity itself where the claim leads back to it. */
  otherEnd({ claim }: ClaimRecord, entity: EntityId): EntityId {
    const subject = this.nodeOf(claim.subject);
    return subject === entity ? this.nodeOf(claim.object ?? claim.subject) : subject;
  }

  /** Whether a path may take a claim to that end of it. The filter is asked once for each claim, however often it is come by. */
  isOpen(record: ClaimRecord, to: EntityId): boolean {
    let kept = this.kept.get(record.recorded.seq);
    if (kept === undefined) {
      kept = this.isCandidate(record) && this.query.accept(record);
      this.kept.set(record.recorded.seq, kept);
    }
    return kept && !this.isHub(to);
  }

  hop(claim: ClaimRecord, from: EntityId, to: EntityId): PathHop {
    return { from, to, claim, forward: this.nodeOf(claim.claim.subject) === from };
  }

  private nodeOf(id: EntityId): EntityId {
    const { identities } = this.joined;
    if (!identities.any) return id;
    const { from, to } = this.query;
    return [from, to].find(end => identities.areOne(end, id)) ?? identities.homeOf(id);
  }

  private isHub(entity: EntityId): boolean {
    const { avoidHubs, hubDegree = HUB_DEGREE, from, to } = this.query;
    if (!avoidHubs || entity === from || entity === to) return false;
    if (this.joined.degreeOf(entity) <= hubDegree) return false;
    this.hubs.add(entity);
    return true;
  }
}
