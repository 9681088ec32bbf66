// Counts over a whole list of claims, all pages of it: one walk for all that is asked for together, which lets others have their turn.
import type { Reading } from '../evidence/reading.js';
import type { ClaimRecord } from '../graph/records.js';
import { WorkBudget } from '../graph/work-budget.js';
import type { OperationClock } from './operation-clock.js';

/** What claims can be counted by. */
export const GROUPINGS = {
  predicate: (record: ClaimRecord): string => record.claim.predicate,
  status: (record: ClaimRecord, reading: Reading): string => reading.statusOf(record),
  independence: (record: ClaimRecord, reading: Reading): string => reading.supportOf(record).independence,
};
export type Grouping = keyof typeof GROUPINGS;

interface Walk {
  readonly counts: Map<Grouping, Map<string, number>>;
  /** How many claims there are. */
  readonly done: Promise<number>;
}

export class ClaimTally {
  /** Not begun yet: what is asked for now still joins it. */
  private next: Walk | null = null;

  constructor(
    private readonly reading: Reading,
    /** Claims to look at, in any order. */
    private readonly candidates: () => Iterable<ClaimRecord>,
    private readonly fits: (record: ClaimRecord) => boolean,
    private readonly clock?: OperationClock,
  ) {}

  /** How many there are. @throws GraphQLError where the operation's time runs out, as `by` does. */
  async total(): Promise<number> {
    return this.joined().done;
  }

  /** How many there are of each; what does not occur is left out. */
  async by(grouping: Grouping): Promise<ReadonlyMap<string, number>> {
    const { counts, done } = this.joined();
    const own = counts.get(grouping) ?? new Map<string, number>();
    counts.set(grouping, own);
    await done;
    return own;
  }

  private joined(): Walk {
    if (this.next) return this.next;
    const counts: Walk['counts'] = new Map();
    return (this.next = { counts, done: this.walk(counts) });
  }

  private async walk(counts: Walk['counts']): Promise<number> {
    // Half a count would be no answer: only the clock ends it.
    const budget = new WorkBudget(Infinity);
    // By the next turn of the event loop all fields beside the first have asked.
    await budget.rest();
    this.next = null;
    let total = 0;
    for (const record of this.candidates()) {
      budget.spend();
      if (budget.due) {
        await budget.rest();
        this.clock?.check();
      }
      if (!this.fits(record)) continue;
      total += 1;
      for (const [grouping, own] of counts) {
        const key = GROUPINGS[grouping](record, this.reading);
        own.set(key, (own.get(key) ?? 0) + 1);
      }
    }
    return total;
  }
}
