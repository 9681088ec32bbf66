// Groups the entities that judgements say are one, as of a journal position. Claims keep the entity they were recorded with.
import type { IdentityJudgement } from '../../domain/command.js';
import type { Recorded } from '../../domain/event.js';
import type { EntityId } from '../../domain/ids.js';
import { atOnce, type Resumable } from '../work/resumable.js';

/** A judgement on two entities, as it was recorded. */
export interface PairJudgement {
  readonly a: EntityId;
  readonly b: EntityId;
  readonly judgement: IdentityJudgement;
  readonly reason?: string;
  readonly recorded: Recorded;
}

const pairKey = (a: EntityId, b: EntityId): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/**
 * Of each pair the last judgement counts. SAME joins, and passes on: who is one with one of them is one with all. So a pair that
 * is judged DIFFERENT may still be joined through others; `conflicts` lists such pairs, and only a judgement resolves one.
 */
export class IdentityClasses {
  private readonly last = new Map<string, PairJudgement>();
  private readonly links = new Map<EntityId, EntityId[]>();
  private readonly classes = new Map<EntityId, readonly EntityId[]>();

  /**
   * @param judgements in the order they were recorded.
   * @param ageOf an entity's place in the journal: the oldest stands for the others.
   */
  constructor(judgements: Iterable<PairJudgement> = [], ageOf: (id: EntityId) => number = () => 0) {
    for (const judgement of judgements) {
      const key = pairKey(judgement.a, judgement.b);
      // Taken out first, so that the order stays that of the last word.
      this.last.delete(key);
      this.last.set(key, judgement);
    }
    for (const { a, b, judgement } of this.last.values()) if (judgement === 'SAME') this.link(a, b);
    for (const id of this.links.keys()) if (!this.classes.has(id)) this.gather(id, ageOf);
  }

  /** Whether any two entities are joined. */
  get any(): boolean {
    return this.classes.size > 0;
  }

  /** The entity that stands for all that are one with this one: the oldest of them. */
  homeOf(id: EntityId): EntityId {
    return this.classes.get(id)?.[0] ?? id;
  }

  /** All that are one with an entity, itself included, the oldest first. */
  membersOf(id: EntityId): readonly EntityId[] {
    return this.classes.get(id) ?? [id];
  }

  areOne(a: EntityId, b: EntityId): boolean {
    return a === b || (this.any && this.homeOf(a) === this.homeOf(b));
  }

  /** Every entity that is one with another. */
  joined(): Iterable<EntityId> {
    return this.classes.keys();
  }

  /** The judgement in force on two entities. */
  judgementOn(a: EntityId, b: EntityId): PairJudgement | null {
    return this.last.get(pairKey(a, b)) ?? null;
  }

  /** The judgements in force on all pairs, in the order they were judged, those that leave a pair open among them. */
  get judgements(): readonly PairJudgement[] {
    return [...this.last.values()];
  }

  /** Judged different, and yet joined through others; in the order they were judged. */
  get conflicts(): readonly PairJudgement[] {
    return [...this.last.values()].filter(
      ({ a, b, judgement }) => judgement === 'DIFFERENT' && this.areOne(a, b),
    );
  }

  /** From one entity to another over the fewest judgements that join them, both included; empty where they are not one. */
  wayBetween(from: EntityId, to: EntityId): readonly EntityId[] {
    return atOnce(this.workOutWay(from, to));
  }

  /** As `wayBetween`, in pieces. */
  *workOutWay(from: EntityId, to: EntityId): Resumable<readonly EntityId[]> {
    const cameFrom = new Map<EntityId, EntityId | null>([[from, null]]);
    for (const [id] of cameFrom) {
      if (cameFrom.has(to)) break;
      const links = this.links.get(id) ?? [];
      for (const other of links) if (!cameFrom.has(other)) cameFrom.set(other, id);
      yield links.length;
    }
    const way: EntityId[] = [];
    for (let at = cameFrom.has(to) ? to : null; at !== null; at = cameFrom.get(at) ?? null) way.unshift(at);
    return way;
  }

  private link(a: EntityId, b: EntityId): void {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const known = this.links.get(one);
      if (known) known.push(other);
      else this.links.set(one, [other]);
    }
  }

  private gather(id: EntityId, ageOf: (id: EntityId) => number): void {
    const members = new Set([id]);
    for (const member of members) for (const other of this.links.get(member) ?? []) members.add(other);
    const sorted = [...members].sort((a, b) => ageOf(a) - ageOf(b) || (a < b ? -1 : 1));
    for (const member of sorted) this.classes.set(member, sorted);
  }
}
