// Families: the parties that are not independent of one another when they speak (`docs/evidence.md`, section 3).
import type { EntityId } from '../../domain/ids.js';
import type { TimeSpan } from '../../domain/time-span.js';
import type { ClaimGraph } from '../../graph/claim-graph.js';
import type { ClaimRecord } from '../../graph/records/records.js';
import { atOnce, eachInPieces, STEPS_IN_A_PIECE, type Resumable } from '../../graph/work/resumable.js';
import type { TimeLens } from '../../graph/views/time-lens.js';
import { ByEra, Era } from './eras.js';

/** How an entity was reached from a party: from which one, by which claim; no claim where a judgement says they are one. */
export interface KinStep {
  readonly from: EntityId;
  readonly claim: ClaimRecord | null;
}

/** All that a party belongs to or has belong to it; the party itself has no step. */
export type Kin = ReadonlyMap<EntityId, KinStep | null>;

/** What families are seen through. */
export interface FamilyView {
  readonly graph: ClaimGraph;
  readonly lens: TimeLens;
  /** Whether a dependence claim counts, apart from its valid time; undefined where that is not worked out yet. */
  knownTie(claim: ClaimRecord): boolean | undefined;
  workOutTie(claim: ClaimRecord): Resumable<boolean>;
}

/** Most entities kept in all families together: some 50 megabytes. */
const MOST_ENTITIES = 1_000_000;

interface Found {
  readonly kin: Map<EntityId, KinStep | null>;
  readonly era: Era;
}

export class Families {
  private readonly kin = new ByEra<Kin>(MOST_ENTITIES);
  private readonly families = new ByEra<ReadonlySet<EntityId>>(MOST_ENTITIES);
  private readonly uppers = new ByEra<ReadonlySet<EntityId>>(MOST_ENTITIES);
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
      this.families.keep([party], this.always, alone, 1);
      return alone;
    }
    const { kin, era } = yield* this.look(party, spoken);
    const family = new Set<EntityId>();
    yield* eachInPieces(kin.keys(), member => family.add(member));
    this.families.keep(family, era, family, family.size);
    yield family.size;
    return family;
  }

  /**
   * What a party belongs to, itself left out: ties followed only from subject to object, as from a spokesman to his ministry. Of
   * those that are one the one that stands for them.
   */
  *workOutAbove(party: EntityId, spoken: TimeSpan): Resumable<ReadonlySet<EntityId>> {
    const home = this.identityOf(party);
    const above = new Set([home]);
    for (const one of above) for (const upper of yield* this.uppersOf(one, spoken)) above.add(upper);
    above.delete(home);
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
    const { view } = this;
    const era = new Era();
    const kin = new Map<EntityId, KinStep | null>([[party, null]]);
    const joined = new Set<EntityId>();
    let steps = 0;
    for (const from of kin.keys()) {
      const meet = (other: EntityId, claim: ClaimRecord | null): void => {
        if (!kin.has(other)) kin.set(other, { from, claim });
      };
      yield* eachInPieces(this.othersThat(from, joined), other => meet(other, null));
      for (const claim of view.graph.tiesOf(from)) {
        if ((steps += 1) % STEPS_IN_A_PIECE === 0) yield STEPS_IN_A_PIECE;
        const { subject, object } = claim.claim;
        if (object === undefined || !era.meets(claim.span, spoken)) continue;
        const counts = view.knownTie(claim) ?? (yield* view.workOutTie(claim));
        if (counts) meet(subject === from ? object : subject, claim);
      }
    }
    yield 1 + (steps % STEPS_IN_A_PIECE);
    this.kin.keep([party], era, kin, kin.size);
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

  /** @param home stands for all that are one with it. */
  private *uppersOf(home: EntityId, spoken: TimeSpan): Resumable<ReadonlySet<EntityId>> {
    const known = this.uppers.find(home, spoken);
    if (known) return known;
    const era = new Era();
    const uppers = new Set<EntityId>();
    let steps = 0;
    for (const entity of this.view.lens.identities.membersOf(home)) {
      if ((steps += 1) % STEPS_IN_A_PIECE === 0) yield STEPS_IN_A_PIECE;
      for (const claim of this.view.graph.tiesOf(entity)) {
        if ((steps += 1) % STEPS_IN_A_PIECE === 0) yield STEPS_IN_A_PIECE;
        const { subject, object } = claim.claim;
        if (object === undefined || subject !== entity || !era.meets(claim.span, spoken)) continue;
        const counts = this.view.knownTie(claim) ?? (yield* this.view.workOutTie(claim));
        if (counts) uppers.add(this.identityOf(object));
      }
    }
    this.uppers.keep([home], era, uppers, 1 + uppers.size);
    return uppers;
  }
}

const NOBODY: readonly EntityId[] = [];
