// A sweep over time spans that finds the largest groups of items that share a moment.
import type { TimeSpan } from '../../domain/time-span.js';
import { STEPS_IN_A_PIECE, type Resumable } from '../../graph/work/resumable.js';

export type Spell = Pick<TimeSpan, 'from' | 'to'>;

/** Items in the order in which they begin, and in that in which they end. */
export interface InTime<T> {
  readonly byStart: readonly T[];
  readonly byEnd: readonly T[];
}

/** A largest group: all that is going on at a moment, where no other moment has all of it and more. */
export interface IntervalGroup {
  readonly moment: number;
  readonly size: number;
}

/**
 * Goes through time and stops at each largest group, with how many are in it. `come` and `go` are told of every item meanwhile.
 * Cost: linear, however many groups an item is in.
 */
export function* sweep<T>(
  { byStart, byEnd }: InTime<T>,
  spanOf: (item: T) => Spell,
  hear: { come: (item: T) => void; go: (item: T) => void; stop: (group: IntervalGroup) => void },
): Resumable<void> {
  let moment = -Infinity;
  let gone = 0;
  let steps = 0;
  for (const [come, item] of byStart.entries()) {
    const { from } = spanOf(item);
    for (let stopped = false; ; gone += 1) {
      const ended = byEnd[gone];
      if (ended === undefined || spanOf(ended).to >= from) break;
      // A group is as large as it gets when the first of it goes; somebody has come since the last stop.
      if (!stopped) hear.stop({ moment, size: come - gone });
      stopped = true;
      hear.go(ended);
      steps += 1;
    }
    moment = from;
    hear.come(item);
    if ((steps += 1) < STEPS_IN_A_PIECE) continue;
    yield steps;
    steps = 0;
  }
  if (byStart.length > 0) hear.stop({ moment, size: byStart.length - gone });
  if (steps > 0) yield steps;
}

/** The first place in an ascending list whose number is not below a bound, or, with `past`, is above it. */
export function placeOf(numbers: ArrayLike<number>, bound: number, past = false): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const number = numbers[middle] ?? Infinity;
    if (number < bound || (past && number === bound)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Spans that many others are held against, put in order once. */
export class Spans {
  private readonly starts: Float64Array;
  /** By place: the last end of the spans up to there. */
  private readonly ends: Float64Array;

  constructor(spans: readonly Spell[]) {
    const inOrder = [...spans].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
    let last = -Infinity;
    this.starts = Float64Array.from(inOrder, ({ from }) => from);
    this.ends = Float64Array.from(inOrder, ({ to }) => (last = Math.max(last, to)));
  }

  /** Whether any of them may share a moment with a span. */
  meet({ from, to }: Spell): boolean {
    const begun = placeOf(this.starts, to, true);
    return begun > 0 && (this.ends[begun - 1] ?? -Infinity) >= from;
  }
}
