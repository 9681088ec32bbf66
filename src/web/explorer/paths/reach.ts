// A search for ways that goes farther.
import { HOPS, type Reach } from '../view-state/view-state.js';

/** By two steps more, or as far as it can; null where it goes no farther. */
export function farther(reach: Reach): Reach | null {
  const farthest = Math.max(...HOPS);
  return reach.maxHops >= farthest ? null : { ...reach, maxHops: Math.min(farthest, reach.maxHops + 2) };
}
