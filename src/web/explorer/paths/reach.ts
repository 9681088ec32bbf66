// How far a search for ways goes: of no lasting interest, so it is no part of the place.
export interface Reach {
  readonly maxHops: number;
  readonly limit: number;
  /** Not through entities with very many claims, over which everything is near to everything. */
  readonly avoidHubs: boolean;
}

export const REACH: Reach = { maxHops: 4, limit: 3, avoidHubs: true };
export const HOPS = [1, 2, 3, 4, 5, 6, 7, 8] as const;
export const LIMITS = [1, 3, 10, 25] as const;

/** A search that goes farther; null where it cannot. */
export const farther = (reach: Reach): Reach | null =>
  reach.maxHops >= 8 ? null : { ...reach, maxHops: Math.min(8, reach.maxHops + 2) };
