// Decisions about claims: making, withdrawing and superseding them.
import type { MakeClaim, SupersedeClaim, WithdrawClaim } from '../../domain/command.js';
import type { EntityKind } from '../../domain/entity.js';
import type { AttestationId, ClaimId } from '../../domain/ids.js';
import { Conflict, InvalidInput } from '../../domain/refusal.js';
import { claimMadeBy } from '../../domain/proposition.js';
import { readText } from '../../domain/text.js';
import type { Predicate } from '../../domain/vocabulary.js';
import type { ClaimGraph } from '../../graph/claim-graph.js';
import type { Decision } from './decision.js';
import { getClaim, getEntity } from './lookups.js';

/** The same proposition is the same claim: making it again records nothing, of whatever kinds its ends are by now. */
export function decideMakeClaim(graph: ClaimGraph, command: MakeClaim): Decision {
  const predicate = graph.vocabulary.getPredicate(command.predicate);
  const claim = claimMadeBy(command, predicate);
  if (graph.findClaim(claim.id)) return { events: [], claim: claim.id };
  const { subject, object } = command;
  checkKind(graph, subject, predicate, 'subject');
  if (object !== undefined) checkKind(graph, object, predicate, 'object');
  if (object === subject) {
    throw new InvalidInput(`Subject and object are both "${subject}": a claim joins two entities.`, {
      field: ['object'],
    });
  }
  for (const { name, entity } of claim.qualifiers) {
    if (entity !== undefined) getEntity(graph, entity, ['qualifiers', name]);
  }
  return { events: [{ claim, type: 'ClaimMade' }], claim: claim.id };
}

function checkKind(graph: ClaimGraph, id: string, predicate: Predicate, end: 'subject' | 'object'): void {
  const { entity } = getEntity(graph, id, [end]);
  const kinds: readonly EntityKind[] = end === 'subject' ? predicate.subjectKinds : predicate.objectKinds;
  if (kinds.includes(entity.kind)) return;
  const found = `"${entity.label}" is a ${entity.kind}`;
  throw new InvalidInput(`${found}: the ${end} of "${predicate.id}" must be one of ${kinds.join(', ')}.`, {
    field: [end],
  });
}

export function decideWithdrawClaim(graph: ClaimGraph, command: WithdrawClaim): Decision {
  const { id, saidBy } = command;
  const record = getClaim(graph, id, ['id']);
  const reason = readText(command.reason, 'note', ['reason']);
  if (record.withdrawn) return { events: [], claim: id };
  const own = saidBy && takenBack(graph, id, saidBy);
  const events = own?.map(
    attestation => ({ type: 'AttestationWithdrawn', id: attestation, reason }) as const,
  );
  return { events: events ?? [{ type: 'ClaimWithdrawn', id, reason }], claim: id };
}

/** What this party affirms of a claim that a held source of another affirms too; undefined where none does. */
function takenBack(
  graph: ClaimGraph,
  claim: ClaimId,
  { party, partyDescribedAs }: NonNullable<WithdrawClaim['saidBy']>,
): readonly AttestationId[] | undefined {
  const own: AttestationId[] = [];
  let others = false;
  for (const { attestation, withdrawn } of graph.attestationsOf(claim)) {
    const from = graph.findSource(attestation.source);
    if (!from || withdrawn || attestation.polarity !== 'AFFIRMS') continue;
    const isOwn = from.source.party === party && from.source.partyDescribedAs === partyDescribedAs;
    if (isOwn) own.push(attestation.id);
    else others ||= from.held !== null;
  }
  return others ? own : undefined;
}

export function decideSupersede(graph: ClaimGraph, { id, by, reason }: SupersedeClaim): Decision {
  const record = getClaim(graph, id, ['id']);
  const successor = getClaim(graph, by, ['by']);
  const why = readText(reason, 'note', ['reason']);
  if (record.superseded?.by === by) return { events: [], claim: id };
  if (record.superseded)
    throw new Conflict(`"${id}" is superseded already, by "${record.superseded.by}".`, { field: ['id'] });
  if (successor.withdrawn)
    throw new Conflict(`"${by}" was withdrawn, so it can replace nothing.`, { field: ['by'] });
  for (let next: string | undefined = by; next !== undefined; next = graph.findClaim(next)?.superseded?.by) {
    if (next === id)
      throw new Conflict(`"${by}" is itself replaced, in the end, by "${id}".`, { field: ['by'] });
  }
  return { events: [{ type: 'ClaimSuperseded', id, by, reason: why }], claim: id };
}
