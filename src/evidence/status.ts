// The status of a claim: the first that fits, in the order of `evidence.md` §4.
import { weakness } from '../domain/attestation.js';
import type { ClaimStatus } from '../domain/view.js';
import type { ClaimRecord } from '../graph/records.js';
import type { Evidence } from './claim-evidence.js';
import type { Contradiction } from './contradictions.js';
import type { Support } from './support.js';

/** `contradictions` are those the claim is in; `support` is of its affirmation. */
export function statusOf(
  { lens }: Evidence,
  record: ClaimRecord,
  support: Support,
  contradictions: readonly Contradiction[],
): ClaimStatus {
  if (lens.since(record.withdrawn)) return 'WITHDRAWN';
  if (lens.since(record.superseded)) return 'SUPERSEDED';
  if (support.certainty === null) return support.denials === 0 ? 'UNSUPPORTED' : 'DENIED';
  if (support.denials > 0 || contradictions.some(excludes)) return 'DISPUTED';
  if (weakness(support.certainty) >= weakness('POSSIBLE')) return 'SPECULATIVE';
  return support.independence === 'ESTABLISHED' ? 'CORROBORATED' : 'SUPPORTED';
}

/** Another claim stands against it for certain; an undated one only may. */
export const excludes = ({ kind }: Contradiction): boolean => kind === 'SAME_SLOT' || kind === 'OPPOSITE';
