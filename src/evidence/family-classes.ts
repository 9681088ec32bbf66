// Sorts the attestations of one claim into families, and says who stands for each.
import type { EntityId } from '../domain/ids.js';
import { STEPS_IN_A_PIECE, type Resumable } from '../graph/resumable.js';
import type { ChainNode } from './chains.js';
import type { Families } from './families.js';
import { tiesWithin, type FamilyTie } from './family-ties.js';

export type { FamilyTie } from './family-ties.js';

export class FamilyClasses {
  private readonly classes = new Map<ChainNode, number>();
  private readonly parents: number[] = [];
  private ties: readonly FamilyTie[] | undefined;

  private constructor(
    private readonly families: Families,
    private readonly nodes: readonly ChainNode[],
  ) {}

  /** Attestations share a family if their parties share kin, directly or through others among them. */
  static *among(families: Families, nodes: readonly ChainNode[]): Resumable<FamilyClasses> {
    const classes = new FamilyClasses(families, nodes);
    yield* classes.gather();
    return classes;
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
    const parties = firstByParty(members);
    yield members.length;
    if (parties.size < 2) return parties.keys().next().value ?? null;
    const below = new Map<EntityId, number>();
    for (const [party, node] of parties) {
      for (const upper of yield* this.families.workOutAbove(party, node.source.published)) {
        below.set(upper, (below.get(upper) ?? 0) + 1);
      }
    }
    const belowOf = (party: EntityId): number => below.get(party) ?? 0;
    return [...parties.keys()].reduce((best, party) => (belowOf(party) > belowOf(best) ? party : best));
  }

  /** What joins the parties of each family that has several, as few ties as hold it together. Worked out once. */
  *workOutTies(): Resumable<readonly FamilyTie[]> {
    if (this.ties) return this.ties;
    const ties: FamilyTie[] = [];
    if (this.parents.length < this.nodes.length) {
      for (const members of (yield* this.sort(this.nodes)).values()) {
        for (const tie of yield* tiesWithin(this.families, members)) ties.push(tie);
      }
    }
    return (this.ties ??= ties);
  }

  private *gather(): Resumable<void> {
    const byEntity = new Map<EntityId, number>();
    const byFamily = new Map<ReadonlySet<EntityId>, number>();
    let steps = 0;
    for (const node of this.nodes) {
      if ((steps += 1) >= STEPS_IN_A_PIECE) {
        yield steps;
        steps = 0;
      }
      const family = yield* familyOf(this.families, node);
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
      steps += family.size;
    }
    if (steps > 0) yield steps;
  }

  private join(met: readonly number[], node: ChainNode): number {
    const home = met[0] ?? this.parents.length;
    this.parents[home] = home;
    for (const other of met.slice(1)) this.parents[other] = home;
    this.classes.set(node, home);
    return home;
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

/** An unnamed party is a family of its own, one for each source. */
function* familyOf(
  families: Families,
  { source: { source, published } }: ChainNode,
): Resumable<ReadonlySet<EntityId>> {
  if (source.party === undefined) return new Set([`unnamed ${source.id}`]);
  return yield* families.workOutFamily(source.party, published);
}

function firstByParty(nodes: readonly ChainNode[]): Map<EntityId, ChainNode> {
  const first = new Map<EntityId, ChainNode>();
  for (const node of nodes) {
    const { party } = node.source.source;
    if (party !== undefined && !first.has(party)) first.set(party, node);
  }
  return first;
}
