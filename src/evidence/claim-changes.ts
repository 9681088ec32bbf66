// From what was just recorded to the claims whose support or status it changed, and how.
import type { Event, Recorded, RecordedEvent } from '../domain/event.js';
import type { ClaimId, EntityId, SourceId } from '../domain/ids.js';
import { UNKNOWN_TIME } from '../domain/time-span.js';
import type { ClaimStatus } from '../domain/view.js';
import type { ClaimGraph } from '../graph/claim-graph.js';
import type { ClaimRecord } from '../graph/records.js';
import { affectedClaims, rivalsOf } from './affected-claims.js';
import { Reading } from './reading.js';
import type { Support } from './support.js';

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
    for (const claim of touchedBy(cause.event, after)) causes.set(claim, recordedOf(cause));
  }
  const affected = [...affectedClaims(before, after, causes.keys())];
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

/** Claims whose attestations, standing or families an event changes; what follows for others is for `affectedClaims`. */
function touchedBy(event: Event, after: Reading): Iterable<ClaimId> {
  const { graph } = after;
  switch (event.type) {
    case 'ClaimMade':
      return [event.claim.id];
    case 'SourceAttached':
      return [event.attestation.claim];
    case 'SourceHeld':
      return claimsSaidIn(graph, event.source);
    case 'LineageRecorded':
      return claimOf(graph, event.attestation);
    case 'AttestationWithdrawn':
      return claimOf(graph, event.id);
    case 'ClaimWithdrawn':
      return [event.id];
    case 'ClaimSuperseded': {
      // It goes on tying families, but leaves its slots to others.
      const record = graph.findClaim(event.id);
      return record ? [event.id, ...rivalIds(after, record)] : [];
    }
    case 'IdentityJudged':
      return [event.a, event.b].flatMap(entity => [
        ...claimsSaidByKin(after, entity),
        ...rivalsAbout(after, entity),
      ]);
    case 'EntityAdded':
    case 'EntityDescribed':
    case 'NameAdded':
    case 'SourceAdded':
    case 'TextKept':
    case 'PartyGraded':
    case 'Redacted':
      return [];
  }
}

const claimOf = (graph: ClaimGraph, attestation: string): ClaimId[] => {
  const record = graph.findAttestation(attestation);
  return record ? [record.attestation.claim] : [];
};

const claimsSaidIn = (graph: ClaimGraph, source: SourceId): ClaimId[] =>
  graph.attestationsBy(source).map(({ attestation }) => attestation.claim);

/** By whoever may be of the entity's family at any time. What falls apart is the families of both entities afterwards. */
const claimsSaidByKin = ({ graph, evidence }: Reading, entity: EntityId): ClaimId[] =>
  [...evidence.families.familyOf(entity, UNKNOWN_TIME)]
    .flatMap(party => graph.sourcesOf(party))
    .flatMap(({ source }) => claimsSaidIn(graph, source.id));

/** Two holders of a slot that turn out to be one, or two after all. */
const rivalsAbout = (reading: Reading, entity: EntityId): ClaimId[] =>
  reading.joined.claimsAbout(entity).flatMap(record => rivalIds(reading, record));

const rivalIds = (reading: Reading, record: ClaimRecord): ClaimId[] =>
  rivalsOf(reading, record).map(({ claim }) => claim.id);
