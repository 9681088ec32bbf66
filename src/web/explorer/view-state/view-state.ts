// The state of the view: everything that the address bar holds, so a link opens the same view again. It is immutable.
import type { Certainty, ClaimFilter, ClaimStatus, EntityKind, ViewInput } from '../api/documents.js';

/** What the main stage shows. */
export type Stage =
  | { readonly at: 'start' }
  | { readonly at: 'walk'; readonly steps: readonly WalkStep[] }
  | { readonly at: 'paths'; readonly from: string; readonly to: string; readonly reach: Reach }
  | { readonly at: 'entity'; readonly id: string }
  | { readonly at: 'source'; readonly id: string }
  | { readonly at: 'compare'; readonly a: string; readonly b: string }
  /** Of one entity; null: of everybody. */
  | { readonly at: 'who-is-who'; readonly of: string | null };

/** An entity that was expanded, and how far. The first step of a walk is its focus. */
export interface WalkStep {
  readonly entity: string;
  /** Only claims by these predicates; null for all. */
  readonly predicates: readonly string[] | null;
  /** The most claims to show. */
  readonly most: number;
}

/** How far a search for ways goes, and how many it shows. */
export interface Reach {
  readonly maxHops: number;
  readonly limit: number;
  /** Not through entities with very many claims, over which everything is near to everything. */
  readonly avoidHubs: boolean;
}

/** What the panel at the side shows. */
export interface Selected {
  readonly type: 'entity' | 'claim' | 'source';
  readonly id: string;
}

/** What is kept everywhere, through every expansion; null keeps all. */
export interface Filters {
  readonly predicates: readonly string[] | null;
  readonly kinds: readonly EntityKind[] | null;
  readonly statuses: readonly ClaimStatus[] | null;
  readonly certainty: readonly Certainty[] | null;
  /** Fewest independent chains, from 0. */
  readonly minIndependent: number;
  /** Id of a source that says it. */
  readonly source: string | null;
}

export interface ViewState {
  readonly stage: Stage;
  readonly form: 'graph' | 'table';
  readonly selected: Selected | null;
  /** Id of a source, party or attestation: the graph shows what falls with it. */
  readonly fallen: string | null;
  /** With a party its whole family is set aside. */
  readonly withFamily: boolean;
  readonly filters: Filters;
  /** True on: a time in the world, as EDTF. */
  readonly trueOn: string | null;
  /** As known on: a moment of recording, as ISO 8601. */
  readonly knownOn: string | null;
  /** Where the graph is looked at from; null: all of it is in sight. */
  readonly camera: Camera | null;
  /** Nodes that were put elsewhere by hand. */
  readonly moved: Readonly<Record<string, readonly [x: number, y: number]>>;
}

/** In sigma's own measure: the middle of the view, and how much of the graph it shows. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly ratio: number;
}

/** Claims that the first view of an entity shows at most, so that it stays within forty nodes. */
export const EGO = 39;
/** Claims that one expansion adds at most. */
export const EXPANSION = 25;

export const REACH: Reach = { maxHops: 4, limit: 3, avoidHubs: true };
/** What can be chosen of it. */
export const HOPS: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8];
export const WAYS: readonly number[] = [1, 3, 10, 25];

export const NO_FILTERS: Filters = {
  predicates: null,
  kinds: null,
  statuses: null,
  certainty: null,
  minIndependent: 0,
  source: null,
};

export const START: ViewState = {
  stage: { at: 'start' },
  form: 'graph',
  selected: null,
  fallen: null,
  withFamily: false,
  filters: NO_FILTERS,
  trueOn: null,
  knownOn: null,
  camera: null,
  moved: {},
};

/** A walk that begins at an entity, in the same view. */
export const walkFrom = (state: ViewState, entity: string): ViewState => ({
  ...state,
  stage: { at: 'walk', steps: [{ entity, predicates: null, most: EGO }] },
  selected: { type: 'entity', id: entity },
  fallen: null,
  withFamily: false,
  camera: null,
  moved: {},
});

/** The times and filters of a view state as the API takes them. */
export const viewOf = ({ trueOn, knownOn, filters }: ViewState): ViewInput => ({
  ...(trueOn === null ? {} : { validAt: trueOn }),
  ...(knownOn === null ? {} : { knownAt: knownOn }),
  ...(filters.minIndependent === 0 ? {} : { minIndependent: filters.minIndependent }),
  ...(filters.statuses === null ? {} : { statuses: [...filters.statuses] }),
});

/** Only the times of a view state: for things that are shown whether or not the filters keep them. */
export const timesOf = (state: ViewState): ViewInput => viewOf({ ...state, filters: NO_FILTERS });

/** The rest of its filters. `own` narrows predicates further. */
export function filterOf({ filters }: ViewState, own: readonly string[] | null = null): ClaimFilter {
  const predicates = both(filters.predicates, own);
  return {
    ...(predicates === null ? {} : { predicates }),
    ...(filters.kinds === null ? {} : { kinds: filters.kinds }),
    ...(filters.certainty === null ? {} : { certainty: filters.certainty }),
    ...(filters.source === null ? {} : { source: filters.source }),
  };
}

function both(a: readonly string[] | null, b: readonly string[] | null): readonly string[] | null {
  if (a === null || b === null) return a ?? b;
  return a.filter(id => b.includes(id));
}

/** How many filters are on. */
export const filtersOn = ({ filters }: ViewState): number =>
  [filters.predicates, filters.kinds, filters.statuses, filters.certainty, filters.source].filter(
    kept => kept !== null,
  ).length + (filters.minIndependent > 0 ? 1 : 0);
