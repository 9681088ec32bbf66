// Finds the last event at or before a moment, by binary search: event times never go back.

/** How many of the times are not after a moment. */
export function placeBy(times: readonly number[], time: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle] ?? Infinity) <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}
