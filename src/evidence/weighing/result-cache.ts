// A cache of results by claim or slot, which can be handed on to a later journal position without what changed.

export class ResultCache<T extends object> {
  private results = new Map<string, T>();

  get size(): number {
    return this.results.size;
  }

  find(key: string): T | undefined {
    return this.results.get(key);
  }

  keep(key: string, result: T): T {
    this.results.set(key, result);
    return result;
  }

  /**
   * Takes the results of an earlier place, but for those that are affected. The earlier one begins anew: whoever still asks it
   * is answered rightly. Cost grows with the affected alone.
   */
  takeOver(earlier: ResultCache<T>, affected: Iterable<string>): void {
    const { results } = earlier;
    earlier.results = new Map();
    for (const key of affected) results.delete(key);
    for (const [key, result] of this.results) results.set(key, result);
    this.results = results;
  }
}
