// Sorts the attestations of one claim by family, and says which claims tie their parties.
import type { EntityId } from '../../domain/ids.js';
import type { ClaimRecord } from '../../graph/records/records.js';
import { STEPS_IN_A_PIECE, type Resumable } from '../../graph/work/resumable.js';
import type { ChainNode } from '../chains/chains.js';
import type { Families, Kin } from './families.js';

/** Two parties that are not independent, and the claims that say so; none where a judgement says they are one. */
export interface FamilyTie {
  readonly a: EntityId;
  readonly b: EntityId;
  readonly because: readonly ClaimRecord[];
}

/** The first attestation whose party had an entity among its kin. */
interface First {
  readonly node: ChainNode;
  readonly party: EntityId;
  readonly home: number;
}

/** An entity that two parties both had among their kin. */
interface Meeting {
  readonly entity: EntityId;
  readonly other: First;
  readonly kin: Kin;
  /** Of the way between them, in claims. */
  readonly length: number;
}

export class FamilyClasses {
  private readonly found: FamilyTie[] = [];
  private readonly classes = new Map<ChainNode, number>();
  private readonly parents: number[] = [];
  private readonly parties = new Set<EntityId>();
  private readonly byEntity = new Map<string, First>();
  // Held by nobody else: of a family that changes with each of many days there are as many sets.
  private readonly byFamily = new WeakMap<ReadonlySet<EntityId>, First>();
  /** The only family so far: most claims have no other, and its members need not be gone through. */
  private only: { readonly family: ReadonlySet<EntityId>; readonly first: First } | null = null;

  private constructor(private readonly families: Families) {}

  /** Attestations share a family if their parties share kin, directly or through others among them. */
  static *among(families: Families, nodes: readonly ChainNode[]): Resumable<FamilyClasses> {
    const classes = new FamilyClasses(families);
    let steps = 0;
    for (const node of nodes) {
      yield* classes.add(node);
      if ((steps += 1) % STEPS_IN_A_PIECE === 0) yield STEPS_IN_A_PIECE;
    }
    if (steps % STEPS_IN_A_PIECE > 0) yield steps % STEPS_IN_A_PIECE;
    return classes;
  }

  /** As few as hold each family together, in the order in which its parties come. */
  get ties(): readonly FamilyTie[] {
    return this.found;
  }

  /** Number of the family of an attestation that is among these. */
  of(node: ChainNode): number {
    const home = this.classes.get(node);
    if (home === undefined) throw new Error('an attestation outside these families');
    return this.root(home);
  }

  /** Some attestations by their families. */
  *sort(nodes: readonly ChainNode[]): Resumable<ReadonlyMap<number, readonly ChainNode[]>> {
    const sorted = new Map<number, ChainNode[]>();
    let steps = 0;
    for (const node of nodes) {
      const family = this.of(node);
      const members = sorted.get(family);
      if (members) members.push(node);
      else sorted.set(family, [node]);
      if ((steps += 1) % STEPS_IN_A_PIECE === 0) yield STEPS_IN_A_PIECE;
    }
    return sorted;
  }

  /**
   * The party that stands for a family: of some attestations of it the one that most others of them belong to, else the first.
   * Null where the family is an unnamed party.
   */
  *workOutSpeaker(members: readonly ChainNode[]): Resumable<EntityId | null> {
    const { families } = this;
    const parties = firstByParty(members);
    yield members.length;
    if (parties.size < 2) return parties.keys().next().value ?? null;
    const below = new Map<EntityId, number>();
    const count = (home: EntityId): unknown => below.set(home, (below.get(home) ?? 0) + 1);
    for (const [party, node] of parties) {
      yield 1;
      count(families.identityOf(party));
      for (const upper of yield* families.workOutAbove(party, node.source.published)) count(upper);
    }
    const belowOf = (party: EntityId): number => below.get(families.identityOf(party)) ?? 0;
    return [...parties.keys()].reduce((best, party) => (belowOf(party) > belowOf(best) ? party : best));
  }

  private *add(node: ChainNode): Resumable<void> {
    const { source, published } = node.source;
    if (source.party === undefined) return this.addUnnamed(node, `unnamed ${source.id}`);
    const family = yield* this.families.workOutFamily(source.party, published);
    const known = this.byFamily.get(family);
    if (!known) return yield* this.addFamily(node, source.party, family);
    this.classes.set(node, known.home);
    if (this.parties.has(source.party)) return;
    this.parties.add(source.party);
    const because = claimsTo(yield* this.kinOf(known), source.party);
    this.found.push({ a: known.party, b: source.party, because });
  }

  /** An unnamed party is a family of its own, one for each source. */
  private addUnnamed(node: ChainNode, key: string): void {
    const first = this.byEntity.get(key) ?? { node, party: key, home: this.newHome() };
    this.byEntity.set(key, first);
    this.classes.set(node, first.home);
  }

  private *addFamily(node: ChainNode, party: EntityId, family: ReadonlySet<EntityId>): Resumable<void> {
    if (!this.only && this.parties.size === 0) {
      const first = { node, party, home: this.newHome() };
      this.only = { family, first };
      return this.take(first, family);
    }
    if (this.only) yield* this.register(this.only.family, this.only.first);
    this.only = null;
    const met = new Map<number, First>();
    for (const entity of family) {
      const other = this.byEntity.get(entity);
      if (other) met.set(this.root(other.home), other);
    }
    const [home = this.newHome(), ...others] = met.keys();
    const first = { node, party, home };
    if (met.size > 0) yield* this.tieTo(first, met);
    for (const other of others) this.parents[other] = home;
    this.take(first, family);
    yield* this.register(family, first);
  }

  private take(first: First, family: ReadonlySet<EntityId>): void {
    this.byFamily.set(family, first);
    this.classes.set(first.node, first.home);
    this.parties.add(first.party);
  }

  private *register(family: ReadonlySet<EntityId>, first: First): Resumable<void> {
    let steps = 0;
    for (const entity of family) {
      if (!this.byEntity.has(entity)) this.byEntity.set(entity, first);
      if ((steps += 1) % STEPS_IN_A_PIECE === 0) yield STEPS_IN_A_PIECE;
    }
  }

  /** Ties a party to one of each class that it shares kin with, over the nearest that they share. */
  private *tieTo(first: First, met: ReadonlyMap<number, First>): Resumable<void> {
    const own = this.parties.has(first.party) ? this.byEntity.get(first.party) : undefined;
    const wanted = new Set(met.keys());
    if (own) wanted.delete(this.root(own.home));
    if (wanted.size === 0) return;
    const kin = yield* this.kinOf(first);
    const nearest = new Map<number, Meeting>();
    let steps = 0;
    for (const entity of kin.keys()) {
      if ((steps += 1) % STEPS_IN_A_PIECE === 0) yield STEPS_IN_A_PIECE;
      const other = this.byEntity.get(entity);
      if (!other) continue;
      const home = this.root(other.home);
      if (!wanted.has(home)) continue;
      const known = nearest.get(home);
      const theirs = known?.other === other ? known.kin : yield* this.kinOf(other);
      const length = claimsTo(kin, entity).length + claimsTo(theirs, entity).length;
      if (!known || length < known.length) nearest.set(home, { entity, other, kin: theirs, length });
    }
    for (const { entity, other, kin: theirs } of nearest.values()) {
      const because = new Set([...claimsTo(theirs, entity), ...claimsTo(kin, entity).reverse()]);
      this.found.push({ a: other.party, b: first.party, because: [...because] });
    }
  }

  private kinOf({ node, party }: First): Resumable<Kin> {
    return this.families.workOutKin(party, node.source.published);
  }

  private newHome(): number {
    return this.parents.push(this.parents.length) - 1;
  }

  private root(family: number): number {
    const { parents } = this;
    let at = family;
    for (;;) {
      const up = parents[at] ?? at;
      if (up === at) return at;
      // Halves the way for whoever asks next.
      at = parents[at] = parents[up] ?? up;
    }
  }
}

function firstByParty(nodes: readonly ChainNode[]): Map<EntityId, ChainNode> {
  const first = new Map<EntityId, ChainNode>();
  for (const node of nodes) {
    const { party } = node.source.source;
    if (party !== undefined && !first.has(party)) first.set(party, node);
  }
  return first;
}

function claimsTo(kin: Kin, entity: EntityId): ClaimRecord[] {
  const claims: ClaimRecord[] = [];
  for (let step = kin.get(entity); step; step = kin.get(step.from)) if (step.claim) claims.push(step.claim);
  return claims.reverse();
}
