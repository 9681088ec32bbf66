// Tells which entities can still lie on a path of so many hops, from the distances to both of its ends.
import { FAR, PathBall } from './path-ball.js';
import type { PathSteps } from './path-steps.js';
import type { Links } from '../records/records.js';
import type { WorkBudget } from '../work/work-budget.js';

/** Of an entity's claims, one in so many is thought to be looked at before one leads on: measured, 1 took a quarter longer. */
const PART_LOOKED_AT = 32;

/**
 * An entity's own claims are read as far as is needed, those from the other side to the end: which is the way for a hub, with so many
 * times as many claims as all entities near enough to the end. Measured: 1 and 16 took a quarter longer, 100 twice as long.
 */
const PART_READ = 4;

/**
 * The balls grow until they meet and no further: in a graph with hubs, one level more is most of the graph. What lies between
 * them is looked at only where a path in the order of age comes by.
 */
export class PathField {
  private readonly near: PathBall;
  private readonly far: PathBall;
  private length = 0;
  /** Bounds of the hops to `to`, of entities outside its ball. */
  private readonly least = new Map<number, number>();
  private readonly most = new Map<number, number>();
  /** Claims looked at outside the balls since the far one last grew. */
  private looked = 0;

  constructor(
    private readonly steps: PathSteps,
    private readonly budget: WorkBudget,
  ) {
    const { from, to } = steps;
    this.near = new PathBall(steps, budget, from, to);
    this.far = new PathBall(steps, budget, to, from);
  }

  /** Hops of a shortest path; infinite where there is none of at most so many, or the budget ran out. To be asked first. */
  *shortest(most: number): Generator<void, number> {
    const { near, far, budget } = this;
    while (near.radius + far.radius < most && !budget.exhausted) {
      const length = near.radius + far.radius + 1;
      // Counting the claims of a wide rim takes longest, so it stops as soon as the other rim is known to be cheaper.
      const [few, many] = near.rim <= far.rim ? [near, far] : [far, near];
      const cost = few.costUpTo(Infinity);
      const [side, other] = many.costUpTo(cost) < cost ? [many, few] : [few, many];
      if (yield* this.grown(side, other)) return (this.length = length);
    }
    return Infinity;
  }

  /** Whether `to` is at most so many hops from an entity, by whatever way. */
  *reaches(entity: number, left: number): Generator<void, boolean> {
    while (yield* this.widen(entity, left));
    const found = this.known(entity, left) ?? (yield* this.leadsOn(entity, left));
    if (found) this.most.set(entity, left);
    else this.least.set(entity, left + 1);
    return found;
  }

  /** As `reaches`, without looking any further: null where it is not known yet. */
  known(entity: number, left: number): boolean | null {
    const { near, far, least, most, length } = this;
    const distance = far.hopsTo(entity);
    if (distance !== FAR) return distance <= left;
    if (left <= far.radius || left < (least.get(entity) ?? 0)) return false;
    // Nearer to the end than that, it would make a path shorter than the shortest.
    if (left < length - near.hopsTo(entity)) return false;
    return left >= (most.get(entity) ?? Infinity) ? true : null;
  }

  /** The claims of an entity that can lead to where `to` is at most so many hops away, and maybe more of them, oldest first. */
  *linksTowards(entity: number, left: number): Generator<void, Links> {
    while (yield* this.widen(entity, left));
    const links = this.steps.linksAt(entity);
    const { length } = links.claims;
    const isHub =
      left <= this.far.radius && PART_READ * this.far.claimsWithin(left, length / PART_READ) < length;
    return isHub ? yield* this.far.linksFrom(entity, left) : links;
  }

  /**
   * Lets the far ball grow where that costs no more than what was looked at outside since it last grew: whichever would have
   * been better, this costs at most about twice as much. Says whether it grew.
   */
  private *widen(entity: number, left: number): Generator<void, boolean> {
    const { far, steps, budget } = this;
    const looked = this.looked + steps.linksAt(entity).claims.length / PART_LOOKED_AT;
    if (left <= far.radius || looked < far.rim || looked < far.costUpTo(looked) || budget.exhausted)
      return false;
    this.looked = 0;
    yield* this.grown(far, null);
    return true;
  }

  /** Whether a ball met the other one before its next level was whole. */
  private *grown(ball: PathBall, other: PathBall | null): Generator<void, boolean> {
    let growth = ball.grow(other);
    for (; growth === 'STOPPED' && !this.budget.exhausted; growth = ball.grow(other)) yield;
    return growth === 'MET';
  }

  private *leadsOn(entity: number, left: number): Generator<void, boolean> {
    const { steps, budget } = this;
    const { claims, others } = yield* this.linksTowards(entity, left - 1);
    for (let at = 0, claim = claims[at]; claim; at += 1, claim = claims[at]) {
      if (!budget.spend()) return false;
      if (budget.due) yield;
      this.looked += 1;
      const other = steps.homeOf(others[at] ?? entity);
      const known = other === steps.from ? false : this.known(other, left - 1);
      if (known === false || !steps.isOpen(claim, other)) continue;
      if (known ?? (yield* this.reaches(other, left - 1))) return true;
    }
    return false;
  }
}
