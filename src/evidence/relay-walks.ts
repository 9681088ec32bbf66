// Walks along relays among the attestations of one claim: what is reached, who relays whom, whether there are rings or several ways.
import type { Chain, ChainNode } from './chain-node.js';

/** By place: 1 for what is reached. Places in arrays, as sets of a thousand nodes cost five times as much. */
export function reach(
  size: number,
  from: readonly ChainNode[],
  next: (node: ChainNode) => readonly ChainNode[],
  passes: (node: ChainNode) => boolean = () => true,
): Uint8Array {
  const reached = new Uint8Array(size);
  const open = [...from];
  for (const node of from) reached[node.at] = 1;
  for (let node = open.pop(); node; node = open.pop()) {
    for (const neighbour of next(node)) {
      if (reached[neighbour.at] === 1 || !passes(neighbour)) continue;
      reached[neighbour.at] = 1;
      open.push(neighbour);
    }
  }
  return reached;
}

/** By place: who relays the attestation. */
export function relayersAmong(
  nodes: readonly ChainNode[],
  size = nodes.length,
): readonly (readonly ChainNode[])[] {
  const relayers: ChainNode[][] = Array.from({ length: size }, () => []);
  for (const node of nodes) for (const relayed of node.relays) relayers[relayed.at]?.push(node);
  return relayers;
}

/** Whether several chains start at a node that carries. Linear, in rings too. @param carrying all that do. */
export function forks(size: number, carrying: readonly ChainNode[], start: ChainNode): boolean {
  const chain = shortest(size, start);
  const relayers = relayersAmong(carrying, size);
  const onChain = new Uint8Array(size);
  for (const { at } of chain) onChain[at] = 1;
  // What leads to an origin without what comes earlier on that chain: found from the end of the chain backwards.
  const leads = new Uint8Array(size);
  const spread = (from: ChainNode): void => {
    const open = [from];
    leads[from.at] = 1;
    for (let node = open.pop(); node; node = open.pop()) {
      for (const relayer of relayers[node.at] ?? []) {
        if (leads[relayer.at] === 1 || onChain[relayer.at] === 1) continue;
        leads[relayer.at] = 1;
        open.push(relayer);
      }
    }
  };
  for (const node of carrying) if (node.isOrigin && onChain[node.at] === 0) spread(node);
  for (let place = chain.length - 1; place >= 0; place -= 1) {
    const [node, next] = [chain[place], chain[place + 1]];
    if (!node) continue;
    if (node.relays.some(other => other !== next && leads[other.at] === 1)) return true;
    onChain[node.at] = 0;
    spread(node);
  }
  return false;
}

/** The way from a node to the nearest origin; at least the node. */
function shortest(size: number, start: ChainNode): Chain {
  const cameFrom = new Array<ChainNode | undefined>(size);
  const seen = new Uint8Array(size);
  const queue = [start];
  seen[start.at] = 1;
  for (const node of queue) {
    if (node.isOrigin) return backFrom(node, cameFrom);
    for (const relayed of node.relays) {
      if (seen[relayed.at] === 1) continue;
      seen[relayed.at] = 1;
      cameFrom[relayed.at] = node;
      queue.push(relayed);
    }
  }
  return [start];
}

function backFrom(end: ChainNode, cameFrom: readonly (ChainNode | undefined)[]): Chain {
  const chain: ChainNode[] = [];
  for (let node: ChainNode | undefined = end; node; node = cameFrom[node.at]) chain.push(node);
  return chain.reverse();
}

/** Takes away, again and again, what relays nothing that is left: what stays rests on a ring. */
export function hasRing(live: readonly ChainNode[], relayers: readonly (readonly ChainNode[])[]): boolean {
  const open = Uint32Array.from(live, node => node.relays.length);
  const done = live.filter(node => node.relays.length === 0);
  for (const node of done) {
    for (const relayer of relayers[node.at] ?? []) {
      const left = (open[relayer.at] ?? 0) - 1;
      open[relayer.at] = left;
      if (left === 0) done.push(relayer);
    }
  }
  return done.length < live.length;
}
