// The names of the attributes that our own graph files have: written by the exporters, known again by the importers.
export const NODE_ATTRIBUTES = [
  'label',
  'kind',
  'description',
  'names',
  'same_as',
  'provisional',
  'reliability',
  'values',
] as const;

/** How a claim stands: worked out from attestations, which are not in the file. */
export const STANDING_ATTRIBUTES = [
  'status',
  'independence',
  'independent',
  'independent_exact',
  'origins',
  'certainty',
  'attestations',
  'denials',
  'contradictions',
  'withdrawn',
  'superseded_by',
] as const;

export const EDGE_ATTRIBUTES = [
  'label',
  'predicate',
  'sentence',
  'valid_time',
  'qualifiers',
  ...STANDING_ATTRIBUTES,
] as const;

export type NodeAttribute = (typeof NODE_ATTRIBUTES)[number];
export type StandingAttribute = (typeof STANDING_ATTRIBUTES)[number];
export type EdgeAttribute = (typeof EDGE_ATTRIBUTES)[number];

/** All others are texts. */
export const TYPES: { readonly [name in NodeAttribute | EdgeAttribute]?: 'integer' | 'boolean' } = {
  provisional: 'boolean',
  independent: 'integer',
  independent_exact: 'boolean',
  origins: 'integer',
  attestations: 'integer',
  denials: 'integer',
  contradictions: 'integer',
};
