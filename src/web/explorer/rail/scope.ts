// What the counts of the rail are counts of: on a walk the claims about its focus, elsewhere all claims in view.
import type { ClaimFilter, FacetsQueryVariables } from '../api/documents.js';
import { filterOf, viewOf, type ViewState } from '../view-state/view-state.js';

/** Null where the counts are of all claims. */
export const scopeOf = ({ stage }: ViewState): string | null =>
  stage.at === 'walk' ? (stage.steps[0]?.entity ?? null) : null;

/** Each group is counted as if nothing were chosen in it: what ticking would keep. */
export function facetsAsked(state: ViewState): FacetsQueryVariables {
  const about = scopeOf(state);
  const within = (asked: ViewState): ClaimFilter => ({
    ...filterOf(asked),
    ...(about === null ? {} : { about }),
  });
  const without = (given: Partial<ViewState['filters']>): ViewState => ({
    ...state,
    filters: { ...state.filters, ...given },
  });
  return {
    filter: within(state),
    view: viewOf(state),
    anyStatus: viewOf(without({ statuses: null })),
    anyPredicate: within(without({ predicates: null })),
  };
}

/** Claims around the focus, or the first end of paths, that rest on one chain. */
export function singleChainAsked(state: ViewState): {
  readonly filter: ClaimFilter;
  readonly about: string | null;
} {
  const { stage } = state;
  const about = stage.at === 'paths' ? stage.from : scopeOf(state);
  const filter: ClaimFilter = {
    ...filterOf(state),
    independence: ['SINGLE'],
    ...(about === null ? {} : { about }),
  };
  return { filter, about };
}
