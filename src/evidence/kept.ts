// Results kept by claim: each is worked out once, when first asked for, and may be handed on to a later place in the journal.
import type { ClaimId } from '../domain/ids.js';

export class Kept<T> {
  private results = new Map<ClaimId, T>();

  get size(): number {
    return this.results.size;
  }

  of(claim: ClaimId, make: () => T): T {
    const known = this.results.get(claim);
    if (known !== undefined) return known;
    const made = make();
    this.results.set(claim, made);
    return made;
  }

  /**
   * Takes the results of an earlier place, but for claims that are affected. The earlier one begins anew: whoever still asks it
   * is answered rightly. Cost grows with the affected alone.
   */
  takeOver(earlier: Kept<T>, affected: Iterable<ClaimId>): void {
    const { results } = earlier;
    earlier.results = new Map();
    for (const claim of affected) results.delete(claim);
    for (const [claim, result] of this.results) results.set(claim, result);
    this.results = results;
  }
}
