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

/** Predicates with their counts, most first; those without a claim last, by their words. */
export function predicateChoices(
  counted: readonly { readonly count: number; readonly predicate: Named }[] | null,
  vocabulary: readonly Named[],
): readonly PredicateChoice[] {
  if (counted === null) return vocabulary.map(named => ({ ...named, count: null }));
  const met = new Set(counted.map(({ predicate }) => predicate.id));
  const others = vocabulary.filter(({ id }) => !met.has(id)).sort((a, b) => a.label.localeCompare(b.label));
  return [
    ...counted.map(({ predicate: { id, label }, count }) => ({ id, label, count })),
    ...others.map(({ id, label }) => ({ id, label, count: 0 })),
  ];
}

/** The first ones with a claim, and whatever is chosen. */
export const shortList = (
  choices: readonly PredicateChoice[],
  chosen: readonly string[] | null,
  most: number,
): readonly PredicateChoice[] =>
  choices.filter(({ id, count }, at) => (at < most && count !== 0) || chosen?.includes(id));
