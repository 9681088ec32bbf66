// The view: the lens of a question. Default: all of valid time, everything published, best known, nothing withdrawn.

export const CLAIM_STATUSES = [
  'WITHDRAWN',
  'SUPERSEDED',
  'UNSUPPORTED',
  'DENIED',
  'DISPUTED',
  'SPECULATIVE',
  'SUPPORTED',
  'CORROBORATED',
] as const;
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

export const INDEPENDENCES = ['NONE', 'SINGLE', 'DEPENDENT', 'NOT_ESTABLISHED', 'ESTABLISHED'] as const;
export type Independence = (typeof INDEPENDENCES)[number];

export const CONTRADICTION_KINDS = ['DENIAL', 'SELF_REVERSAL', 'SAME_SLOT', 'OPPOSITE', 'UNDATED'] as const;
export type ContradictionKind = (typeof CONTRADICTION_KINDS)[number];

/** As asked for; see `graph/time-lens.ts` for how the times are read. */
export interface View {
  /** True in the world then (EDTF). A claim whose time is unknown may have been true then, and stays in. */
  readonly validAt?: string;
  /** Said in public by then (EDTF). */
  readonly publishedBy?: string;
  /** Recorded here by then (ISO 8601 date and time). */
  readonly knownAt?: string;
  /** Recorded here by this place in the journal. With `knownAt`, the earlier of the two counts. */
  readonly knownAtSeq?: number;
  readonly minIndependent?: number;
  readonly statuses?: readonly ClaimStatus[];
  readonly includeWithdrawn?: boolean;
}
