// Chains: the ways from held attestations down to origins, for one claim and one polarity, as a view sees them.
import { weakness, CERTAINTIES, type Certainty, type Lineage, type Polarity } from '../domain/attestation.js';
import type { AttestationId, ClaimId } from '../domain/ids.js';
import type { ClaimGraph } from '../graph/claim-graph.js';
import type { AttestationRecord, SourceRecord } from '../graph/records.js';
import type { TimeLens } from '../graph/time-lens.js';

/** A live attestation with the live ones that it relays. */
export interface ChainNode {
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

  /** @param live all live attestations of one claim and one polarity. */
  constructor(live: readonly ChainNode[]) {
    const fromHeld = reach(
      live.filter(node => node.held),
      node => node.relays,
    );
    const relayers = invert(live);
    const toOrigin = reach(
      live.filter(node => node.isOrigin),
      node => relayers.get(node) ?? [],
    );
    this.carrying = live.filter(node => fromHeld.has(node) && toOrigin.has(node));
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
    return (
      CERTAINTIES.find((_, most) => {
        const firm = (node: ChainNode): boolean => weakness(node.record.attestation.certainty) <= most;
        const starts = this.carrying.filter(node => node.held && firm(node));
        const reached = reach(starts, node => node.relays.filter(firm));
        return [...reached].some(node => node.isOrigin);
      }) ?? null
    );
  }

  /** Up to `limit` chains, those of earlier recorded attestations first; none runs through an attestation twice. */
  list(limit: number, from: readonly ChainNode[] = this.carrying.filter(node => node.held)): Chain[] {
    const carrying = new Set(this.carrying);
    const found: Chain[] = [];
    for (const start of from) {
      const path: ChainNode[] = [];
      const choices: ChainNode[][] = [[start]];
      while (choices.length > 0 && found.length < limit) {
        const node = choices.at(-1)?.shift();
        if (node === undefined) {
          choices.pop();
          path.pop();
          continue;
        }
        path.push(node);
        if (node.isOrigin) found.push([...path]);
        choices.push(node.relays.filter(relayed => carrying.has(relayed) && this.leadsOn(relayed, path)));
      }
    }
    return found;
  }

  /** Whether a chain can go on over a node. In a ring all ways may lead back, and trying them out could take for ever. */
  private leadsOn(node: ChainNode, path: Chain): boolean {
    const taken = new Set(path);
    if (taken.has(node)) return false;
    if (!this.circular) return true;
    const reached = reach([node], at => at.relays.filter(relayed => !taken.has(relayed)));
    return [...reached].some(end => end.isOrigin);
  }

  find(id: AttestationId): ChainNode | null {
    return this.carrying.find(node => node.record.attestation.id === id) ?? null;
  }
}

/** The chains of a claim: `isLive` says of each attestation whether it is to be counted at all. */
export function chainsOf(
  graph: ClaimGraph,
  lens: TimeLens,
  claim: ClaimId,
  polarity: Polarity,
  isLive: (record: AttestationRecord, source: SourceRecord) => boolean,
): Chains {
  const nodes = new Map<AttestationId, ChainNode & { relays: ChainNode[] }>();
  for (const record of graph.attestationsOf(claim)) {
    const source = graph.findSource(record.attestation.source);
    if (!source || record.attestation.polarity !== polarity || !isLive(record, source)) continue;
    const { lineage } = lens.lineageOf(record);
    const isOrigin = lineage !== 'RELAYED';
    nodes.set(record.attestation.id, {
      record,
      source,
      lineage,
      relays: [],
      held: lens.holds(source),
      isOrigin,
    });
  }
  for (const node of nodes.values()) {
    if (node.isOrigin) continue;
    for (const id of lens.lineageOf(node.record).relays) {
      const relayed = nodes.get(id);
      if (relayed) node.relays.push(relayed);
    }
  }
  return new Chains([...nodes.values()]);
}

function reach(from: readonly ChainNode[], next: (node: ChainNode) => readonly ChainNode[]): Set<ChainNode> {
  const reached = new Set(from);
  // A set hands out what is added while it is walked, so this visits everything reached, once.
  for (const node of reached) for (const neighbour of next(node)) reached.add(neighbour);
  return reached;
}

function invert(nodes: readonly ChainNode[]): Map<ChainNode, ChainNode[]> {
  const relayers = new Map<ChainNode, ChainNode[]>(nodes.map(node => [node, []]));
  for (const node of nodes) for (const relayed of node.relays) relayers.get(relayed)?.push(node);
  return relayers;
}

/** Takes away, again and again, what relays nothing that is left: what stays rests on a ring. */
function hasRing(
  nodes: readonly ChainNode[],
  relayers: ReadonlyMap<ChainNode, readonly ChainNode[]>,
): boolean {
  const open = new Map(nodes.map(node => [node, node.relays.length]));
  const done = nodes.filter(node => node.relays.length === 0);
  for (const node of done) {
    for (const relayer of relayers.get(node) ?? []) {
      const left = (open.get(relayer) ?? 0) - 1;
      open.set(relayer, left);
      if (left === 0) done.push(relayer);
    }
  }
  return done.length < nodes.length;
}
