// Draws recorded events into the storage. Never refuses: a recorded event is true. Each step tells how to take it back.
import type { Attestation } from '../domain/attestation.js';
import type { Claim } from '../domain/claim.js';
import type { Event, Recorded, RecordedEvent } from '../domain/event.js';
import { canonicalJson } from '../domain/ids.js';
import { slotsOf } from '../domain/slot.js';
import { contentKey, type Source } from '../domain/source.js';
import { readTimeSpan, type TimeSpan } from '../domain/time-span.js';
import type { NameRecord } from './records.js';
import type { Storage, StoredClaim, StoredEntity, StoredText } from './storage.js';
import { extended } from './time-extent.js';

/** Takes one applied event back; only in the reverse order of applying. */
export type Undo = () => void;

type Described = Extract<Event, { type: 'EntityDescribed' }>;

/** Draws one event; it must be the next in order. */
export function apply(storage: Storage, { event, seq, at, by, way }: RecordedEvent): Undo {
  const undo = draw(storage, event, { seq, at, by, way });
  storage.times.push(Date.parse(at));
  return () => {
    storage.times.pop();
    undo();
  };
}

function draw(storage: Storage, event: Event, recorded: Recorded): Undo {
  switch (event.type) {
    case 'EntityAdded': {
      const names = event.names.map(name => ({ ...name, recorded }));
      const record = { entity: event.entity, recorded, names, grades: [], judgements: [] };
      storage.graph.addNode(event.entity.id, { record });
      return () => storage.graph.dropNode(event.entity.id);
    }
    case 'EntityDescribed':
      return describe(storage.graph.getNodeAttribute(event.entity.id, 'record'), event, recorded);
    case 'NameAdded':
      return push(storage.graph.getNodeAttribute(event.entity, 'record').names, { ...event.name, recorded });
    case 'ClaimMade':
      return drawClaim(storage, event.claim, recorded);
    case 'SourceAdded':
      return drawSource(storage, event.source, recorded);
    case 'SourceHeld':
      return set(storage.sources.get(event.source), 'held', recorded);
    case 'TextKept': {
      const { type: _, ...version } = event;
      return file(storage.texts, event.source, { ...version, recorded, redacted: null });
    }
    case 'SourceAttached': {
      const { idempotency, attestation } = event;
      const undo = drawAttestation(storage, attestation, recorded);
      if (!idempotency) return undo;
      return all(
        undo,
        put(storage.idempotency, idempotency.key, { ...idempotency, attestation: attestation.id }),
      );
    }
    case 'LineageRecorded': {
      const { attestation, lineage, relays } = event;
      const record = storage.attestations.get(attestation);
      if (!record) return nothing;
      const links = relays.map(relayed => link(storage, relayed, attestation));
      return all(push(record.lineages, { lineage, relays, recorded }), ...links);
    }
    case 'AttestationWithdrawn':
      return set(storage.attestations.get(event.id), 'withdrawn', { reason: event.reason, recorded });
    case 'ClaimWithdrawn':
      return set(storage.claims.get(event.id), 'withdrawn', { reason: event.reason, recorded });
    case 'ClaimSuperseded':
      return set(storage.claims.get(event.id), 'superseded', {
        by: event.by,
        reason: event.reason,
        recorded,
      });
    case 'PartyGraded':
      return push(storage.graph.getNodeAttribute(event.party, 'record').grades, { ...event, recorded });
    case 'IdentityJudged': {
      const { a, b, judgement, reason } = event;
      const note = { judgement, ...(reason === undefined ? {} : { reason }), recorded };
      return all(
        push(storage.judgements, { ...note, a, b }),
        push(storage.graph.getNodeAttribute(a, 'record').judgements, { ...note, other: b }),
        push(storage.graph.getNodeAttribute(b, 'record').judgements, { ...note, other: a }),
      );
    }
    case 'Redacted':
      // Any other text comes redacted already, in the event that it was recorded by.
      return event.what === 'TEXT' ? set(textOf(storage, event.seq), 'redacted', recorded) : nothing;
  }
}

function describe(record: StoredEntity, { entity, names }: Described, recorded: Recorded): Undo {
  const before = { entity: record.entity, names: record.names };
  record.entity = entity;
  const added = names.map(name => ({ ...name, recorded }));
  record.names = underLabel([...record.names, ...added], entity.label);
  return () => void Object.assign(record, before);
}

/** The name that is the label first, and it alone as the primary one. */
function underLabel(names: readonly NameRecord[], label: string): NameRecord[] {
  const isPrimary = ({ kind }: NameRecord): boolean => kind === 'PRIMARY';
  // A label that was redacted is like no name.
  const primary = names.findLast(({ text }) => text === label) ?? names.findLast(isPrimary);
  const others = names.filter(name => name !== primary);
  return [
    ...(primary ? [{ ...primary, kind: 'PRIMARY' as const }] : []),
    ...others.map(name => (isPrimary(name) ? { ...name, kind: 'ALIAS' as const } : name)),
  ];
}

function drawClaim(storage: Storage, claim: Claim, recorded: Recorded): Undo {
  const span = readTimeSpan(claim.validTime);
  const record: StoredClaim = { claim, recorded, span, withdrawn: null, superseded: null };
  const { subject, object, id } = claim;
  const undos = [put(storage.claims, id, record), extend(storage, span)];
  const mentioned = new Set(claim.qualifiers.flatMap(qualifier => qualifier.entity ?? []));
  if (object === undefined) mentioned.add(subject);
  else {
    storage.graph.addDirectedEdgeWithKey(id, subject, object, { record });
    undos.push(() => storage.graph.dropEdge(id));
    mentioned.delete(subject);
    mentioned.delete(object);
  }
  for (const entity of mentioned) undos.push(file(storage.mentions, entity, record));
  const predicate = storage.vocabulary.findPredicate(claim.predicate);
  if (predicate) {
    for (const { key } of slotsOf(claim, predicate)) undos.push(file(storage.slots, key, record));
    if (predicate.dependence && object !== undefined) {
      for (const end of new Set([subject, object])) undos.push(file(storage.ties, end, record));
    }
  }
  return all(...undos);
}

function extend(storage: Storage, span: TimeSpan): Undo {
  const before = storage.extent;
  storage.extent = extended(before, span);
  return () => void (storage.extent = before);
}

function drawSource(storage: Storage, source: Source, recorded: Recorded): Undo {
  const record = { source, recorded, published: readTimeSpan(source.publishedAt), held: null };
  const undos = [put(storage.sources, source.id, record)];
  if (source.url !== undefined) undos.push(put(storage.sourceByUrl, source.url, source.id));
  const content = canonicalJson(contentKey(source));
  // An address without a title says too little of the content to be found again by it.
  const telling = source.url === undefined || source.title !== undefined;
  if (telling && !storage.sourceByContent.has(content))
    undos.push(put(storage.sourceByContent, content, source.id));
  if (source.party !== undefined) undos.push(file(storage.sourcesByParty, source.party, record));
  return all(...undos);
}

/** Looks at all of them: redactions are rare. */
function textOf({ texts }: Storage, seq: number): StoredText | undefined {
  for (const versions of texts.values()) {
    const found = versions.find(({ recorded }) => recorded.seq === seq);
    if (found) return found;
  }
  return undefined;
}

function drawAttestation(storage: Storage, attestation: Attestation, recorded: Recorded): Undo {
  const { id, claim, source, lineage, relays } = attestation;
  const record = { attestation, recorded, lineages: [{ lineage, relays, recorded }], withdrawn: null };
  return all(
    put(storage.attestations, id, record),
    file(storage.attestationsByClaim, claim, record),
    file(storage.attestationsBySource, source, record),
    attestation.polarity === 'DENIES' ? mark(storage.denied, claim) : nothing,
    ...relays.map(relayed => link(storage, relayed, id)),
  );
}

function link(storage: Storage, relayed: string, by: string): Undo {
  const relayers = storage.relayedBy.get(relayed) ?? new Set();
  if (relayers.has(by)) return nothing;
  storage.relayedBy.set(relayed, relayers.add(by));
  return () => relayers.delete(by);
}

const nothing: Undo = () => {};

const all =
  (...undos: Undo[]): Undo =>
  () => {
    for (const undo of undos.reverse()) undo();
  };

function mark<V>(marks: Set<V>, value: V): Undo {
  if (marks.has(value)) return nothing;
  marks.add(value);
  return () => marks.delete(value);
}

function put<K, V>(map: Map<K, V>, key: K, value: V): Undo {
  map.set(key, value);
  return () => map.delete(key);
}

function push<V>(list: V[], value: V): Undo {
  list.push(value);
  return () => list.pop();
}

function file<K, V>(map: Map<K, V[]>, key: K, value: V): Undo {
  const list = map.get(key);
  if (list) return push(list, value);
  map.set(key, [value]);
  return () => map.delete(key);
}

/** The first word stands: a record that is withdrawn or held already stays as it was. */
function set<R extends object, K extends keyof R>(record: R | undefined, key: K, value: R[K]): Undo {
  if (!record || record[key] !== null) return nothing;
  record[key] = value;
  return () => {
    record[key] = null as R[K];
  };
}
