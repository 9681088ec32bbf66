// Chains: the ways from held attestations down to origins, for one claim and one polarity, as a view sees them.
import { weakness, CERTAINTIES, type Certainty, type Polarity } from '../domain/attestation.js';
import type { AttestationId, ClaimId } from '../domain/ids.js';
import type { ClaimGraph } from '../graph/claim-graph.js';
import type { AttestationRecord, SourceRecord } from '../graph/records.js';
import { eachInPieces, STEPS_IN_A_PIECE, type Resumable } from '../graph/resumable.js';
import type { TimeLens } from '../graph/time-lens.js';
import type { Chain, ChainNode } from './chain-node.js';
import { forks, hasRing, reach, relayersAmong } from './relay-walks.js';

export type { Chain, ChainNode } from './chain-node.js';

export class Chains {
  /** By place: 1 for what carries; made where chains are listed. */
  private carries: Uint8Array | undefined;
  private ids: ReadonlyMap<AttestationId, ChainNode> | undefined;
  private ends: readonly ChainNode[] | undefined;

  private constructor(
    /** All live attestations of one claim and one polarity, each at its place. */
    private readonly live: readonly ChainNode[],
    /** Attestations that lie on a chain, in the order they were recorded. */
    readonly carrying: readonly ChainNode[],
    /** Live attestations relay each other in a ring. */
    readonly circular: boolean,
  ) {}

  /** @param live all live attestations of one claim and one polarity, each at its place. */
  static *among(live: readonly ChainNode[]): Resumable<Chains> {
    // Most claims: nobody relays anybody, and whoever is held is a chain.
    if (live.every(({ relays }) => relays.length === 0)) {
      return new Chains(
        live,
        live.filter(node => node.held && node.isOrigin),
        false,
      );
    }
    const relayers = relayersAmong(live);
    yield live.length;
    const fromHeld = reach(live.length, live.filter(isHeld), node => node.relays);
    yield live.length;
    const toOrigin = reach(live.length, live.filter(isOrigin), node => relayers[node.at] ?? []);
    yield live.length;
    const carrying = live.filter(({ at }) => fromHeld[at] === 1 && toOrigin[at] === 1);
    const circular = hasRing(live, relayers);
    yield live.length;
    return new Chains(live, carrying, circular);
  }

  get any(): boolean {
    return this.carrying.length > 0;
  }

  get origins(): readonly ChainNode[] {
    return (this.ends ??= this.carrying.filter(isOrigin));
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

  /** Whether there are at least two chains. Linear, in rings too. */
  get several(): boolean {
    const starts = this.carrying.filter(isHeld);
    const [start] = starts;
    return starts.length > 1 || (start !== undefined && forks(this.live.length, this.carrying, start));
  }

  /**
   * Up to `limit` chains, those of earlier recorded attestations first; none runs through an attestation twice. Fewer where
   * attestations relay each other in rings so large that too many ways would have to be tried.
   */
  list(limit: number, from: readonly ChainNode[] = this.carrying): Chain[] {
    const found: Chain[] = [];
    const looks = { left: MOST_LOOKS_IN_RINGS };
    for (const start of from) {
      if (found.length >= limit) break;
      if (start.held || from !== this.carrying) this.follow(start, limit, looks, found);
    }
    return found;
  }

  private follow(start: ChainNode, limit: number, looks: { left: number }, found: Chain[]): void {
    const carries = (this.carries ??= this.placesThatCarry());
    const path: ChainNode[] = [];
    const taken = new Set<ChainNode>();
    const choices: { readonly nodes: readonly ChainNode[]; next: number }[] = [{ nodes: [start], next: 0 }];
    for (
      let choice = choices.at(-1);
      choice && found.length < limit && looks.left > 0;
      choice = choices.at(-1)
    ) {
      const node = choice.nodes[choice.next];
      choice.next += 1;
      if (node === undefined) {
        choices.pop();
        const left = path.pop();
        if (left) taken.delete(left);
      } else if (carries[node.at] === 1 && this.leadsOn(node, taken, looks)) {
        path.push(node);
        taken.add(node);
        if (node.isOrigin) found.push([...path]);
        choices.push({ nodes: node.relays, next: 0 });
      }
    }
  }

  private placesThatCarry(): Uint8Array {
    const carries = new Uint8Array(this.live.length);
    for (const { at } of this.carrying) carries[at] = 1;
    return carries;
  }

  /** Whether a chain can go on over a node. In a ring all ways may lead back, and trying them out could take for ever. */
  private leadsOn(node: ChainNode, taken: ReadonlySet<ChainNode>, looks: { left: number }): boolean {
    if (taken.has(node)) return false;
    if (!this.circular || node.isOrigin) return true;
    const seen = new Set([node]);
    const open = [node];
    for (let at = open.pop(); at; at = open.pop()) {
      for (const relayed of at.relays) {
        looks.left -= 1;
        if (relayed.isOrigin) return true;
        if (seen.has(relayed) || taken.has(relayed)) continue;
        seen.add(relayed);
        open.push(relayed);
      }
    }
    return false;
  }

  find(id: AttestationId): ChainNode | null {
    this.ids ??= new Map(this.carrying.map(node => [node.record.attestation.id, node]));
    return this.ids.get(id) ?? null;
  }
}

/** Most attestations looked at while chains are listed among rings: some ten milliseconds' work. */
const MOST_LOOKS_IN_RINGS = 500_000;

const isHeld = (node: ChainNode): boolean => node.held;
const isOrigin = (node: ChainNode): boolean => node.isOrigin;

/** The chains of a claim: `isLive` says of each attestation whether it is to be counted at all. */
export function* chainsOf(
  graph: ClaimGraph,
  lens: TimeLens,
  claim: ClaimId,
  polarity: Polarity,
  isLive: (record: AttestationRecord, source: SourceRecord) => boolean,
): Resumable<Chains> {
  const live: Linked[] = [];
  let steps = 1;
  for (const record of graph.attestationsOf(claim)) {
    if ((steps += 1) > STEPS_IN_A_PIECE) {
      yield steps;
      steps = 0;
    }
    if (record.attestation.polarity !== polarity) continue;
    const source = graph.findSource(record.attestation.source);
    if (!source || !isLive(record, source)) continue;
    const { lineage } = lens.lineageOf(record);
    const held = lens.holds(source);
    const at = live.length;
    live.push({ at, record, source, lineage, relays: [], held, isOrigin: lineage !== 'RELAYED' });
  }
  yield steps;
  if (!live.every(isOrigin)) yield* linkRelays(live, lens);
  return yield* Chains.among(live);
}

type Linked = ChainNode & { readonly relays: ChainNode[] };

function* linkRelays(live: readonly Linked[], lens: TimeLens): Resumable<void> {
  const nodes = new Map<AttestationId, ChainNode>();
  yield* eachInPieces(live, node => nodes.set(node.record.attestation.id, node));
  yield* eachInPieces(live, node => {
    if (node.isOrigin) return;
    for (const id of lens.lineageOf(node.record).relays) {
      const relayed = nodes.get(id);
      if (relayed) node.relays.push(relayed);
    }
  });
}
