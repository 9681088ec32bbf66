// Set packing: the largest number of sets of which no two share a member. Exact by search, within a budget of steps.
import type { Resumable } from '../../graph/work/resumable.js';

/** Most sets looked at, each time anew, before a lower bound is answered. Looks are counted, as a branch over many sets costs more. */
const MOST_LOOKS = 200_000;

export interface Largest {
  readonly count: number;
  readonly exact: boolean;
}

/** Sets that touch each other, directly or through others, are searched together; the groups' numbers add up. */
export function* largestDisjoint(sets: readonly ReadonlySet<number>[]): Resumable<Largest> {
  const looks = { left: MOST_LOOKS };
  let count = 0;
  yield sets.length;
  for (const group of touchingGroups(sets)) {
    count += group.length === 1 ? 1 : yield* new Search(group, looks).run();
  }
  return { count, exact: looks.left >= 0 };
}

function touchingGroups(sets: readonly ReadonlySet<number>[]): ReadonlySet<number>[][] {
  const byMember = new Map<number, number[]>();
  sets.forEach((set, index) => {
    for (const member of set) {
      const holders = byMember.get(member);
      if (holders) holders.push(index);
      else byMember.set(member, [index]);
    }
  });
  const seen = new Set<number>();
  return sets.flatMap((_, first) => {
    if (seen.has(first)) return [];
    const group = new Set([first]);
    for (const index of group) {
      for (const member of sets[index] ?? [])
        for (const other of byMember.get(member) ?? []) group.add(other);
      for (const member of sets[index] ?? []) byMember.delete(member);
    }
    for (const index of group) seen.add(index);
    return [[...group].flatMap(index => sets[index] ?? [])];
  });
}

/** Sets to go on with: what is left of some without those that touch a set that is chosen, or without those of a member. */
interface Branch {
  readonly from: readonly ReadonlySet<number>[];
  readonly keeps: (set: ReadonlySet<number>) => boolean;
  readonly chosen: number;
}

/** Branch and bound: some member of the fewest sets is in one chosen set or in none. */
class Search {
  private best = 1;

  constructor(
    private readonly sets: readonly ReadonlySet<number>[],
    private readonly looks: { left: number },
  ) {}

  *run(): Resumable<number> {
    const branches: Branch[] = [{ from: this.sets, keeps: () => true, chosen: 0 }];
    for (let branch = branches.pop(); branch && this.looks.left >= 0; branch = branches.pop()) {
      const before = this.looks.left;
      // The first comes last, where it is taken from.
      branches.push(...this.branch(branch).reverse());
      yield Math.max(1, before - this.looks.left);
    }
    return this.best;
  }

  private branch({ from, keeps, chosen }: Branch): Branch[] {
    const open = from.filter(keeps);
    this.best = Math.max(this.best, chosen);
    if (chosen + this.hittingBound(open) <= this.best || this.looks.left < 0) return [];
    const member = this.extremeMember(open, (count, best) => count < best);
    const taking = open
      .filter(set => set.has(member))
      .map((set): Branch => ({ from: open, keeps: other => isDisjoint(set, other), chosen: chosen + 1 }));
    return [...taking, { from: open, keeps: set => !set.has(member), chosen }];
  }

  /** Members that together touch every set: no more disjoint sets than such members can there be. */
  private hittingBound(sets: readonly ReadonlySet<number>[]): number {
    let open = sets;
    let bound = 0;
    for (; open.length > 0 && this.looks.left >= 0; bound += 1) {
      const member = this.extremeMember(open, (count, best) => count > best);
      open = open.filter(set => !set.has(member));
    }
    return bound;
  }

  /** The member of the fewest, or of the most, of the sets. */
  private extremeMember(
    sets: readonly ReadonlySet<number>[],
    better: (count: number, best: number) => boolean,
  ): number {
    this.looks.left -= sets.length;
    const counts = new Map<number, number>();
    for (const set of sets) for (const member of set) counts.set(member, (counts.get(member) ?? 0) + 1);
    let extreme: [number, number] | null = null;
    for (const entry of counts) if (extreme === null || better(entry[1], extreme[1])) extreme = entry;
    return extreme?.[0] ?? -1;
  }
}

function isDisjoint(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  for (const member of a) if (b.has(member)) return false;
  return true;
}
