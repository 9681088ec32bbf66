// From what was just recorded to the claims whose support or status it changed, and how.
import type { Recorded, RecordedEvent } from '../domain/event.js';
import type { ClaimId } from '../domain/ids.js';
import type { ClaimStatus } from '../domain/view.js';
import type { ClaimGraph } from '../graph/claim-graph.js';
import type { ClaimRecord } from '../graph/records.js';
import { affectedClaims } from './affected-claims.js';
import { Reading } from './reading.js';
import type { Support } from './support.js';
import { touchedClaims } from './touched-claims.js';

export interface ClaimChange {
  readonly claim: ClaimRecord;
  /** Null where the claim is new. */
  readonly statusBefore: ClaimStatus | null;
  readonly statusAfter: ClaimStatus;
  /** The last of the events that touched the claim itself, else the last of all. */
  readonly cause: Recorded;
}

export interface ClaimChanges {
  readonly changes: readonly ClaimChange[];
  /** The graph right after the events. */
  readonly after: Reading;
}

/** What a run of events changed, which must be the last ones drawn. Only claims that they can affect are looked at. */
export function claimChanges(graph: ClaimGraph, events: readonly RecordedEvent[]): ClaimChanges {
  const last = events.at(-1);
  const before = new Reading(graph, { knownAtSeq: (events[0]?.seq ?? 1) - 1 });
  const after = new Reading(graph, { knownAtSeq: last?.seq ?? 0 });
  if (!last) return { changes: [], after };
  const causes = new Map<ClaimId, Recorded>();
  for (const cause of events) {
    for (const claim of touchedClaims(cause.event, after.evidence)) causes.set(claim, recordedOf(cause));
  }
  const affected = [...affectedClaims(before.evidence, after.evidence, causes.keys())];
  const changes = affected
    .sort((a, b) => a.recorded.seq - b.recorded.seq)
    .filter(claim => differs(before, after, claim))
    .map(claim => ({
      claim,
      statusBefore: before.lens.knows(claim) ? before.statusOf(claim) : null,
      statusAfter: after.statusOf(claim),
      cause: causes.get(claim.claim.id) ?? recordedOf(last),
    }));
  return { changes, after };
}

const recordedOf = ({ seq, at, by, way }: RecordedEvent): Recorded => ({ seq, at, by, way });

function differs(before: Reading, after: Reading, claim: ClaimRecord): boolean {
  if (!before.lens.knows(claim) || before.statusOf(claim) !== after.statusOf(claim)) return true;
  return (['AFFIRMS', 'DENIES'] as const).some(
    polarity =>
      supportText(before.supportOf(claim, polarity)) !== supportText(after.supportOf(claim, polarity)),
  );
}

const supportText = (support: Support): string =>
  JSON.stringify({
    ...support,
    ties: support.ties.map(({ a, b, because }) => [a, b, ...because.map(({ claim }) => claim.id)]),
  });
