// A told world without what no journal would hold: a random world says things that a ledger would refuse.
import { attestationId } from '../../src/domain/attestation.js';
import { claimOf } from '../../src/domain/claim.js';
import type { Event } from '../../src/domain/event.js';
import { ENTITY_KINDS } from '../../src/domain/entity.js';
import { Refusal } from '../../src/domain/refusal.js';
import { sourceId } from '../../src/domain/source.js';
import { Vocabulary } from '../../src/domain/vocabulary.js';
import { ClaimGraph } from '../../src/graph/claim-graph.js';
import { decide } from '../../src/journal/decide/decide.js';
import { tinyVocabulary } from '../fixtures/tiny-vocabulary.js';
import type { Told } from '../law/random-world.js';

/** The tiny vocabulary, whose predicates join entities of any kind. */
export function freeVocabulary(): Vocabulary {
  const { kinds, predicates } = tinyVocabulary();
  const free = predicates.map(predicate => ({
    ...predicate,
    subjectKinds: ENTITY_KINDS,
    objectKinds: predicate.valueType === undefined ? ENTITY_KINDS : [],
  }));
  return new Vocabulary(kinds, free);
}

/** The graph of a world's legal events, with ids as journals have them. */
export function legalGraph({ teller }: Told, vocabulary: Vocabulary): ClaimGraph {
  const graph = new ClaimGraph(vocabulary);
  const ids = new Map<string, string>();
  for (const recorded of teller.events) {
    const event = renamed(recorded.event, ids, vocabulary);
    if (isLegal(graph, event)) graph.apply({ ...recorded, event, seq: graph.seq + 1 });
  }
  return graph;
}

/** @param ids by those that the world uses, in which all of the event's are noted. */
function renamed(event: Event, ids: Map<string, string>, vocabulary: Vocabulary): Event {
  const now = <T extends string | undefined>(id: T): T => (ids.get(id ?? '') as T | undefined) ?? id;
  const note = (old: string, id: string): string => (ids.set(old, id), id);
  const other = <T extends object>(record: T, changes: { readonly [K in keyof T]?: T[K] | undefined }): T =>
    JSON.parse(JSON.stringify({ ...record, ...changes })) as T;
  switch (event.type) {
    case 'EntityAdded': {
      const { entity } = event;
      const names = [{ text: entity.label, kind: 'PRIMARY', script: 'Latn' }] as const;
      return { ...event, entity: { ...entity, id: note(entity.id, `entity:world/${entity.id}`) }, names };
    }
    case 'ClaimMade': {
      const { claim: old } = event;
      const { id, ...content } = other(old, { subject: now(old.subject), object: now(old.object) });
      const claim = claimOf(content, vocabulary.getPredicate(old.predicate).symmetric);
      note(id, claim.id);
      return { type: 'ClaimMade', claim };
    }
    case 'SourceAdded': {
      const source = other(event.source, { party: now(event.source.party) });
      return { type: 'SourceAdded', source: { ...source, id: note(source.id, sourceId(source)) } };
    }
    case 'SourceAttached': {
      const { attestation: old } = event;
      const relays = old.relays.map(now).sort();
      const said = { ...old, claim: now(old.claim), source: now(old.source), relays };
      return { ...event, attestation: { ...said, id: note(old.id, attestationId(said)) } };
    }
    case 'SourceHeld':
    case 'TextKept':
      return { ...event, source: now(event.source) };
    case 'LineageRecorded':
      return { ...event, attestation: now(event.attestation), relays: event.relays.map(now).sort() };
    case 'AttestationWithdrawn':
    case 'ClaimWithdrawn':
      return { ...event, id: now(event.id) };
    case 'ClaimSuperseded':
      return { ...event, id: now(event.id), by: now(event.by) };
    case 'EntityDescribed':
      return { ...event, entity: { ...event.entity, id: now(event.entity.id) } };
    case 'IdentityJudged':
      return { ...event, a: now(event.a), b: now(event.b) };
    case 'NameAdded':
    case 'PartyGraded':
    case 'Redacted':
      return event;
  }
}

function isLegal(graph: ClaimGraph, event: Event): boolean {
  switch (event.type) {
    case 'ClaimMade': {
      const { predicate, subject, object, value } = event.claim;
      const { valueType } = graph.vocabulary.getPredicate(predicate);
      if (object !== undefined) return valueType === undefined && object !== subject;
      return value !== undefined && (!('text' in value) || value.type === valueType);
    }
    case 'SourceAttached':
      return graph.findClaim(event.attestation.claim) !== null;
    case 'LineageRecorded':
      return graph.findAttestation(event.attestation) !== null;
    case 'AttestationWithdrawn':
      return graph.findAttestation(event.id) !== null;
    case 'ClaimSuperseded':
      return accepts(() => decide(graph, { ...event, type: 'SupersedeClaim' }));
    case 'ClaimWithdrawn':
      return graph.findClaim(event.id) !== null;
    case 'IdentityJudged':
      return accepts(() => decide(graph, { ...event, type: 'JudgeIdentity' }));
    case 'EntityAdded':
    case 'EntityDescribed':
    case 'NameAdded':
    case 'SourceAdded':
    case 'SourceHeld':
    case 'TextKept':
    case 'PartyGraded':
    case 'Redacted':
      return true;
  }
}

function accepts(decision: () => unknown): boolean {
  try {
    decision();
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
