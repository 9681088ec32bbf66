// The rules at the end of a journal that every adapter keeps: which event may come next, when writing and when reading.
import type { Recorded, RecordedEvent } from '../../domain/event.js';
import { JournalError } from '../../domain/refusal.js';
import type { PendingEvent } from './journal.js';

/** Place and time of the last event. */
export type JournalTail = Pick<Recorded, 'seq' | 'at'>;

export const EMPTY_TAIL: JournalTail = Object.freeze({ seq: 0, at: '' });

// One fixed width, so that comparing texts compares times.
const UTC_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/**
 * Gives events the next places, in order.
 * @throws JournalError where `expectedSeq` is not where the journal ends, or a time is not in UTC or goes back.
 */
export function takePlaces(
  tail: JournalTail,
  pending: readonly PendingEvent[],
  expectedSeq: number,
): readonly RecordedEvent[] {
  if (expectedSeq !== tail.seq) {
    throw new JournalError(
      `The journal ends at ${tail.seq}, expected was ${expectedSeq}: decide again on what is there now.`,
    );
  }
  let last = tail;
  return pending.map(({ at, by, way, event }) => {
    const recorded = { seq: last.seq + 1, at, by, way, event };
    checkPlace(last, recorded);
    return (last = recorded);
  });
}

/** @throws JournalError unless `next` can stand right after `tail`. */
export function checkPlace(tail: JournalTail, { seq, at }: JournalTail): void {
  if (seq !== tail.seq + 1) {
    throw new JournalError(`Event ${tail.seq + 1} is missing from the journal: restore it from a copy.`);
  }
  // Whatever is written in one commit has one time.
  if (at === tail.at && at !== EMPTY_TAIL.at) return;
  if (!UTC_TIME.test(at)) {
    throw new JournalError(
      `Event ${seq} has the time "${at}": expected was one like 2014-11-18T09:00:00.000Z.`,
    );
  }
  if (at < tail.at) {
    throw new JournalError(
      `Event ${seq} has the time ${at}, before ${tail.at} of the one ahead: check the clock.`,
    );
  }
}
