// Counts over a whole list of claims: one pass answers everything that is asked for together.
import type { ViewedGraph } from '../../evidence/viewed-graph.js';
import type { ClaimRecord } from '../../graph/records/records.js';
import type { Resumable } from '../../graph/work/resumable.js';
import { STEPS_BETWEEN_LOOKS, type Work } from '../../graph/work/work.js';

/** What claims can be counted by. */
export const GROUPINGS = {
  predicate: (record: ClaimRecord): string => record.claim.predicate,
  status: (record: ClaimRecord, viewed: ViewedGraph): string => viewed.statusOf(record),
  independence: (record: ClaimRecord, viewed: ViewedGraph): string => viewed.supportOf(record).independence,
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
    private readonly viewed: ViewedGraph,
    /** The claims of the list, and between them the steps that finding them took. */
    private readonly found: () => Iterable<ClaimRecord | number>,
    private readonly work: Work,
  ) {}

  /** How many there are. Half a count would be no answer: where the operation's limits end it, it fails, as `by` does. */
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
    // By the next turn all fields beside the first have asked.
    await this.work.pause();
    this.next = null;
    return this.work.run(this.counted(counts));
  }

  private *counted(counts: Walk['counts']): Resumable<number> {
    let total = 0;
    const weighs = counts.has('status') || counts.has('independence');
    let steps = 0;
    for (const record of this.found()) {
      steps += typeof record === 'number' ? record : 1;
      if (steps >= STEPS_BETWEEN_LOOKS) {
        yield steps;
        steps = 0;
      }
      if (typeof record === 'number') continue;
      total += 1;
      if (weighs) yield* this.viewed.prepare(record);
      for (const [grouping, own] of counts) {
        const key = GROUPINGS[grouping](record, this.viewed);
        own.set(key, (own.get(key) ?? 0) + 1);
      }
    }
    yield steps;
    return total;
  }
}
