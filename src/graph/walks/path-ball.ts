// Distances of entities from one end of a path: breadth first, level by level. It can stop anywhere and continue from there.
import { linksOf, type NodeLink } from './joined-nodes.js';
import type { PathSteps } from './path-steps.js';
import type { Links } from '../records/records.js';
import type { WorkBudget } from '../work/work-budget.js';

const NONE: Links = { claims: [], others: [] };

/** More hops than any path has: to entities that were not reached. */
export const FAR = 100;

/** Why a level ended: it is complete, it met the other ball, a pause is due, or the steps are used up. */
export type Growth = 'GROWN' | 'MET' | 'STOPPED';

export class PathBall {
  /** All entities of at most so many hops are known; infinite once all that can be reached were. */
  radius = 0;
  /** Hops to every entity within the radius, and to some of those one further. */
  private readonly hops: Map<number, number>;
  /** Entities in the order they were reached; those before `at` are done, and of that one the claims before `next`. */
  private readonly queue: number[];
  private at = 0;
  private next = 0;
  /** `counts[n]`: entities of at most n hops, as far as the radius. */
  private readonly counts = [1];
  /** `weights[n]`: claims of entities of at most n hops, of levels that are done. */
  private readonly weights: number[] = [];
  /** Claims looked at so far. */
  private done = 0;
  private weighed = { radius: -1, most: 0, claims: 0 };

  /** @param otherEnd may be reached, but no path continues from it */
  constructor(
    private readonly steps: PathSteps,
    private readonly budget: WorkBudget,
    end: number,
    private readonly otherEnd: number,
  ) {
    this.hops = new Map([[end, 0]]);
    this.queue = [end];
  }

  /** `FAR` for an entity that was not reached. */
  hopsTo(entity: number): number {
    return this.hops.get(entity) ?? FAR;
  }

  /** Entities whose claims one more level takes. */
  get rim(): number {
    return this.queue.length - this.at;
  }

  /** Claims to look at for one more level; some number from `most` on where it is that much or more. */
  costUpTo(most: number): number {
    const { radius, weighed, queue, steps } = this;
    const isKnown = weighed.claims >= most || weighed.claims < weighed.most;
    if (weighed.radius === radius && isKnown) return weighed.claims;
    // Twice as far as asked, so that asking for a little more each time does not begin anew each time.
    let claims = 0;
    for (let at = this.at; at < queue.length && claims < 2 * most; at += 1) {
      claims += steps.linksAt(queue[at] ?? 0).others.length;
    }
    this.weighed = { radius, most: 2 * most, claims };
    return claims;
  }

  /** Goes on to the end of the level, or to the first entity reached anew that the other ball has reached. No generator: this is where the time goes. */
  grow(other: PathBall | null): Growth {
    const { steps, budget, hops, queue, otherEnd, radius } = this;
    const rimEnd = this.counts[radius] ?? 0;
    for (; this.at < rimEnd; this.at += 1, this.next = 0) {
      const { claims, others } = steps.linksAt(queue[this.at] ?? 0);
      for (let claim = claims[this.next]; claim; claim = claims[this.next]) {
        if (budget.due || !budget.spend()) return 'STOPPED';
        const entity = steps.homeOf(others[this.next] ?? 0);
        this.next += 1;
        this.done += 1;
        if (hops.has(entity) || !steps.isOpen(claim, entity)) continue;
        hops.set(entity, radius + 1);
        if (entity !== otherEnd) queue.push(entity);
        if (other && other.hopsTo(entity) !== FAR) return 'MET';
      }
    }
    this.radius = rimEnd === queue.length ? Infinity : radius + 1;
    this.counts.push(queue.length);
    this.weights.push(this.done);
    return 'GROWN';
  }

  /** Claims of the entities of at most so many hops, no more than the radius; some number from `most` on where it is that much or more. */
  claimsWithin(hops: number, most: number): number {
    return this.weights[hops] ?? this.done + this.costUpTo(most);
  }

  /** The claims that join an entity to those of at most so many hops, oldest first, found from their side. */
  *linksFrom(entity: number, hops: number): Generator<void, Links> {
    const { steps, budget, queue } = this;
    const found: NodeLink[] = [];
    const end = this.counts[Math.min(hops, this.counts.length - 1)] ?? 0;
    for (let at = 0; at < end; at += 1) {
      const inner = queue[at] ?? 0;
      if (inner === entity) continue;
      const { claims, others } = steps.linksAt(inner);
      for (let next = 0; next < others.length; next += 1) {
        if (!budget.spend()) return NONE;
        if (budget.due) yield;
        const claim = claims[next];
        if (claim && steps.homeOf(others[next] ?? 0) === entity) found.push([claim, inner]);
      }
    }
    return linksOf(found);
  }
}
