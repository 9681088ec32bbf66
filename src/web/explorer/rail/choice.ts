// Choosing among a filter's values: ticking narrows, and nothing ticked keeps all.
export function toggled<T>(chosen: readonly T[] | null, value: T, all: readonly T[]): readonly T[] | null {
  const now = chosen ?? [];
  const next = now.includes(value) ? now.filter(other => other !== value) : [...now, value];
  // In their own order, so that the same choice is the same link.
  const ordered = [
    ...all.filter(known => next.includes(known)),
    ...next.filter(other => !all.includes(other)),
  ];
  return ordered.length === 0 || all.every(known => next.includes(known)) ? null : ordered;
}

export interface PredicateChoice {
  readonly id: string;
  readonly label: string;
  /** Null where it is not counted yet. */
  readonly count: number | null;
}

interface Named {
  readonly id: string;
  readonly label: string;
}

export interface PredicateCounts {
  readonly byPredicate: readonly { readonly count: number; readonly predicate: Named }[];
  /** How many have a claim, those that were not given included. */
  readonly byPredicateCount: number;
}

/** Predicates with their counts, most first; those without a claim last, by their words. */
export function predicateChoices(
  counts: PredicateCounts | null,
  vocabulary: readonly Named[],
): readonly PredicateChoice[] {
  if (counts === null) return vocabulary.map(named => ({ ...named, count: null }));
  const { byPredicate: counted, byPredicateCount } = counts;
  const met = new Set(counted.map(({ predicate }) => predicate.id));
  const others = vocabulary.filter(({ id }) => !met.has(id)).sort((a, b) => a.label.localeCompare(b.label));
  return [
    ...counted.map(({ predicate: { id, label }, count }) => ({ id, label, count })),
    // Where not all counts were given, those of the others are not known.
    ...others.map(({ id, label }) => ({ id, label, count: counted.length < byPredicateCount ? null : 0 })),
  ];
}

/** The first ones with a claim, and whatever is chosen. */
export const shortList = (
  choices: readonly PredicateChoice[],
  chosen: readonly string[] | null,
  most: number,
): readonly PredicateChoice[] =>
  choices.filter(({ id, count }, at) => (at < most && count !== 0) || chosen?.includes(id));
