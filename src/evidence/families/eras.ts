// Results that hold for an era: a result that was worked out for one time is reused for all times in which the same ties hold.
import type { EntityId } from '../../domain/ids.js';
import type { TimeSpan } from '../../domain/time-span.js';

/** Grows narrower with each tie that is looked at; without any it is all of time. */
export class Era {
  /** A word that ends in between, both sides included, and begins in between. */
  private endsFrom = -Infinity;
  private endsBefore = Infinity;
  private beginsAfter = -Infinity;
  private beginsBy = Infinity;
  /** Whether a bound was met: an end of time lies before no end of time. */
  private before = false;
  private after = false;

  /** Looks at a tie for a word spoken then: whether it may have held, which is so for every word of the era. */
  meets(tie: TimeSpan, spoken: TimeSpan): boolean {
    if (tie.from > spoken.to) {
      this.endsBefore = Math.min(this.endsBefore, tie.from);
      this.before = true;
      return false;
    }
    if (tie.to < spoken.from) {
      this.beginsAfter = Math.max(this.beginsAfter, tie.to);
      this.after = true;
      return false;
    }
    this.endsFrom = Math.max(this.endsFrom, tie.from);
    this.beginsBy = Math.min(this.beginsBy, tie.to);
    return true;
  }

  /** Whether a word spoken then is of this era. */
  holds({ from, to }: TimeSpan): boolean {
    return (
      to >= this.endsFrom &&
      from <= this.beginsBy &&
      (!this.before || to < this.endsBefore) &&
      (!this.after || from > this.beginsAfter)
    );
  }
}

/** Most eras remembered of one entity: where each of many days is one, all of them would take too much room. */
const MOST_ERAS = 64;

interface InEra<T> {
  readonly era: Era;
  readonly result: T;
}

/** Results by entity and era, as far as there is room: what is forgotten is worked out anew. */
export class ByEra<T> {
  private readonly known = new Map<EntityId, InEra<T>[]>();
  private taken = 0;

  /** @param room for results, in the units in which their sizes are given. */
  constructor(private readonly room: number) {}

  find(entity: EntityId, spoken: TimeSpan): T | undefined {
    const eras = this.known.get(entity);
    if (!eras) return undefined;
    for (const { era, result } of eras) if (era.holds(spoken)) return result;
    return undefined;
  }

  /** For all of some entities. */
  keep(entities: Iterable<EntityId>, era: Era, result: T, size: number): void {
    this.taken += size;
    if (this.taken > this.room) {
      this.known.clear();
      this.taken = size;
    }
    const found = { era, result };
    for (const entity of entities) {
      const eras = this.known.get(entity);
      if (!eras) this.known.set(entity, [found]);
      else if (eras.push(found) > MOST_ERAS) eras.shift();
    }
  }
}
