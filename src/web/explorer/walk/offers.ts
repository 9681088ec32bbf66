// What an expansion could bring: how many claims of which predicate an entity has, less those that are shown.
import type { AroundQuery } from '../api/documents.js';
import { EXPANSION } from '../view-state/view-state.js';
import type { Walked } from './gather.js';
import { MOST_SHOWN } from '../view-state/steps.js';

type Counts = NonNullable<AroundQuery['entity']>['claims'];

/** One thing to expand: a predicate, or all of them. */
export interface Offer {
  /** Null: all. */
  readonly predicate: string | null;
  readonly label: string;
  readonly total: number;
  readonly shown: number;
  /** How many one press brings. */
  readonly adds: number;
  /** How many steps of this sort show after it. */
  readonly most: number;
}

export interface Offers {
  readonly all: Offer;
  /** Most first; predicates of which all are shown come last. */
  readonly predicates: readonly Offer[];
  /** How many predicates there are, those that are not offered included. */
  readonly predicatesCount: number;
}

/** @param ids of the entity, and of those that are one with it. */
export function offersOf(counts: Counts, ids: readonly string[], walked: Walked): Offers {
  const shown = shownOf(ids, walked);
  const offer = (predicate: string | null, label: string, total: number): Offer => {
    const own = shown.filter(claim => predicate === null || claim.predicate.id === predicate).length;
    const before = broughtOf(ids, predicate, walked);
    return {
      predicate,
      label,
      total,
      shown: own,
      adds: Math.max(0, Math.min(EXPANSION, total - own, MOST_SHOWN - before)),
      most: Math.min(MOST_SHOWN, before + EXPANSION),
    };
  };
  const predicates = counts.byPredicate.map(({ predicate: { id, label }, count }) => offer(id, label, count));
  return {
    all: offer(null, 'all', counts.totalCount),
    predicates: predicates.sort((a, b) => Number(b.adds > 0) - Number(a.adds > 0)),
    predicatesCount: counts.byPredicateCount,
  };
}

/** How many the steps of one sort have brought: claims come in a fixed order, and the next follow these. */
function broughtOf(ids: readonly string[], predicate: string | null, { brought }: Walked): number {
  const claims = brought
    .filter(({ step }) => ids.includes(step.entity))
    .filter(({ step }) => step.predicates?.some(id => id === predicate) ?? true)
    .flatMap(step => step.claims)
    .filter(claim => predicate === null || claim.predicate.id === predicate);
  return new Set(claims.map(({ id }) => id)).size;
}

/** The claims of a walk that are about an entity, whichever step brought them. */
export function shownOf(ids: readonly string[], { brought, claims }: Walked): Walked['claims'] {
  const own = new Set(
    brought.filter(({ step }) => ids.includes(step.entity)).flatMap(step => step.claims.map(({ id }) => id)),
  );
  return claims.filter(
    ({ id, subject, object }) =>
      ids.includes(subject.id) || (object !== null && ids.includes(object.id)) || own.has(id),
  );
}

/** `+312 more`; empty where one press brings all. */
export const restText = ({ total, shown, adds }: Offer): string =>
  total - shown > adds ? `, +${(total - shown - adds).toLocaleString('en')} more` : '';
