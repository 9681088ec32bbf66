// Who relays whom among the attestations of one claim: what can be reached, whether there are rings, whether there are several ways.
import type { ChainNode } from './chain-node.js';

/** By place: those from `starts[place]` to before `starts[place + 1]` in `ends`. */
interface Links {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

const NONE = -1;

export class RelayGraph {
  /** To those that an attestation relays. */
  readonly down: Links;
  /** To those that relay it. */
  readonly up: Links;

  /** @param live each at its place. */
  constructor(live: readonly ChainNode[]) {
    const { length } = live;
    const downStarts = new Int32Array(length + 1);
    const upStarts = new Int32Array(length + 1);
    for (const { at, relays } of live) {
      downStarts[at + 1] = relays.length;
      for (const relayed of relays) upStarts[relayed.at + 1] = (upStarts[relayed.at + 1] ?? 0) + 1;
    }
    for (const starts of [downStarts, upStarts]) {
      for (let at = 0; at < length; at += 1) starts[at + 1] = (starts[at + 1] ?? 0) + (starts[at] ?? 0);
    }
    const count = downStarts[length] ?? 0;
    this.down = { starts: downStarts, ends: new Int32Array(count) };
    this.up = { starts: upStarts, ends: new Int32Array(count) };
    const next = upStarts.slice();
    let place = 0;
    for (const { at, relays } of live) {
      for (const relayed of relays) {
        this.down.ends[place] = relayed.at;
        place += 1;
        const free = next[relayed.at] ?? 0;
        this.up.ends[free] = at;
        next[relayed.at] = free + 1;
      }
    }
  }

  private get size(): number {
    return this.down.starts.length - 1;
  }

  /** By place: 1 for what is reached. @param passes by place: whether a way may go on over it. */
  reach(
    { starts, ends }: Links,
    from: Iterable<number>,
    passes: (place: number) => boolean = () => true,
  ): Uint8Array {
    const reached = new Uint8Array(this.size);
    const open: number[] = [];
    for (const place of from) {
      if (reached[place] === 0) open.push(place);
      reached[place] = 1;
    }
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const end = starts[at + 1] ?? 0;
      for (let link = starts[at] ?? 0; link < end; link += 1) {
        const place = ends[link] ?? 0;
        if (reached[place] === 1 || !passes(place)) continue;
        reached[place] = 1;
        open.push(place);
      }
    }
    return reached;
  }

  /** Takes away, again and again, what relays nothing that is left: whether anything stays, which rests on a ring then. */
  get hasRing(): boolean {
    const { down, up, size } = this;
    const open = new Int32Array(size);
    const done: number[] = [];
    for (let at = 0; at < size; at += 1) {
      open[at] = (down.starts[at + 1] ?? 0) - (down.starts[at] ?? 0);
      if (open[at] === 0) done.push(at);
    }
    for (const at of done) {
      const end = up.starts[at + 1] ?? 0;
      for (let link = up.starts[at] ?? 0; link < end; link += 1) {
        const relayer = up.ends[link] ?? 0;
        const left = (open[relayer] ?? 0) - 1;
        open[relayer] = left;
        if (left === 0) done.push(relayer);
      }
    }
    return done.length < size;
  }

  /**
   * Whether several chains start at a place. Linear, in rings too.
   * @param carries by place: 1 for what lies on a chain. @param isEnd by place: whether a chain ends there.
   */
  forks(start: number, carries: Uint8Array, isEnd: (place: number) => boolean): boolean {
    const { down, size } = this;
    const chain = this.shortest(start, isEnd);
    const onChain = new Uint8Array(size);
    for (const place of chain) onChain[place] = 1;
    // What leads to an end without what comes earlier on that chain: found from the end of the chain backwards.
    const leads = new Uint8Array(size);
    for (let place = 0; place < size; place += 1) {
      if (carries[place] === 1 && onChain[place] === 0 && isEnd(place))
        this.spread(place, leads, carries, onChain);
    }
    for (let nth = chain.length - 1; nth >= 0; nth -= 1) {
      const [at = NONE, next = NONE] = [chain[nth], chain[nth + 1]];
      const end = down.starts[at + 1] ?? 0;
      for (let link = down.starts[at] ?? 0; link < end; link += 1) {
        const place = down.ends[link] ?? 0;
        if (place !== next && leads[place] === 1) return true;
      }
      onChain[at] = 0;
      this.spread(at, leads, carries, onChain);
    }
    return false;
  }

  /** Marks what leads to a place over what carries and is not shut. */
  private spread(from: number, leads: Uint8Array, carries: Uint8Array, shut: Uint8Array): void {
    const { starts, ends } = this.up;
    const open = [from];
    leads[from] = 1;
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const end = starts[at + 1] ?? 0;
      for (let link = starts[at] ?? 0; link < end; link += 1) {
        const relayer = ends[link] ?? 0;
        if (leads[relayer] === 1 || shut[relayer] === 1 || carries[relayer] === 0) continue;
        leads[relayer] = 1;
        open.push(relayer);
      }
    }
  }

  /** The way from a place to the nearest end, both included. */
  private shortest(start: number, isEnd: (place: number) => boolean): readonly number[] {
    const { starts, ends } = this.down;
    const cameFrom = new Int32Array(this.size).fill(NONE);
    const queue = [start];
    cameFrom[start] = start;
    for (const at of queue) {
      if (isEnd(at)) return wayTo(at, cameFrom);
      const end = starts[at + 1] ?? 0;
      for (let link = starts[at] ?? 0; link < end; link += 1) {
        const place = ends[link] ?? 0;
        if (cameFrom[place] !== NONE) continue;
        cameFrom[place] = at;
        queue.push(place);
      }
    }
    return [start];
  }
}

function wayTo(end: number, cameFrom: Int32Array): readonly number[] {
  const way = [end];
  for (let at = end; cameFrom[at] !== at;) way.push((at = cameFrom[at] ?? at));
  return way.reverse();
}
