// A contradiction as it is shown: its kind, and which claims are in it, as far as they are listed.
import type { ContradictionKind } from '../../domain/view.js';
import type { ClaimRecord } from '../../graph/records/records.js';

/** Most claims listed of one contradiction; how many there are is told beside them. */
export const MOST_CLAIMS_LISTED = 100;

export interface Contradiction {
  readonly kind: ContradictionKind;
  /** In the order they were recorded, the first of many; one claim where it is affirmed and denied. */
  readonly claims: readonly ClaimRecord[];
  /** How many claims are in it. */
  readonly claimsCount: number;
  /** Whether more claims are in it than are listed. */
  readonly truncated: boolean;
  /** A name that stays the same as long as its claims do; where not all are listed, as long as their number and time do. */
  readonly key: string;
}

/** See its `key`. */
export const contradictionKey = ({ key }: Contradiction): string => key;

/** That a claim is affirmed and denied. */
export const denialOf = (
  kind: Extract<ContradictionKind, 'DENIAL' | 'SELF_REVERSAL'>,
  record: ClaimRecord,
): Contradiction => ({
  kind,
  claims: [record],
  claimsCount: 1,
  truncated: false,
  key: `${kind} ${record.claim.id}`,
});
