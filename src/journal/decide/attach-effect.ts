// The effect of attaching a source: the claim's support before and after, its status then, and what it newly contradicts.
import type { Recorded } from '../../domain/event.js';
import type { AttestationId, ClaimId } from '../../domain/ids.js';
import type { ClaimStatus } from '../../domain/view.js';
import { contradictionKey, type Contradiction } from '../../evidence/weighing/contradictions.js';
import { explainContradiction } from '../../evidence/views/explanation.js';
import type { Reading } from '../../evidence/reading.js';
import type { Support } from '../../evidence/weighing/support.js';
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

/** A claim's support, status and contradictions at one moment. */
export interface Look {
  readonly support: Support;
  readonly status: ClaimStatus;
  /** Names of all that are listed. */
  readonly known: ReadonlySet<string>;
  /** Those that an earlier look did not know, with the explanations worked out. */
  readonly news: Attached['newContradictions'];
}

/** @param before the earlier look; without one nothing is new. */
export function look(reading: Reading, id: ClaimId, before: Look | null = null): Look {
  const record = reading.graph.findClaim(id);
  if (!record) throw new Error(`claim ${id} is not drawn`);
  const contradictions = reading.contradictionsOf(record);
  const news = contradictions
    .filter(contradiction => before?.known.has(contradictionKey(contradiction)) === false)
    .map(contradiction => explained(reading, contradiction));
  const known = new Set(contradictions.map(contradictionKey));
  return { support: reading.supportOf(record), status: reading.statusOf(record), known, news };
}

function explained(reading: Reading, contradiction: Contradiction): Attached['newContradictions'][number] {
  const { kind, claims, claimsCount, truncated, key } = contradiction;
  return {
    kind,
    claims,
    claimsCount,
    truncated,
    key,
    explained: explainContradiction(reading, contradiction),
  };
}

/** What lies between two looks. */
export function effect(
  outcome: Attached['outcome'],
  { claim, attestation, unkept }: Pick<Attached, 'claim' | 'attestation' | 'unkept'>,
  before: Look,
  after: Look,
  recorded: Recorded | null,
): Attached {
  return {
    outcome,
    claim,
    attestation,
    supportBefore: before.support,
    supportAfter: after.support,
    statusAfter: after.status,
    newContradictions: after.news,
    recorded,
    unkept,
  };
}
