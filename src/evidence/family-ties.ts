// What ties the parties of a family: for any two of them the claims that join them, over as few ties as hold the family together.
import type { EntityId } from '../domain/ids.js';
import type { ClaimRecord } from '../graph/records.js';
import { eachInPieces, type Resumable } from '../graph/resumable.js';
import type { ChainNode } from './chains.js';
import type { Families, Kin } from './families.js';

/** Two parties that are not independent, and the claims that say so; none where a judgement says they are one. */
export interface FamilyTie {
  readonly a: EntityId;
  readonly b: EntityId;
  readonly because: readonly ClaimRecord[];
}

/** The attestations of those who had one family when they spoke. */
interface Circle {
  readonly family: ReadonlySet<EntityId>;
  readonly nodes: ChainNode[];
}

/**
 * Ties between the parties of some attestations that share a family. Those who had the same family when they spoke are tied to
 * one of them; one of each further circle, whose family was another at its time, over the nearest kin that both had.
 */
export function* tiesWithin(
  families: Families,
  members: readonly ChainNode[],
): Resumable<readonly FamilyTie[]> {
  const waiting = new Map<EntityId, ChainNode[]>();
  yield* eachInPieces(members, node => {
    const { party } = node.source.source;
    if (party === undefined) return;
    const known = waiting.get(party);
    if (known) known.push(node);
    else waiting.set(party, [node]);
  });
  const [first] = waiting.keys();
  if (first === undefined || waiting.size < 2) return [];
  return yield* new Tying(families, waiting).run(first, members);
}

class Tying {
  private readonly circles = new Map<ReadonlySet<EntityId>, Circle>();
  /** By entity, the circles in whose families it is; only where there are several circles. */
  private readonly around = new Map<EntityId, Circle[]>();
  private readonly met = new Set<Circle>();
  private readonly joined: ChainNode[] = [];
  private readonly ties: FamilyTie[] = [];

  constructor(
    private readonly families: Families,
    /** Parties that are not tied yet, with what they said. */
    private readonly waiting: Map<EntityId, readonly ChainNode[]>,
  ) {}

  *run(first: EntityId, members: readonly ChainNode[]): Resumable<readonly FamilyTie[]> {
    yield* this.gather(members);
    this.join(first);
    const done = new Set<Circle>();
    for (const node of this.joined) {
      yield 1;
      if (this.waiting.size === 0) break;
      const circle = this.circleOf(node);
      if (!circle || done.has(circle)) continue;
      done.add(circle);
      this.met.add(circle);
      yield* this.tieCircle(node, circle);
      yield* this.tieNext(node, circle);
    }
    return this.ties;
  }

  private *gather(members: readonly ChainNode[]): Resumable<void> {
    for (const node of members) {
      const { party } = node.source.source;
      if (party === undefined) continue;
      yield 1;
      const family = yield* this.families.workOutFamily(party, node.source.published);
      const circle = this.circles.get(family);
      if (circle) circle.nodes.push(node);
      else this.circles.set(family, { family, nodes: [node] });
    }
    if (this.circles.size < 2) return;
    for (const circle of this.circles.values()) {
      yield* eachInPieces(circle.family, entity => {
        const others = this.around.get(entity);
        if (others) others.push(circle);
        else this.around.set(entity, [circle]);
      });
    }
  }

  /** Whoever spoke at one time has one family, so the way from the one side is the shortest: the other need not be worked out. */
  private *tieCircle(node: ChainNode, { nodes }: Circle): Resumable<void> {
    const kin = yield* this.kinOf(node);
    yield* eachInPieces(nodes, other => {
      const party = partyOf(other);
      if (this.waiting.has(party)) this.tie(node, party, claimsTo(kin, party));
    });
  }

  private *tieNext(node: ChainNode, { family }: Circle): Resumable<void> {
    for (const entity of family) {
      yield 1;
      for (const circle of this.around.get(entity) ?? []) {
        if (this.met.has(circle)) continue;
        this.met.add(circle);
        const other = circle.nodes.find(one => this.waiting.has(partyOf(one)));
        if (other) this.tie(node, partyOf(other), yield* this.nearest(node, other));
      }
    }
  }

  /** The claims that lead from one attestation's party to another's over the nearest shared kin. */
  private *nearest(a: ChainNode, b: ChainNode): Resumable<readonly ClaimRecord[]> {
    const kinA = yield* this.kinOf(a);
    const kinB = yield* this.kinOf(b);
    let shortest: ClaimRecord[] | null = null;
    yield* eachInPieces(kinA.keys(), shared => {
      if (!kinB.has(shared)) return;
      const path = [...claimsTo(kinA, shared), ...claimsTo(kinB, shared).reverse()];
      if (shortest === null || path.length < shortest.length) shortest = path;
    });
    return [...new Set(shortest ?? [])];
  }

  private tie(node: ChainNode, party: EntityId, because: readonly ClaimRecord[]): void {
    this.ties.push({ a: partyOf(node), b: party, because });
    this.join(party);
  }

  private join(party: EntityId): void {
    for (const node of this.waiting.get(party) ?? []) this.joined.push(node);
    this.waiting.delete(party);
  }

  private circleOf(node: ChainNode): Circle | undefined {
    return this.circles.get(this.families.familyOf(partyOf(node), node.source.published));
  }

  private kinOf(node: ChainNode): Resumable<Kin> {
    return this.families.workOutKin(partyOf(node), node.source.published);
  }
}

const partyOf = ({ source: { source } }: ChainNode): EntityId => source.party ?? '';

function claimsTo(kin: Kin, entity: EntityId): ClaimRecord[] {
  const claims: ClaimRecord[] = [];
  for (let step = kin.get(entity); step; step = kin.get(step.from)) if (step.claim) claims.push(step.claim);
  return claims.reverse();
}
