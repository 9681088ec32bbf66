// Looks up what a command names, and refuses in the same words everywhere if it is not there.
import type { EntityId } from '../../domain/ids.js';
import { Conflict, NotFound } from '../../domain/refusal.js';
import type { ClaimGraph } from '../../graph/claim-graph.js';
import type { AttestationRecord, ClaimRecord, EntityRecord } from '../../graph/records/records.js';

export const getEntity = (graph: ClaimGraph, id: EntityId, field: readonly string[]): EntityRecord =>
  graph.findEntity(id) ?? missing('entity', id, field, 'add it first, or search for its id');

export const getClaim = (graph: ClaimGraph, id: string, field: readonly string[]): ClaimRecord =>
  graph.findClaim(id) ?? missing('claim', id, field, 'make it first, or look it up with `claims`');

/** @throws Conflict: nothing new is said of a claim that was withdrawn. */
export function refuseWithdrawn({ claim, withdrawn }: ClaimRecord): never {
  const why = withdrawn ? ` (${withdrawn.reason})` : '';
  throw new Conflict(`Claim "${claim.id}" was withdrawn${why}: nothing can be attached to it.`, {
    field: ['claim'],
  });
}

export const getAttestation = (graph: ClaimGraph, id: string, field: readonly string[]): AttestationRecord =>
  graph.findAttestation(id) ??
  missing('attestation', id, field, 'look it up among the attestations of its claim');

export function missing(what: string, id: string, field: readonly string[], advice: string): never {
  throw new NotFound(`There is no ${what} "${id.slice(0, 100)}": ${advice}.`, { field });
}
