// The chains of one claim and polarity in a view (`docs/evidence.md`, section 2).
import { weakness, CERTAINTIES, type Certainty, type Polarity } from '../../domain/attestation.js';
import type { AttestationId, ClaimId } from '../../domain/ids.js';
import type { ClaimGraph } from '../../graph/claim-graph.js';
import type { AttestationRecord, SourceRecord } from '../../graph/records/records.js';
import { eachInPieces, STEPS_IN_A_PIECE, type Resumable } from '../../graph/work/resumable.js';
import type { TimeLens } from '../../graph/views/time-lens.js';
import type { Chain, ChainNode } from './chain-node.js';
import { ChainList } from './chain-list.js';
import { RelayGraph } from './relay-graph.js';

export type { Chain, ChainNode } from './chain-node.js';

export class Chains {
  private ids: ReadonlyMap<AttestationId, ChainNode> | undefined;
  private ends: readonly ChainNode[] | undefined;
  private carries: Uint8Array | undefined;

  private constructor(
    /** All live attestations of one claim and one polarity, each at its place. */
    private readonly live: readonly ChainNode[],
    /** Null where nobody relays anybody. */
    private readonly relays: RelayGraph | null,
    /** Attestations that lie on a chain, in the order they were recorded. */
    readonly carrying: readonly ChainNode[],
    /** Live attestations relay each other in a ring. */
    readonly circular: boolean,
  ) {}

  /** @param live all live attestations of one claim and one polarity, each at its place. */
  static *among(live: readonly ChainNode[]): Resumable<Chains> {
    if (live.every(node => node.relays.length === 0)) {
      // Most claims: whoever is held and vouches itself is a chain.
      const alone = live.every(isChain) ? live : live.filter(isChain);
      return new Chains(live, null, alone, false);
    }
    const relays = new RelayGraph(live);
    yield live.length;
    const fromHeld = relays.reach(relays.down, placesOf(live, isHeld));
    const toOrigin = relays.reach(relays.up, placesOf(live, isOrigin));
    yield live.length;
    const carrying = live.filter(({ at }) => fromHeld[at] === 1 && toOrigin[at] === 1);
    return new Chains(live, relays, carrying, relays.hasRing);
  }

  get any(): boolean {
    return this.carrying.length > 0;
  }

  get origins(): readonly ChainNode[] {
    return (this.ends ??= this.relays ? this.carrying.filter(isOrigin) : this.carrying);
  }

  /** The weakest word along the firmest chain; null where there is none. */
  get certainty(): Certainty | null {
    return CERTAINTIES.find((_, most) => this.leadsToOrigin(most)) ?? null;
  }

  /** Whether there is a chain of which no word is weaker than that. */
  private leadsToOrigin(most: number): boolean {
    const { live, relays } = this;
    const isFirm = (node: ChainNode): boolean => weakness(node.record.attestation.certainty) <= most;
    const starts = this.carrying.filter(node => node.held && isFirm(node));
    if (!relays || starts.some(isOrigin)) return starts.length > 0;
    const passes = (place: number): boolean => isFirm(live[place] as ChainNode);
    const reached = relays.reach(relays.down, placesOf(starts), passes);
    return this.origins.some(({ at }) => reached[at] === 1);
  }

  /** Whether there are at least two chains. Linear, in rings too. */
  get several(): boolean {
    const { live, relays } = this;
    const starts = this.carrying.filter(isHeld);
    const [start] = starts;
    if (starts.length > 1 || !start || !relays) return starts.length > 1;
    return relays.forks(start.at, this.placesThatCarry(), place => live[place]?.isOrigin === true);
  }

  /**
   * Up to `limit` chains, those of earlier recorded attestations first; none runs through an attestation twice. Fewer where
   * attestations relay each other in rings so large that too many ways would have to be tried.
   * @param from where they start, unless at whatever is held.
   */
  list(limit: number, from?: readonly ChainNode[]): readonly Chain[] {
    const list = new ChainList(limit, this.placesThatCarry(), this.circular);
    for (const start of from ?? this.carrying) {
      if (list.isFull) break;
      if (from || start.held) list.follow(start);
    }
    return list.found;
  }

  find(id: AttestationId): ChainNode | null {
    this.ids ??= new Map(this.carrying.map(node => [node.record.attestation.id, node]));
    return this.ids.get(id) ?? null;
  }

  private placesThatCarry(): Uint8Array {
    if (this.carries) return this.carries;
    this.carries = new Uint8Array(this.live.length);
    for (const { at } of this.carrying) this.carries[at] = 1;
    return this.carries;
  }
}

const isHeld = (node: ChainNode): boolean => node.held;
const isOrigin = (node: ChainNode): boolean => node.isOrigin;
const isChain = (node: ChainNode): boolean => node.held && node.isOrigin;

function* placesOf(
  nodes: readonly ChainNode[],
  isOne: (node: ChainNode) => boolean = () => true,
): Iterable<number> {
  for (const node of nodes) if (isOne(node)) yield node.at;
}

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
