// Families: which parties are not independent of one another when they speak, worked out from the graph's own claims.
import type { EntityId } from '../domain/ids.js';
import type { TimeSpan } from '../domain/time-span.js';
import type { ClaimGraph } from '../graph/claim-graph.js';
import type { ClaimRecord } from '../graph/records.js';
import { atOnce, eachInPieces, type Resumable } from '../graph/resumable.js';
import type { TimeLens } from '../graph/time-lens.js';
import { ByEra, Era } from './eras.js';

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
  workOutTie(claim: ClaimRecord): Resumable<boolean>;
}

interface Found {
  readonly kin: Map<EntityId, Step | null>;
  readonly era: Era;
}

export class Families {
  private readonly kin = new ByEra<Kin>();
  private readonly families = new ByEra<ReadonlySet<EntityId>>();
  private readonly uppers = new ByEra<readonly EntityId[]>();
  private readonly always = new Era();

  constructor(private view: FamilyView) {}

  /** What was worked out holds in another view too, where no tie and no judgement differs: it is asked from now on. */
  moveTo(view: FamilyView): void {
    this.view = view;
  }

  kinOf(party: EntityId, spoken: TimeSpan): Kin {
    return atOnce(this.workOutKin(party, spoken));
  }

  /**
   * The kin of a party when it spoke. A tie counts if its valid time may have been then, so an unknown time on either side counts.
   * Cost grows with the size of the family; each is worked out once.
   */
  *workOutKin(party: EntityId, spoken: TimeSpan): Resumable<Kin> {
    return this.kin.find(party, spoken) ?? (yield* this.look(party, spoken)).kin;
  }

  familyOf(party: EntityId, spoken: TimeSpan): ReadonlySet<EntityId> {
    return this.families.find(party, spoken) ?? atOnce(this.workOutFamily(party, spoken));
  }

  /** The entities among the kin of a party when it spoke. Whoever is in it has the very same set at that time. */
  *workOutFamily(party: EntityId, spoken: TimeSpan): Resumable<ReadonlySet<EntityId>> {
    const known = this.families.find(party, spoken);
    if (known) return known;
    if (this.isAlone(party)) {
      const alone = new Set([party]);
      this.families.keep(party, this.always, alone);
      return alone;
    }
    const { kin, era } = yield* this.look(party, spoken);
    const family = new Set<EntityId>();
    yield* eachInPieces(kin.keys(), member => family.add(member));
    yield* eachInPieces(family, member => this.families.keep(member, era, family));
    return family;
  }

  /** What a party belongs to, itself left out: ties followed only from subject to object, as from a spokesman to his ministry. */
  *workOutAbove(party: EntityId, spoken: TimeSpan): Resumable<ReadonlySet<EntityId>> {
    const above = new Set([party]);
    const joined = new Set<EntityId>();
    for (const from of above) {
      for (const one of this.othersThat(from, joined)) above.add(one);
      for (const upper of yield* this.uppersOf(from, spoken)) above.add(upper);
    }
    above.delete(party);
    return above;
  }

  /** Stands for all entities that judgements in force say are this one. */
  identityOf(entity: EntityId): EntityId {
    return this.view.lens.identities.homeOf(entity);
  }

  private isAlone(party: EntityId): boolean {
    const { graph, lens } = this.view;
    return graph.tiesOf(party).length === 0 && lens.identities.membersOf(party).length === 1;
  }

  private *look(party: EntityId, spoken: TimeSpan): Resumable<Found> {
    const era = new Era();
    const kin = new Map<EntityId, Step | null>([[party, null]]);
    const joined = new Set<EntityId>();
    for (const from of kin.keys()) {
      const meet = (other: EntityId, claim: ClaimRecord | null): void => {
        if (!kin.has(other)) kin.set(other, { from, claim });
      };
      yield* eachInPieces(this.othersThat(from, joined), other => meet(other, null));
      for (const claim of this.view.graph.tiesOf(from)) {
        yield 1;
        const { subject, object } = claim.claim;
        if (object === undefined || !era.meets(claim.span, spoken)) continue;
        if (yield* this.view.workOutTie(claim)) meet(subject === from ? object : subject, claim);
      }
    }
    this.kin.keep(party, era, kin);
    return { kin, era };
  }

  /** Those judged one with an entity, once for all of them: `joined` notes for whom they were told. */
  private othersThat(entity: EntityId, joined: Set<EntityId>): readonly EntityId[] {
    const { identities } = this.view.lens;
    if (!identities.any) return NOBODY;
    const home = identities.homeOf(entity);
    if (joined.has(home)) return NOBODY;
    joined.add(home);
    return identities.membersOf(entity);
  }

  private *uppersOf(entity: EntityId, spoken: TimeSpan): Resumable<readonly EntityId[]> {
    const known = this.uppers.find(entity, spoken);
    if (known) return known;
    const era = new Era();
    const uppers: EntityId[] = [];
    for (const claim of this.view.graph.tiesOf(entity)) {
      yield 1;
      const { subject, object } = claim.claim;
      if (object === undefined || subject !== entity || !era.meets(claim.span, spoken)) continue;
      if (yield* this.view.workOutTie(claim)) uppers.push(object);
    }
    this.uppers.keep(entity, era, uppers);
    return uppers;
  }
}

const NOBODY: readonly EntityId[] = [];
