// How far entities are from one end of a path: breadth first, level by level, able to stop anywhere and to go on from there.
import type { EntityId } from '../domain/ids.js';
import type { PathSteps } from './path-steps.js';
import type { ClaimRecord } from './records.js';
import { bySeq } from './walk.js';
import type { WorkBudget } from './work-budget.js';

export class PathBall {
  /** Hops to every entity within the radius, and to some of those one further. */
  readonly distances: Map<EntityId, number>;
  /** Entities in the order they were reached; those before `at` are done, and of that one the claims before `next`. */
  private readonly queue: EntityId[];
  private at = 0;
  private next = 0;
  /** `counts[n]`: entities of at most n hops, as far as the radius. */
  private readonly counts = [1];
  private weighed = { radius: -1, most: 0, claims: 0 };

  /** @param otherEnd may be reached; no path goes on from it. */
  constructor(
    private readonly steps: PathSteps,
    private readonly budget: WorkBudget,
    end: EntityId,
    private readonly otherEnd: EntityId,
  ) {
    this.distances = new Map([[end, 0]]);
    this.queue = [end];
  }

  /** All entities of at most so many hops are known; infinite once all that can be reached were. */
  get radius(): number {
    const entity = this.queue[this.at];
    return entity === undefined ? Infinity : (this.distances.get(entity) ?? Infinity);
  }

  /** Entities whose claims one more level takes. */
  get rim(): number {
    return this.queue.length - this.at;
  }

  /** Claims to look at for one more level; some number from `most` on where it is that much or more. */
  costUpTo(most: number): number {
    const { radius, weighed } = this;
    const isKnown = weighed.claims >= most || weighed.claims < weighed.most;
    if (weighed.radius === radius && isKnown) return weighed.claims;
    // Twice as far as asked, so that asking for a little more each time does not begin anew each time.
    let claims = 0;
    for (let at = this.at; at < this.queue.length && claims < 2 * most; at += 1) {
      claims += this.steps.claimsAt(this.queue[at] ?? '').length;
    }
    this.weighed = { radius, most: 2 * most, claims };
    return claims;
  }

  /** Goes on to the end of the level; stops before, and says so, at the first entity reached anew that is looked for. */
  *grow(isWanted: (entity: EntityId) => boolean): Generator<void, boolean> {
    const { radius, steps, budget, distances } = this;
    while (this.at < this.queue.length && this.radius === radius) {
      const entity = this.queue[this.at] ?? '';
      const claims = steps.claimsAt(entity);
      for (let record = claims[this.next]; record; record = claims[this.next]) {
        if (!budget.spend()) return false;
        if (budget.due) yield;
        this.next += 1;
        const other = steps.otherEnd(record, entity);
        if (distances.has(other) || !steps.isOpen(record, other)) continue;
        distances.set(other, radius + 1);
        if (other !== this.otherEnd) this.queue.push(other);
        if (isWanted(other)) return true;
      }
      this.at += 1;
      this.next = 0;
    }
    this.counts.push(this.queue.length);
    return false;
  }

  /** How many entities are at most so many hops away; of those that are known. */
  within(hops: number): number {
    return this.counts[Math.min(hops, this.counts.length - 1)] ?? 0;
  }

  /** The claims that join an entity to those of at most so many hops, oldest first, looked up pair by pair. */
  *claimsFrom(entity: EntityId, hops: number): Generator<void, readonly ClaimRecord[]> {
    const { steps, budget } = this;
    const found: ClaimRecord[] = [];
    for (const inner of this.queue.slice(0, this.within(hops))) {
      if (!budget.spend()) return [];
      if (budget.due) yield;
      if (inner !== entity) found.push(...steps.claimsBetween(entity, inner));
    }
    return found.sort(bySeq);
  }
}
