// From an event to the claims whose attestations, standing or families it changes itself.
import type { Event } from '../domain/event.js';
import type { ClaimId, EntityId, SourceId } from '../domain/ids.js';
import { UNKNOWN_TIME } from '../domain/time-span.js';
import type { ClaimGraph } from '../graph/claim-graph.js';
import { JoinedReads } from '../graph/joined-reads.js';
import type { ClaimRecord } from '../graph/records.js';
import { rivalsOf } from './affected-claims.js';
import type { Evidence } from './claim-evidence.js';

/** What follows for other claims is for `affectedClaims`. @param after the evidence right after the event, or after later ones. */
export function touchedClaims(event: Event, after: Evidence): Iterable<ClaimId> {
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
const claimsSaidByKin = ({ graph, families }: Evidence, entity: EntityId): ClaimId[] =>
  [...families.familyOf(entity, UNKNOWN_TIME)]
    .flatMap(party => graph.sourcesOf(party))
    .flatMap(({ source }) => claimsSaidIn(graph, source.id));

/** Two holders of a slot that turn out to be one, or two after all. */
const rivalsAbout = (evidence: Evidence, entity: EntityId): ClaimId[] =>
  new JoinedReads(evidence.graph, evidence.lens.identities)
    .claimsAbout(entity)
    .flatMap(record => rivalIds(evidence, record));

const rivalIds = (evidence: Evidence, record: ClaimRecord): ClaimId[] =>
  rivalsOf(evidence, record).map(({ claim }) => claim.id);
