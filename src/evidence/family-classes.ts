// Sorts the attestations of one claim into families, and says for any two parties of a family what ties them.
import type { EntityId } from '../domain/ids.js';
import type { ClaimRecord } from '../graph/records.js';
import type { ChainNode } from './chains.js';
import type { Families, Kin } from './families.js';

/** Two parties that are not independent, and the claims that say so; none where a judgement says they are one. */
export interface FamilyTie {
  readonly a: EntityId;
  readonly b: EntityId;
  readonly because: readonly ClaimRecord[];
}

export class FamilyClasses {
  private readonly classes = new Map<ChainNode, number>();
  private readonly parents: number[] = [];

  /** Attestations share a family if their parties share kin, directly or through others among them. */
  constructor(
    private readonly families: Families,
    nodes: readonly ChainNode[],
  ) {
    const byEntity = new Map<EntityId, number>();
    const byFamily = new Map<ReadonlySet<EntityId>, number>();
    for (const node of nodes) {
      const family = this.familyOf(node);
      const known = byFamily.get(family);
      if (known !== undefined) {
        this.join([this.root(known)], node);
        continue;
      }
      const met = new Set<number>();
      for (const entity of family) {
        const other = byEntity.get(entity);
        if (other !== undefined) met.add(this.root(other));
      }
      const home = this.join([...met], node);
      for (const entity of family) byEntity.set(entity, home);
      byFamily.set(family, home);
    }
  }

  /** Number of the family of an attestation given to the constructor. */
  of(node: ChainNode): number {
    const home = this.classes.get(node);
    if (home === undefined) throw new Error('an attestation outside these families');
    return this.root(home);
  }

  /**
   * The party that stands for a family among some attestations: the one that most others of them belong to, else the first.
   * Null where the family is an unnamed party.
   */
  speakerFor(family: number, among: readonly ChainNode[]): EntityId | null {
    const parties = firstByParty(among.filter(node => this.of(node) === family));
    if (parties.size < 2) return parties.keys().next().value ?? null;
    const below = new Map<EntityId, number>();
    for (const [party, node] of parties) {
      for (const upper of this.families.above(party, node.source.published)) {
        below.set(upper, (below.get(upper) ?? 0) + 1);
      }
    }
    const belowOf = (party: EntityId): number => below.get(party) ?? 0;
    return [...parties.keys()].reduce((best, party) => (belowOf(party) > belowOf(best) ? party : best));
  }

  /** What joins the parties of each family that has several among some attestations, as few ties as hold it together. */
  tiesAmong(nodes: readonly ChainNode[]): FamilyTie[] {
    const families = new Map<number, ChainNode[]>();
    for (const node of nodes) {
      const family = this.of(node);
      const members = families.get(family);
      if (members) members.push(node);
      else families.set(family, [node]);
    }
    return [...families.values()].flatMap(members => this.tiesOf(members));
  }

  private tiesOf(members: readonly ChainNode[]): FamilyTie[] {
    const waiting = byParty(members);
    const [first] = waiting;
    if (first === undefined || waiting.size < 2) return [];
    const joined = [...first[1]];
    waiting.delete(first[0]);
    const ties: FamilyTie[] = [];
    for (const node of joined) {
      for (const [party, others] of waiting) {
        const because = others.map(other => this.path(node, other)).find(path => path !== null);
        if (because == null) continue;
        ties.push({ a: node.source.source.party ?? '', b: party, because });
        waiting.delete(party);
        joined.push(...others);
      }
    }
    return ties;
  }

  /** The claims that lead from one attestation's party to another's over the nearest shared kin; null where they share none. */
  private path(a: ChainNode, b: ChainNode): ClaimRecord[] | null {
    const kinA = this.kinOf(a);
    if (kinA === null) return null;
    const other = b.source.source.party;
    // Who spoke at one time has one family, so the way from the one side is the shortest: the other need not be worked out.
    if (other !== undefined && a.source.published.text === b.source.published.text) {
      return kinA.has(other) ? claimsTo(kinA, other) : null;
    }
    const kinB = this.kinOf(b);
    let shortest: ClaimRecord[] | null = null;
    for (const shared of kinA.keys()) {
      if (!kinB?.has(shared)) continue;
      const path = [...claimsTo(kinA, shared), ...claimsTo(kinB, shared).reverse()];
      if (shortest === null || path.length < shortest.length) shortest = path;
    }
    return shortest && [...new Set(shortest)];
  }

  /** An unnamed party is a family of its own, one for each source. */
  private familyOf({ source: { source, published } }: ChainNode): ReadonlySet<EntityId> {
    if (source.party === undefined) return new Set([`unnamed ${source.id}`]);
    return this.families.familyOf(source.party, published);
  }

  private kinOf(node: ChainNode): Kin | null {
    const { party } = node.source.source;
    return party === undefined ? null : this.families.kinOf(party, node.source.published);
  }

  private join(met: readonly number[], node: ChainNode): number {
    const home = met[0] ?? this.parents.length;
    this.parents[home] = home;
    for (const other of met.slice(1)) this.parents[other] = home;
    this.classes.set(node, home);
    return home;
  }

  private root(family: number): number {
    let at = family;
    for (let up = this.parents[at]; up !== undefined && up !== at; up = this.parents[at]) at = up;
    return at;
  }
}

function byParty(nodes: readonly ChainNode[]): Map<EntityId, readonly ChainNode[]> {
  const parties = new Map<EntityId, ChainNode[]>();
  for (const node of nodes) {
    const { party } = node.source.source;
    if (party === undefined) continue;
    const known = parties.get(party);
    if (known) known.push(node);
    else parties.set(party, [node]);
  }
  return parties;
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
