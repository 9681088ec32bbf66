// Counts chains without building them: there may be many more chains than attestations.
import { atOnce, type Resumable } from '../../graph/work/resumable.js';
import type { ChainNode, Chains } from './chains.js';

/** More are not told: the greatest whole number of the API. */
export const MOST_CHAINS = 2 ** 31 - 1;
/** Where attestations relay each other in a ring, the chains must be tried out one by one. */
export const MOST_IN_RINGS = 100;

/**
 * How many chains begin at some attestations: exact up to `MOST_CHAINS`, and up to `MOST_IN_RINGS` where there is a ring.
 * @param from that carry; all that are held unless given.
 */
export const countChains = (chains: Chains, from?: readonly ChainNode[]): number =>
  atOnce(workOutChainCount(chains, from));

/** As `countChains`, in pieces; where there is a ring, at once. */
export function* workOutChainCount(chains: Chains, from?: readonly ChainNode[]): Resumable<number> {
  const starts = from ?? chains.carrying.filter(node => node.held);
  if (chains.circular) return chains.list(MOST_IN_RINGS, starts).length;
  const counts = yield* waysDown(chains, starts);
  return Math.min(
    MOST_CHAINS,
    starts.reduce((sum, node) => sum + (counts.get(node) ?? 0), 0),
  );
}

/** For each attestation below some others, how many ways lead from it to an origin. No recursion: chains may be long. */
function* waysDown(chains: Chains, starts: readonly ChainNode[]): Resumable<ReadonlyMap<ChainNode, number>> {
  const carrying = new Set(chains.carrying);
  const counts = new Map<ChainNode, number>();
  const open = [...starts];
  for (let node = open.at(-1); node; node = open.at(-1)) {
    yield 1 + node.relays.length;
    const relayed = counts.has(node) ? [] : node.relays.filter(one => carrying.has(one));
    const next = relayed.filter(one => !counts.has(one));
    if (next.length > 0) {
      open.push(...next);
      continue;
    }
    open.pop();
    if (counts.has(node)) continue;
    const below = relayed.reduce((sum, one) => sum + (counts.get(one) ?? 0), 0);
    counts.set(node, Math.min(MOST_CHAINS, below + (node.isOrigin ? 1 : 0)));
  }
  return counts;
}
