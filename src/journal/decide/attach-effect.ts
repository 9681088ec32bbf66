// The effect of attaching a source: support before and after, the status, and new contradictions.
import type { Recorded } from '../../domain/event.js';
import type { AttestationId, ClaimId } from '../../domain/ids.js';
import type { ClaimStatus } from '../../domain/view.js';
import { contradictionKey, type Contradiction } from '../../evidence/weighing/contradictions.js';
import { explainContradiction } from '../../evidence/views/explanation.js';
import type { ViewedGraph } from '../../evidence/viewed-graph.js';
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
export function look(viewed: ViewedGraph, id: ClaimId, before: Look | null = null): Look {
  const record = viewed.graph.findClaim(id);
  if (!record) throw new Error(`claim ${id} is not drawn`);
  const contradictions = viewed.contradictionsOf(record);
  const news = contradictions
    .filter(contradiction => before?.known.has(contradictionKey(contradiction)) === false)
    .map(contradiction => explained(viewed, contradiction));
  const known = new Set(contradictions.map(contradictionKey));
  return { support: viewed.supportOf(record), status: viewed.statusOf(record), known, news };
}

function explained(viewed: ViewedGraph, contradiction: Contradiction): Attached['newContradictions'][number] {
  const { kind, claims, claimsCount, truncated, key } = contradiction;
  return {
    kind,
    claims,
    claimsCount,
    truncated,
    key,
    explained: explainContradiction(viewed, contradiction),
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
