// Chains: the ways from held attestations down to origins, for one claim and one polarity, as a view sees them.
import { weakness, CERTAINTIES, type Certainty, type Lineage, type Polarity } from '../domain/attestation.js';
import type { AttestationId, ClaimId } from '../domain/ids.js';
import type { ClaimGraph } from '../graph/claim-graph.js';
import type { AttestationRecord, SourceRecord } from '../graph/records.js';
import type { TimeLens } from '../graph/time-lens.js';

/** A live attestation with the live ones that it relays. */
export interface ChainNode {
  /** Its place among the live attestations of the claim with its polarity. */
  readonly at: number;
  readonly record: AttestationRecord;
  readonly source: SourceRecord;
  readonly lineage: Lineage;
  readonly relays: readonly ChainNode[];
  /** Someone here has its source itself, so a chain may start here. */
  readonly held: boolean;
  /** Its party vouches itself, or nobody noted whom it relays: a chain ends here. */
  readonly isOrigin: boolean;
}

/** From a held attestation down to an origin; at least one node. */
export type Chain = readonly ChainNode[];

export class Chains {
  /** Attestations that lie on a chain, in the order they were recorded. */
  readonly carrying: readonly ChainNode[];
  /** Live attestations relay each other in a ring. */
  readonly circular: boolean;

  /** @param live all live attestations of one claim and one polarity, each at its place. */
  constructor(private readonly live: readonly ChainNode[]) {
    const relayers = relayersAmong(live);
    const fromHeld = reach(live.length, live.filter(isHeld), node => node.relays);
    const toOrigin = reach(live.length, live.filter(isOrigin), node => relayers[node.at] ?? []);
    this.carrying = live.filter(({ at }) => fromHeld[at] === 1 && toOrigin[at] === 1);
    this.circular = hasRing(live, relayers);
  }

  get any(): boolean {
    return this.carrying.length > 0;
  }

  get origins(): readonly ChainNode[] {
    return this.carrying.filter(node => node.isOrigin);
  }

  /** The weakest word along the firmest chain; null where there is none. */
  get certainty(): Certainty | null {
    return CERTAINTIES.find((_, most) => this.leadsToOrigin(most)) ?? null;
  }

  /** Whether there is a chain of which no word is weaker than that. */
  private leadsToOrigin(most: number): boolean {
    const firm = (node: ChainNode): boolean => weakness(node.record.attestation.certainty) <= most;
    const starts = this.carrying.filter(node => node.held && firm(node));
    if (starts.some(isOrigin)) return true;
    const reached = reach(this.live.length, starts, node => node.relays, firm);
    return this.carrying.some(node => node.isOrigin && reached[node.at] === 1);
  }

  /** Up to `limit` chains, those of earlier recorded attestations first; none runs through an attestation twice. */
  list(limit: number, from: readonly ChainNode[] = this.carrying.filter(isHeld)): Chain[] {
    const carrying = new Set(this.carrying);
    const found: Chain[] = [];
    for (const start of from) {
      if (found.length >= limit) break;
      const path: ChainNode[] = [];
      const taken = new Set<ChainNode>();
      const choices: ChainNode[][] = [[start]];
      while (choices.length > 0 && found.length < limit) {
        const node = choices.at(-1)?.shift();
        if (node === undefined) {
          choices.pop();
          const left = path.pop();
          if (left) taken.delete(left);
          continue;
        }
        path.push(node);
        taken.add(node);
        if (node.isOrigin) found.push([...path]);
        choices.push(node.relays.filter(relayed => carrying.has(relayed) && this.leadsOn(relayed, taken)));
      }
    }
    return found;
  }

  /** Whether a chain can go on over a node. In a ring all ways may lead back, and trying them out could take for ever. */
  private leadsOn(node: ChainNode, taken: ReadonlySet<ChainNode>): boolean {
    if (taken.has(node)) return false;
    if (!this.circular) return true;
    const reached = reach(
      this.live.length,
      [node],
      at => at.relays,
      relayed => !taken.has(relayed),
    );
    return this.carrying.some(end => end.isOrigin && reached[end.at] === 1);
  }

  find(id: AttestationId): ChainNode | null {
    return this.carrying.find(node => node.record.attestation.id === id) ?? null;
  }
}

const isHeld = (node: ChainNode): boolean => node.held;
const isOrigin = (node: ChainNode): boolean => node.isOrigin;

/** The chains of a claim: `isLive` says of each attestation whether it is to be counted at all. */
export function chainsOf(
  graph: ClaimGraph,
  lens: TimeLens,
  claim: ClaimId,
  polarity: Polarity,
  isLive: (record: AttestationRecord, source: SourceRecord) => boolean,
): Chains {
  const live: (ChainNode & { readonly relays: ChainNode[] })[] = [];
  for (const record of graph.attestationsOf(claim)) {
    if (record.attestation.polarity !== polarity) continue;
    const source = graph.findSource(record.attestation.source);
    if (!source || !isLive(record, source)) continue;
    const { lineage } = lens.lineageOf(record);
    const held = lens.holds(source);
    const at = live.length;
    live.push({ at, record, source, lineage, relays: [], held, isOrigin: lineage !== 'RELAYED' });
  }
  if (!live.every(isOrigin)) linkRelays(live, lens);
  return new Chains(live);
}

function linkRelays(live: readonly (ChainNode & { readonly relays: ChainNode[] })[], lens: TimeLens): void {
  const nodes = new Map<AttestationId, ChainNode>();
  for (const node of live) nodes.set(node.record.attestation.id, node);
  for (const node of live) {
    if (node.isOrigin) continue;
    for (const id of lens.lineageOf(node.record).relays) {
      const relayed = nodes.get(id);
      if (relayed) node.relays.push(relayed);
    }
  }
}

/** By place: 1 for what is reached. Places in arrays, as sets of a thousand nodes cost five times as much. */
function reach(
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
function relayersAmong(live: readonly ChainNode[]): readonly (readonly ChainNode[])[] {
  const relayers: ChainNode[][] = live.map(() => []);
  for (const node of live) for (const relayed of node.relays) relayers[relayed.at]?.push(node);
  return relayers;
}

/** Takes away, again and again, what relays nothing that is left: what stays rests on a ring. */
function hasRing(live: readonly ChainNode[], relayers: readonly (readonly ChainNode[])[]): boolean {
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
