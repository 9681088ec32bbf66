// Families: which parties are not independent of one another when they speak, worked out from the graph's own claims.
import type { EntityId } from '../domain/ids.js';
import { overlaps, type TimeSpan } from '../domain/time-span.js';
import type { ClaimGraph } from '../graph/claim-graph.js';
import type { ClaimRecord } from '../graph/records.js';
import type { TimeLens } from '../graph/time-lens.js';

/** How an entity was reached from a party: from which one, by which claim; no claim where a judgement says they are one. */
export interface Step {
  readonly from: EntityId;
  readonly claim: ClaimRecord | null;
}

/** All that a party belongs to or has belong to it; the party itself has no step. */
export type Kin = ReadonlyMap<EntityId, Step | null>;

/** What families are seen through. */
export interface FamilyView {
  readonly graph: ClaimGraph;
  readonly lens: TimeLens;
  /** Whether a dependence claim counts, apart from its valid time. */
  ties(claim: ClaimRecord): boolean;
}

/** By the time when they spoke, then by party. Keys made of both would cost more than all else here. */
class ByTime<T> {
  private readonly times = new Map<string | null, Map<EntityId, T>>();

  at({ text }: TimeSpan): Map<EntityId, T> {
    let known = this.times.get(text);
    if (!known) this.times.set(text, (known = new Map<EntityId, T>()));
    return known;
  }
}

export class Families {
  private readonly kin = new ByTime<Kin>();
  private readonly families = new ByTime<ReadonlySet<EntityId>>();
  private readonly uppers = new ByTime<readonly EntityId[]>();

  constructor(private view: FamilyView) {}

  /** What was worked out holds in another view too, where no tie and no judgement differs: it is asked from now on. */
  moveTo(view: FamilyView): void {
    this.view = view;
  }

  /**
   * The kin of a party when it spoke. A tie counts if its valid time may have been then, so an unknown time on either side counts.
   * Cost grows with the size of the family; each is worked out once.
   */
  kinOf(party: EntityId, spoken: TimeSpan): Kin {
    const known = this.kin.at(spoken);
    const seen = known.get(party);
    if (seen) return seen;
    const kin = new Map<EntityId, Step | null>([[party, null]]);
    for (const from of kin.keys()) {
      for (const { other, claim } of this.stepsFrom(from, spoken)) {
        if (!kin.has(other)) kin.set(other, { from, claim });
      }
    }
    known.set(party, kin);
    return kin;
  }

  /** The entities among the kin of a party when it spoke. Whoever is in it has the very same set at that time. */
  familyOf(party: EntityId, spoken: TimeSpan): ReadonlySet<EntityId> {
    const known = this.families.at(spoken);
    const seen = known.get(party);
    if (seen) return seen;
    const family = new Set(this.isAlone(party) ? [party] : this.kinOf(party, spoken).keys());
    for (const member of family) known.set(member, family);
    return family;
  }

  /** What a party belongs to, itself left out: ties followed only from subject to object, as from a spokesman to his ministry. */
  above(party: EntityId, spoken: TimeSpan): Set<EntityId> {
    const above = new Set([party]);
    for (const from of above) for (const upper of this.uppersOf(from, spoken)) above.add(upper);
    above.delete(party);
    return above;
  }

  private uppersOf(entity: EntityId, spoken: TimeSpan): readonly EntityId[] {
    const known = this.uppers.at(spoken);
    let uppers = known.get(entity);
    if (!uppers) {
      uppers = [...this.stepsFrom(entity, spoken)]
        .filter(({ claim }) => claim === null || claim.claim.subject === entity)
        .map(({ other }) => other);
      known.set(entity, uppers);
    }
    return uppers;
  }

  private isAlone(party: EntityId): boolean {
    const { graph, lens } = this.view;
    return graph.tiesOf(party).length === 0 && lens.identities.membersOf(party).length === 1;
  }

  /** Stands for all entities that judgements in force say are this one. */
  identityOf(entity: EntityId): EntityId {
    return this.view.lens.identities.homeOf(entity);
  }

  private *stepsFrom(
    from: EntityId,
    spoken: TimeSpan,
  ): Iterable<{ other: EntityId; claim: ClaimRecord | null }> {
    for (const other of this.view.lens.identities.membersOf(from)) yield { other, claim: null };
    for (const claim of this.view.graph.tiesOf(from)) {
      const { subject, object } = claim.claim;
      if (object === undefined || !overlaps(claim.span, spoken) || !this.view.ties(claim)) continue;
      yield { other: subject === from ? object : subject, claim };
    }
  }
}
