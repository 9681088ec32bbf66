// The extent of all valid times: where the first claim begins and the last one ends, kept up to date as claims are added.
import type { TimeSpan } from '../../domain/time-span.js';

/** A date in EDTF, and the millisecond that makes it the first or the last. */
interface End {
  readonly text: string;
  readonly at: number;
}

/** Null where no claim has such an end: none is dated, or all are open there. */
export interface TimeExtent {
  readonly earliest: End | null;
  readonly latest: End | null;
}

export const NO_EXTENT: TimeExtent = { earliest: null, latest: null };

/** The extent with one more span in it; the same object where that changes nothing. */
export function extended(extent: TimeExtent, { text, from, to }: TimeSpan): TimeExtent {
  const isEarlier = Number.isFinite(from) && from < (extent.earliest?.at ?? Infinity);
  const isLater = Number.isFinite(to) && to > (extent.latest?.at ?? -Infinity);
  if (text === null || !(isEarlier || isLater)) return extent;
  // As it is written: `2008/..` begins in 2008, and nobody said on which day.
  const [first = text, last = first] = text.split('/');
  return {
    earliest: isEarlier ? { text: first, at: from } : extent.earliest,
    latest: isLater ? { text: last, at: to } : extent.latest,
  };
}
