// Finds which of several claims has the weakest support: the weakest hop of a path.
import { CERTAINTIES } from '../../domain/attestation.js';
import { INDEPENDENCES } from '../../domain/view.js';
import type { Support } from './support.js';

/** Independence first, then how many independent chains, then certainty; greater is better in each. */
export const supportRank = ({ independence, independent, certainty }: Support): readonly number[] => [
  INDEPENDENCES.indexOf(independence),
  independent,
  certainty === null ? 0 : CERTAINTIES.length - CERTAINTIES.indexOf(certainty),
];

/** Negative where `a` rests on less than `b`. */
export function compareSupport(a: Support, b: Support): number {
  const ranks = supportRank(b);
  const differences = supportRank(a).map((rank, i) => rank - (ranks[i] ?? 0));
  return differences.find(difference => difference !== 0) ?? 0;
}

/** The one with the least support, the first of several; null where there is none. */
export function weakestOf<T>(items: readonly T[], supportOf: (item: T) => Support): T | null {
  return items.reduce<T | null>(
    (weakest, item) =>
      weakest === null || compareSupport(supportOf(item), supportOf(weakest)) < 0 ? item : weakest,
    null,
  );
}
