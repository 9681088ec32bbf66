// What the counts of the rail are counts of: on a walk the claims about its focus, elsewhere all claims in view.
import type { ClaimFilter, FacetsQueryVariables } from '../api/documents.js';
import { filterOf, viewOf, type Place } from '../place/place.js';

/** Null where the counts are of all claims. */
export const scopeOf = ({ stage }: Place): string | null =>
  stage.at === 'walk' ? (stage.steps[0]?.entity ?? null) : null;

/** Each group is counted as if nothing were chosen in it: what ticking would keep. */
export function facetsAsked(place: Place): FacetsQueryVariables {
  const about = scopeOf(place);
  const within = (asked: Place): ClaimFilter => ({
    ...filterOf(asked),
    ...(about === null ? {} : { about }),
  });
  const without = (given: Partial<Place['filters']>): Place => ({
    ...place,
    filters: { ...place.filters, ...given },
  });
  return {
    filter: within(place),
    view: viewOf(place),
    anyStatus: viewOf(without({ statuses: null })),
    anyPredicate: within(without({ predicates: null })),
  };
}

/** Claims around the focus, or the first end of paths, that rest on one chain. */
export function singleChainAsked(place: Place): {
  readonly filter: ClaimFilter;
  readonly about: string | null;
} {
  const { stage } = place;
  const about = stage.at === 'paths' ? stage.from : scopeOf(place);
  const filter: ClaimFilter = {
    ...filterOf(place),
    independence: ['SINGLE'],
    ...(about === null ? {} : { about }),
  };
  return { filter, about };
}
