// Lists chains one by one, those of earlier attestations first.
import type { Chain, ChainNode } from './chain-node.js';

/** Most attestations looked at while chains are listed among rings: some ten milliseconds' work. */
const MOST_LOOKS_IN_RINGS = 100_000;

interface Choice {
  readonly nodes: readonly ChainNode[];
  next: number;
}

export class ChainList {
  readonly found: Chain[] = [];
  private readonly taken: Uint8Array;
  /** By place: the last search that came by. */
  private readonly seen: Int32Array;
  private search = 0;
  private left = MOST_LOOKS_IN_RINGS;

  /** @param carries by place: 1 for what lies on a chain. @param circular whether some relay each other in a ring. */
  constructor(
    private readonly limit: number,
    private readonly carries: Uint8Array,
    private readonly circular: boolean,
  ) {
    this.taken = new Uint8Array(carries.length);
    this.seen = new Int32Array(circular ? carries.length : 0);
  }

  /** Whether no more are to be listed. */
  get isFull(): boolean {
    return this.found.length >= this.limit || this.left <= 0;
  }

  /** Lists the chains that start at a node. */
  follow(start: ChainNode): void {
    const path: ChainNode[] = [];
    const choices: Choice[] = [{ nodes: [start], next: 0 }];
    for (let choice = choices.at(-1); choice && !this.isFull; choice = choices.at(-1)) {
      const node = choice.nodes[choice.next];
      choice.next += 1;
      if (node === undefined) {
        choices.pop();
        const last = path.pop();
        if (last) this.taken[last.at] = 0;
      } else if (this.leadsOn(node)) {
        path.push(node);
        this.taken[node.at] = 1;
        if (node.isOrigin) this.found.push([...path]);
        choices.push({ nodes: node.relays, next: 0 });
      }
    }
    for (const { at } of path) this.taken[at] = 0;
  }

  /** Whether a chain can go on over a node. In a ring all ways may lead back, and trying them out could take for ever. */
  private leadsOn(node: ChainNode): boolean {
    if (this.carries[node.at] === 0 || this.taken[node.at] === 1) return false;
    if (!this.circular || node.isOrigin) return true;
    this.search += 1;
    const open = [node];
    for (let at = open.pop(); at; at = open.pop()) {
      this.left -= at.relays.length;
      for (const relayed of at.relays) {
        if (relayed.isOrigin) return true;
        if (this.seen[relayed.at] === this.search || this.taken[relayed.at] === 1) continue;
        this.seen[relayed.at] = this.search;
        open.push(relayed);
      }
    }
    return false;
  }
}
