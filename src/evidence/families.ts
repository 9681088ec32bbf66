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

export class Families {
  private readonly kin = new Map<string, Kin>();
  private readonly families = new Map<string, ReadonlySet<EntityId>>();

  /** @param ties whether a dependence claim counts in this view, apart from its valid time. */
  constructor(
    private readonly graph: ClaimGraph,
    private readonly lens: TimeLens,
    private readonly ties: (claim: ClaimRecord) => boolean,
  ) {}

  /**
   * The kin of a party when it spoke. A tie counts if its valid time may have been then, so an unknown time on either side counts.
   * Cost grows with the size of the family; each is worked out once.
   */
  kinOf(party: EntityId, spoken: TimeSpan): Kin {
    const key = `${spoken.text ?? ''} ${party}`;
    const seen = this.kin.get(key);
    if (seen) return seen;
    const kin = new Map<EntityId, Step | null>([[party, null]]);
    for (const from of kin.keys()) {
      for (const { other, claim } of this.stepsFrom(from, spoken)) {
        if (!kin.has(other)) kin.set(other, { from, claim });
      }
    }
    this.kin.set(key, kin);
    return kin;
  }

  /** The entities among the kin of a party when it spoke. Whoever is in it has the very same set at that time. */
  familyOf(party: EntityId, spoken: TimeSpan): ReadonlySet<EntityId> {
    const time = spoken.text ?? '';
    const seen = this.families.get(`${time} ${party}`);
    if (seen) return seen;
    const family = new Set(this.kinOf(party, spoken).keys());
    for (const member of family) this.families.set(`${time} ${member}`, family);
    return family;
  }

  /** What a party belongs to, itself left out: ties followed only from subject to object, as from a spokesman to his ministry. */
  above(party: EntityId, spoken: TimeSpan): Set<EntityId> {
    const above = new Set([party]);
    for (const from of above) {
      for (const { other, claim } of this.stepsFrom(from, spoken)) {
        if (claim === null || claim.claim.subject === from) above.add(other);
      }
    }
    above.delete(party);
    return above;
  }

  /** Stands for all entities that judgements in force say are this one. */
  identityOf(entity: EntityId): EntityId {
    return this.lens.identities.homeOf(entity);
  }

  private *stepsFrom(
    from: EntityId,
    spoken: TimeSpan,
  ): Iterable<{ other: EntityId; claim: ClaimRecord | null }> {
    for (const other of this.lens.identities.membersOf(from)) yield { other, claim: null };
    for (const claim of this.graph.tiesOf(from)) {
      const { subject, object } = claim.claim;
      if (object === undefined || !overlaps(claim.span, spoken) || !this.ties(claim)) continue;
      yield { other: subject === from ? object : subject, claim };
    }
  }
}
