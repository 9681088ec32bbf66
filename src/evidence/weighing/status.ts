// The status of a claim: the first that fits, in the order of `docs/evidence.md`, section 4.
import { weakness } from '../../domain/attestation.js';
import type { ClaimStatus } from '../../domain/view.js';
import type { ClaimRecord } from '../../graph/records/records.js';
import type { Evidence } from './claim-evidence.js';
import { isExcluded } from './contradictions.js';
import type { Support } from './support.js';

/** `support` is of its affirmation. */
export function statusOf(evidence: Evidence, record: ClaimRecord, support: Support): ClaimStatus {
  const { lens } = evidence;
  if (lens.since(record.withdrawn)) return 'WITHDRAWN';
  if (lens.since(record.superseded)) return 'SUPERSEDED';
  if (support.certainty === null) return support.denials === 0 ? 'UNSUPPORTED' : 'DENIED';
  if (support.denials > 0 || isExcluded(evidence, record)) return 'DISPUTED';
  if (weakness(support.certainty) >= weakness('POSSIBLE')) return 'SPECULATIVE';
  return support.independence === 'ESTABLISHED' ? 'CORROBORATED' : 'SUPPORTED';
}
