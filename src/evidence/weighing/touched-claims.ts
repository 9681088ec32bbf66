// From an event to the claims that it changes directly: their attestations, their own state, their families or slots.
import type { Event } from '../../domain/event.js';
import type { ClaimId, EntityId, SourceId } from '../../domain/ids.js';
import { UNKNOWN_TIME } from '../../domain/time-span.js';
import type { ClaimGraph } from '../../graph/claim-graph.js';
import { JoinedReads } from '../../graph/views/joined-reads.js';
import { eachInPieces, type Resumable } from '../../graph/work/resumable.js';
import type { TimeLens } from '../../graph/views/time-lens.js';
import type { Evidence } from './claim-evidence.js';

type Touch = (claim: ClaimId) => void;

/**
 * What follows for other claims is for `affectedClaims`.
 * @param after the evidence right after the event, or after later ones.
 */
export function* touchedClaims(event: Event, after: Evidence): Resumable<ReadonlySet<ClaimId>> {
  const touched = new Set<ClaimId>();
  yield* touchEach(event, after, claim => touched.add(claim));
  return touched;
}

function* touchEach(event: Event, after: Evidence, touch: Touch): Resumable<void> {
  const { graph, lens } = after;
  switch (event.type) {
    case 'ClaimMade':
      return touch(event.claim.id);
    case 'SourceAttached':
      return touch(event.attestation.claim);
    case 'SourceHeld':
      return yield* touchSaidIn(graph, lens, event.source, touch);
    case 'LineageRecorded':
      return touchClaimOf(graph, event.attestation, touch);
    case 'AttestationWithdrawn':
      return touchClaimOf(graph, event.id, touch);
    case 'ClaimWithdrawn':
    case 'ClaimSuperseded':
      return touch(event.id);
    case 'IdentityJudged':
      for (const entity of [event.a, event.b]) {
        yield* touchSaidByKin(after, entity, touch);
        yield* touchAbout(after, entity, touch);
      }
      return;
    case 'EntityAdded':
    case 'EntityDescribed':
    case 'NameAdded':
    case 'SourceAdded':
    case 'TextKept':
    case 'PartyGraded':
    case 'Redacted':
      return;
  }
}

function touchClaimOf(graph: ClaimGraph, attestation: string, touch: Touch): void {
  const record = graph.findAttestation(attestation);
  if (record) touch(record.attestation.claim);
}

/** By what was attached by then. */
const touchSaidIn = (graph: ClaimGraph, lens: TimeLens, source: SourceId, touch: Touch): Resumable<void> =>
  eachInPieces(graph.attestationsBy(source), record => {
    if (lens.knows(record)) touch(record.attestation.claim);
  });

/** By whoever may be of the entity's family at any time. What falls apart is the families of both entities afterwards. */
function* touchSaidByKin(
  { graph, lens, families }: Evidence,
  entity: EntityId,
  touch: Touch,
): Resumable<void> {
  for (const party of yield* families.workOutFamily(entity, UNKNOWN_TIME)) {
    yield 1;
    for (const { source } of graph.sourcesOf(party)) yield* touchSaidIn(graph, lens, source.id, touch);
  }
}

/** Those that two who turn out to be one, or two after all, are in: they move to other slots, or hold them as another. */
const touchAbout = ({ graph, lens }: Evidence, entity: EntityId, touch: Touch): Resumable<void> =>
  eachInPieces(new JoinedReads(graph, lens.identities).claimsAbout(entity), ({ claim }) => touch(claim.id));
