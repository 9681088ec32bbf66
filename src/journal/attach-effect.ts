// The effect of attaching a source: the claim's support before and after, its status then, and what it newly contradicts.
import type { Recorded } from '../domain/event.js';
import type { AttestationId, ClaimId } from '../domain/ids.js';
import type { ClaimStatus } from '../domain/view.js';
import { contradictionKey, type Contradiction } from '../evidence/contradictions.js';
import { explainContradiction } from '../evidence/explanation.js';
import type { Reading } from '../evidence/reading.js';
import type { Support } from '../evidence/support.js';
import type { SaidOtherwise } from './decision.js';

/** What came, or would come, of attaching a source. */
export interface Attached {
  readonly outcome: 'ATTACHED' | 'ALREADY_ATTACHED' | 'PREVIEWED';
  readonly claim: ClaimId;
  /** Null where it is only a preview of one that does not exist. */
  readonly attestation: AttestationId | null;
  readonly supportBefore: Support;
  readonly supportAfter: Support;
  readonly statusAfter: ClaimStatus;
  readonly newContradictions: readonly (Contradiction & { readonly explained: string })[];
  /** Null where nothing was recorded. */
  readonly recorded: Recorded | null;
  /** What it says otherwise of an attestation that is known, and is not kept. */
  readonly unkept: readonly SaidOtherwise[];
}

/** A claim's support, status and contradictions at one moment, with the explanations worked out. */
export interface Look {
  readonly support: Support;
  readonly status: ClaimStatus;
  readonly contradictions: Attached['newContradictions'];
}

export function look(reading: Reading, id: ClaimId): Look {
  const record = reading.graph.findClaim(id);
  if (!record) throw new Error(`claim ${id} is not drawn`);
  const contradictions = reading
    .contradictionsOf(record)
    .map(contradiction => ({ ...contradiction, explained: explainContradiction(reading, contradiction) }));
  return { support: reading.supportOf(record), status: reading.statusOf(record), contradictions };
}

/** What lies between two looks. */
export function effect(
  outcome: Attached['outcome'],
  { claim, attestation, unkept }: Pick<Attached, 'claim' | 'attestation' | 'unkept'>,
  before: Look,
  after: Look,
  recorded: Recorded | null,
): Attached {
  const known = new Set(before.contradictions.map(contradictionKey));
  return {
    outcome,
    claim,
    attestation,
    supportBefore: before.support,
    supportAfter: after.support,
    statusAfter: after.status,
    newContradictions: after.contradictions.filter(
      contradiction => !known.has(contradictionKey(contradiction)),
    ),
    recorded,
    unkept,
  };
}
