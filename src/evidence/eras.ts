// Eras: for what times something that hangs on ties holds. What was worked out for one time serves for all others of its era.
import type { EntityId } from '../domain/ids.js';
import type { TimeSpan } from '../domain/time-span.js';

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

/** Results by entity and era. */
export class ByEra<T> {
  private readonly known = new Map<EntityId, { readonly era: Era; readonly result: T }[]>();

  find(entity: EntityId, spoken: TimeSpan): T | undefined {
    return this.known.get(entity)?.find(({ era }) => era.holds(spoken))?.result;
  }

  keep(entity: EntityId, era: Era, result: T): void {
    const known = this.known.get(entity);
    if (known) known.push({ era, result });
    else this.known.set(entity, [{ era, result }]);
  }
}
