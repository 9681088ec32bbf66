// Succession: which claims held a slot before and after a claim. This is no contradiction.
import type { ClaimRecord } from '../../graph/records/records.js';
import { atOnce, sorted, type Resumable } from '../../graph/work/resumable.js';
import type { Evidence } from './claim-evidence.js';
import type { Rivals } from '../slots/rivals.js';
import { isShared, slotsOfRecord } from '../slots/slots.js';

export interface Succession {
  /** Nearest first, as many as were asked for. */
  readonly before: readonly ClaimRecord[];
  readonly after: readonly ClaimRecord[];
  /** How many there are in all. */
  readonly beforeCount: number;
  readonly afterCount: number;
}

/** Claims in the same slot that were true before this one, or after it; of each at most `limit`. */
export const successionOf = (evidence: Evidence, record: ClaimRecord, limit = Infinity): Succession =>
  atOnce(workOutSuccession(evidence, record, limit));

/** As `successionOf`, in pieces. Once the slots are worked out it costs no more than the limit, save for a claim in two slots. */
export function* workOutSuccession(
  evidence: Evidence,
  record: ClaimRecord,
  limit = Infinity,
): Resumable<Succession> {
  const inSlots: Rivals[] = [];
  for (const slot of slotsOfRecord(evidence, record)) {
    if (slot.kind !== 'opposite' && isShared(evidence, slot)) {
      inSlots.push(yield* evidence.workOutRivalsIn(slot));
    }
  }
  const { from, to } = record.span;
  const earlier = inSlots.map(({ inTime: { byEnd } }): Stretch => {
    const end = firstPlace(byEnd, ({ span }) => span.to >= from);
    return { count: end, nearest: most => byEnd.slice(Math.max(0, end - most), end).reverse() };
  });
  const later = inSlots.map(({ inTime: { byStart } }): Stretch => {
    const first = firstPlace(byStart, ({ span }) => span.from > to);
    return { count: byStart.length - first, nearest: most => byStart.slice(first, first + most) };
  });
  const before = yield* together(earlier, (a, b) => b.span.to - a.span.to);
  const after = yield* together(later, (a, b) => a.span.from - b.span.from);
  return {
    before: before.nearest(limit),
    after: after.nearest(limit),
    beforeCount: before.count,
    afterCount: after.count,
  };
}

/** Some claims on one side of a claim. */
interface Stretch {
  readonly count: number;
  readonly nearest: (most: number) => readonly ClaimRecord[];
}

function* together(
  stretches: readonly Stretch[],
  compare: (a: ClaimRecord, b: ClaimRecord) => number,
): Resumable<Stretch> {
  const [first = { count: 0, nearest: () => [] }, ...others] = stretches;
  if (others.every(({ count }) => count === 0)) return first;
  // Claims in two slots are in both lists.
  const all = new Set(stretches.flatMap(({ nearest }) => nearest(Infinity)));
  const inOrder = yield* sorted([...all], compare);
  return { count: all.size, nearest: most => inOrder.slice(0, most) };
}

/** In a list in which no item that passes comes before one that does not. */
function firstPlace(list: readonly ClaimRecord[], passes: (record: ClaimRecord) => boolean): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const record = list[middle];
    if (record && passes(record)) high = middle;
    else low = middle + 1;
  }
  return low;
}
