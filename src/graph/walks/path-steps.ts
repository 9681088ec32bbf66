// The hops that a path may take from an entity: along claims that the filter keeps, never into a hub that is to be avoided.
import type { EntityId } from '../../domain/ids.js';
import type { ClaimGraph } from '../claim-graph.js';
import { JoinedNodes } from './joined-nodes.js';
import { JoinedReads } from '../views/joined-reads.js';
import type { ClaimRecord, EntityNode, Links } from '../records/records.js';
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

/** Entities go by their places in here: to follow ids from claim to claim, and to look them up, took twice as long. */
export class PathSteps {
  readonly from: number;
  readonly to: number;
  /** Entities met and left out because of their degree. */
  readonly hubs = new Set<number>();
  private readonly nodes: readonly EntityNode[];
  /** Null where nobody is one with another. */
  private readonly joined: JoinedNodes | null;
  private readonly reads: JoinedReads;
  private readonly isCandidate: (record: ClaimRecord) => boolean;
  private readonly kept = new Map<number, boolean>();

  constructor(
    private readonly graph: ClaimGraph,
    private readonly query: StepsQuery,
  ) {
    const { from, to, identities } = query;
    this.nodes = graph.nodes;
    this.from = this.placeOf(from);
    this.to = this.placeOf(to);
    this.joined = identities?.any ? new JoinedNodes(graph, identities, [from, to]) : null;
    this.reads = new JoinedReads(graph, identities);
    this.isCandidate = candidateFilter(graph, query.predicates);
  }

  /** All claims at an entity, oldest first, also those that no path may take. Where they lead to `homeOf` says. */
  linksAt(place: number): Links {
    return this.joined?.linksAt(place) ?? this.nodeAt(place);
  }

  /** The entity that stands for this one. */
  homeOf(place: number): number {
    return this.joined ? this.joined.homeOf(place) : place;
  }

  /** Whether a path may take a claim to that end of it. The filter is asked once for each claim, however often it is come by. */
  isOpen(record: ClaimRecord, to: number): boolean {
    let kept = this.kept.get(record.recorded.seq);
    if (kept === undefined) {
      kept = this.isCandidate(record) && this.query.accept(record);
      this.kept.set(record.recorded.seq, kept);
    }
    return kept && !this.isHub(to);
  }

  hop(claim: ClaimRecord, from: number, to: number): PathHop {
    const forward = this.homeOf(this.placeOf(claim.claim.subject)) === from;
    return { from: this.idOf(from), to: this.idOf(to), claim, forward };
  }

  private isHub(place: number): boolean {
    const { avoidHubs, hubDegree = HUB_DEGREE } = this.query;
    if (!avoidHubs || place === this.from || place === this.to) return false;
    if (this.reads.degreeOf(this.idOf(place)) <= hubDegree) return false;
    this.hubs.add(place);
    return true;
  }

  private placeOf(id: EntityId): number {
    const node = this.graph.findNode(id);
    if (!node) throw new Error(`${id} was not found before`);
    return node.place;
  }

  private idOf(place: number): EntityId {
    return this.nodeAt(place).record.entity.id;
  }

  private nodeAt(place: number): EntityNode {
    const node = this.nodes[place];
    if (!node) throw new Error(`no entity in place ${place}`);
    return node;
  }
}
