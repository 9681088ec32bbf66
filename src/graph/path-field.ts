// The part of the graph in which the paths between two entities lie, drawn hop by hop from whichever end is cheaper.
import type { EntityId } from '../domain/ids.js';
import type { ClaimGraph } from './claim-graph.js';
import { JoinedReads } from './joined-reads.js';
import type { ClaimRecord } from './records.js';
import { bySeq, candidateFilter, endsOf, type WalkFilter } from './walk.js';
import type { WorkBudget } from './work-budget.js';

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

export interface FieldQuery extends WalkFilter {
  readonly from: EntityId;
  readonly to: EntityId;
  /** Whether an entity with more than `hubDegree` claims may be an end only, never a passage. */
  readonly avoidHubs: boolean;
  readonly hubDegree?: number;
}

/** What was reached from one end so far. */
interface Side {
  readonly reached: Set<EntityId>;
  frontier: readonly EntityId[];
}

/**
 * After n calls of `widen` it holds every hop of every path of at most n hops. It grows from both ends, so that a path of four
 * hops takes two levels around each: four levels around one end of a large graph are most of that graph.
 */
export class PathField {
  /** Entities met and left out because of their degree. */
  readonly hubs = new Set<EntityId>();
  private readonly hops = new Map<EntityId, PathHop[]>();
  private readonly unsorted = new Set<EntityId>();
  private readonly drawn = new Set<EntityId>();
  private readonly seen = new Set<ClaimRecord>();
  /** Drawn, but too far from the other end for paths of the length that is looked for. Most of a hub's claims stay here. */
  private waiting: ClaimRecord[] = [];
  private readonly near: Side;
  private readonly far: Side;
  private readonly joined: JoinedReads;
  private readonly isCandidate: (record: ClaimRecord) => boolean;

  constructor(
    graph: ClaimGraph,
    private readonly query: FieldQuery,
    private readonly budget: WorkBudget,
  ) {
    this.joined = new JoinedReads(graph, query.identities);
    this.isCandidate = candidateFilter(graph, query.predicates);
    this.near = { reached: new Set([query.from]), frontier: [query.from] };
    this.far = { reached: new Set([query.to]), frontier: [query.to] };
  }

  /** Hops from an entity, those of older claims first. */
  hopsFrom(entity: EntityId): readonly PathHop[] {
    return this.hops.get(entity) ?? [];
  }

  /** Draws one more level around one of the ends; less of it where the budget runs out. */
  async widen(): Promise<void> {
    for (const record of this.waiting) this.add(record);
    this.waiting = [];
    const isNear = this.costOf(this.near) <= this.costOf(this.far);
    const [side, other] = isNear ? [this.near, this.far] : [this.far, this.near];
    const next = new Set<EntityId>();
    for (const entity of side.frontier) {
      for (const { to } of this.hopsFrom(entity)) if (!side.reached.has(to)) next.add(to);
      for (const to of await this.draw(entity, other.reached)) if (!side.reached.has(to)) next.add(to);
    }
    for (const entity of next) side.reached.add(entity);
    // No path goes on from an end.
    side.frontier = [...next].filter(entity => !this.isEnd(entity));
    for (const entity of this.unsorted) this.hops.get(entity)?.sort((a, b) => bySeq(a.claim, b.claim));
    this.unsorted.clear();
  }

  /**
   * How many hops entities of the field are from `to`, as far as `most`. Empty while the two sides have not met: no path is
   * that short.
   */
  async distances(most: number): Promise<ReadonlyMap<EntityId, number>> {
    const { from, to } = this.query;
    const distance = new Map<EntityId, number>();
    if (!this.haveMet()) return distance;
    distance.set(to, 0);
    // A map is walked in the order of its entries, also of those added meanwhile: it is its own queue.
    for (const [entity, hops] of distance) {
      if (hops === most || entity === from) continue;
      for (const hop of this.hopsFrom(entity)) {
        if (!this.budget.spend()) return distance;
        if (this.budget.due) await this.budget.rest();
        if (!distance.has(hop.to)) distance.set(hop.to, hops + 1);
      }
    }
    return distance;
  }

  private haveMet(): boolean {
    const [few, many] = [this.near.reached, this.far.reached].sort((a, b) => a.size - b.size);
    for (const entity of few ?? []) if (many?.has(entity)) return true;
    return false;
  }

  /** Claims to look at for one more level. */
  private costOf({ frontier }: Side): number {
    return frontier.reduce((sum, id) => sum + (this.drawn.has(id) ? 0 : this.joined.degreeOf(id)), 0);
  }

  /** Draws what is not drawn yet of the claims at an entity, and says where they lead. */
  private async draw(entity: EntityId, across: ReadonlySet<EntityId>): Promise<readonly EntityId[]> {
    const met: EntityId[] = [];
    if (this.drawn.has(entity)) return met;
    this.drawn.add(entity);
    // The hop in the middle of a path has an end that was reached from across.
    const isAcross = across.has(entity);
    for (const record of this.joined.edgesOf(entity)) {
      if (!this.budget.spend()) break;
      if (this.budget.due) await this.budget.rest();
      if (this.seen.has(record) || !this.isCandidate(record)) continue;
      this.seen.add(record);
      const other = this.otherEnd(record, entity);
      if (other === entity || !this.query.accept(record) || this.isHub(other)) continue;
      met.push(other);
      if (isAcross || across.has(other)) this.add(record);
      else this.waiting.push(record);
    }
    return met;
  }

  private otherEnd({ claim }: ClaimRecord, entity: EntityId): EntityId {
    const subject = this.nodeOf(claim.subject);
    return subject === entity ? this.nodeOf(claim.object ?? claim.subject) : subject;
  }

  private add(claim: ClaimRecord): void {
    const [subject, object] = this.nodesOf(claim);
    for (const hop of [
      { from: subject, to: object, claim, forward: true },
      { from: object, to: subject, claim, forward: false },
    ]) {
      const hops = this.hops.get(hop.from);
      if (hops) hops.push(hop);
      else this.hops.set(hop.from, [hop]);
      this.unsorted.add(hop.from);
    }
  }

  private nodesOf(claim: ClaimRecord): readonly [EntityId, EntityId] {
    const [subject, object] = endsOf(claim);
    return [this.nodeOf(subject), this.nodeOf(object)];
  }

  private nodeOf(id: EntityId): EntityId {
    const { identities } = this.joined;
    const { from, to } = this.query;
    if (!identities.any) return id;
    return [from, to].find(end => identities.areOne(end, id)) ?? identities.homeOf(id);
  }

  private isEnd(entity: EntityId): boolean {
    return entity === this.query.from || entity === this.query.to;
  }

  private isHub(entity: EntityId): boolean {
    const { avoidHubs, hubDegree = HUB_DEGREE } = this.query;
    if (!avoidHubs || this.isEnd(entity) || this.joined.degreeOf(entity) <= hubDegree) return false;
    this.hubs.add(entity);
    return true;
  }
}
