// Applies recorded events to the storage. It never refuses, because a recorded event is true. Each step can be undone if asked.
import type { Attestation } from '../../domain/attestation.js';
import type { Claim } from '../../domain/claim.js';
import type { Event, Recorded, RecordedEvent } from '../../domain/event.js';
import { canonicalJson, type EntityId } from '../../domain/ids.js';
import { isRedactedText } from '../../domain/redaction.js';
import { slotsOf } from '../../domain/slot.js';
import { contentKey, type Source } from '../../domain/source.js';
import { readTimeSpan, type TimeSpan } from '../../domain/time-span.js';
import { recordOf } from '../attestations/attestations.js';
import {
  claimWithoutRedacted,
  entityWithoutRedacted,
  sourceWithoutRedacted,
  textWithoutRedacted,
} from '../records/without-redacted.js';
import { fileLast, takeLast } from '../records/filed-lists.js';
import type { NameRecord } from '../records/records.js';
import type { Storage } from './storage.js';
import type { StoredClaim, StoredEntity, StoredNode, StoredText } from '../records/stored.js';
import { extended } from '../records/time-extent.js';

/** Takes one step back; only in the reverse order of the steps. */
export type Undo = () => void;

/** The steps taken, to be taken back. Null for what stays: a closure for each step costs a third of a start, and its memory. */
export type Undos = Undo[] | null;

/** All of it, or only what decisions look at: claims without their edges, mentions, slots and ties. */
export type Extent = 'ALL' | 'FOR_DECISIONS';

type Added = Extract<Event, { type: 'EntityAdded' }>;
type Described = Extract<Event, { type: 'EntityDescribed' }>;
type Judged = Extract<Event, { type: 'IdentityJudged' }>;
type Attached = Extract<Event, { type: 'SourceAttached' }>;

/** Draws one event; it must be the next in order. */
export function apply(
  storage: Storage,
  { event, seq, at, by, way }: RecordedEvent,
  undos: Undos,
  extent: Extent = 'ALL',
): void {
  const recorded = { seq, at, by, way };
  if (event.type === 'ClaimMade' && extent === 'FOR_DECISIONS')
    keepClaim(storage, event.claim, recorded, undos);
  else applyEvent(storage, event, recorded, undos);
  storage.times.push(Date.parse(at));
  undos?.push(() => storage.times.pop());
}

function applyEvent(storage: Storage, event: Event, recorded: Recorded, undos: Undos): void {
  switch (event.type) {
    case 'EntityAdded':
      return addEntity(storage, event, recorded, undos);
    case 'EntityDescribed':
      return describe(entityOf(storage, event.entity.id), event, recorded, undos);
    case 'NameAdded':
      return push(entityOf(storage, event.entity).names, { ...event.name, recorded }, undos);
    case 'ClaimMade':
      return addClaim(storage, event.claim, recorded, undos);
    case 'SourceAdded':
      return addSource(storage, event.source, recorded, undos);
    case 'SourceHeld':
      return set(storage.sources.get(event.source), 'held', recorded, undos);
    case 'TextKept': {
      const { type: _, ...version } = event;
      return file(
        storage.texts,
        event.source,
        { ...textWithoutRedacted(version), recorded, redacted: null },
        undos,
      );
    }
    case 'SourceAttached':
      addAttestation(storage, event.attestation, recorded, undos);
      return addTraces(storage, event, undos);
    case 'LineageRecorded': {
      const { attestation, lineage, relays } = event;
      const record = storage.attestations.find(attestation);
      if (!record) return;
      push(record.lineages, { lineage, relays, recorded }, undos);
      for (const relayed of relays) link(storage, relayed, attestation, undos);
      return;
    }
    case 'AttestationWithdrawn':
      return set(storage.attestations.find(event.id), 'withdrawn', { reason: event.reason, recorded }, undos);
    case 'ClaimWithdrawn':
      return set(storage.claims.get(event.id), 'withdrawn', { reason: event.reason, recorded }, undos);
    case 'ClaimSuperseded': {
      const { by, reason } = event;
      return set(storage.claims.get(event.id), 'superseded', { by, reason, recorded }, undos);
    }
    case 'PartyGraded':
      return push(entityOf(storage, event.party).grades, { ...event, recorded }, undos);
    case 'IdentityJudged':
      return judge(storage, event, recorded, undos);
    case 'Redacted':
      // Any other text comes redacted already, in the event that it was recorded by.
      if (event.what === 'TEXT') set(textOf(storage, event.seq), 'redacted', recorded, undos);
  }
}

function addEntity(storage: Storage, event: Added, recorded: Recorded, undos: Undos): void {
  const { id } = event.entity;
  const names = event.names.map(name => ({ ...name, recorded }));
  const entity = entityWithoutRedacted(event.entity);
  const record = { entity, recorded, names, grades: [], judgements: [] };
  const node = { record, place: storage.places.length, claims: [], others: [] };
  storage.graph.addNode(id, node);
  undos?.push(() => storage.graph.dropNode(id));
  push(storage.places, node, undos);
  put(storage.nodes, id, node, undos);
}

/** A judgement is kept three times: in the list of all, and with each of the two entities. */
function judge(
  storage: Storage,
  { a, b, judgement, reason }: Judged,
  recorded: Recorded,
  undos: Undos,
): void {
  const note = { judgement, ...(reason === undefined ? {} : { reason }), recorded };
  push(storage.judgements, { ...note, a, b }, undos);
  push(entityOf(storage, a).judgements, { ...note, other: b }, undos);
  push(entityOf(storage, b).judgements, { ...note, other: a }, undos);
}

function nodeOf({ nodes }: Storage, id: EntityId): StoredNode {
  const node = nodes.get(id);
  if (!node) throw new Error(`an event names ${id}, which was never added`);
  return node;
}

const entityOf = (storage: Storage, id: EntityId): StoredEntity => nodeOf(storage, id).record;

function describe(
  record: StoredEntity,
  { entity, names }: Described,
  recorded: Recorded,
  undos: Undos,
): void {
  const before = { entity: record.entity, names: record.names };
  record.entity = entityWithoutRedacted(entity);
  const added = names.map(name => ({ ...name, recorded }));
  record.names = underLabel([...record.names, ...added], entity.label);
  undos?.push(() => void Object.assign(record, before));
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

function keepClaim(storage: Storage, claim: Claim, recorded: Recorded, undos: Undos): StoredClaim {
  const span = readTimeSpan(claim.validTime);
  const record: StoredClaim = {
    claim: claimWithoutRedacted(claim),
    recorded,
    span,
    withdrawn: null,
    superseded: null,
  };
  put(storage.claims, claim.id, record, undos);
  return record;
}

function addClaim(storage: Storage, claim: Claim, recorded: Recorded, undos: Undos): void {
  const record = keepClaim(storage, claim, recorded, undos);
  const { subject, object } = claim;
  extend(storage, record.span, undos);
  if (object !== undefined) {
    storage.edges.add(record);
    undos?.push(() => storage.edges.takeBack(record));
    const [one, other] = [nodeOf(storage, subject), nodeOf(storage, object)];
    join(one, other, record, undos);
    if (other !== one) join(other, one, record, undos);
  }
  for (const entity of mentionedIn(claim)) file(storage.mentions, entity, record, undos);
  const predicate = storage.vocabulary.findPredicate(claim.predicate);
  if (!predicate) return;
  for (const { key } of slotsOf(claim, predicate)) file(storage.slots, key, record, undos);
  if (predicate.dependence && object !== undefined) {
    for (const end of new Set([subject, object])) file(storage.ties, end, record, undos);
  }
}

function join(node: StoredNode, other: StoredNode, record: StoredClaim, undos: Undos): void {
  push(node.claims, record, undos);
  push(node.others, other.place, undos);
}

/** Entities that a claim names without being their edge. */
function mentionedIn({ subject, object, qualifiers }: Claim): Iterable<EntityId> {
  // Most claims: this is asked of every one at every start.
  if (object !== undefined && qualifiers.length === 0) return [];
  const mentioned = new Set(qualifiers.flatMap(qualifier => qualifier.entity ?? []));
  if (object === undefined) mentioned.add(subject);
  else for (const end of [subject, object]) mentioned.delete(end);
  return mentioned;
}

function extend(storage: Storage, span: TimeSpan, undos: Undos): void {
  const before = storage.extent;
  storage.extent = extended(before, span);
  undos?.push(() => void (storage.extent = before));
}

function addSource(storage: Storage, source: Source, recorded: Recorded, undos: Undos): void {
  const drawn = sourceWithoutRedacted(source);
  const record = { source: drawn, recorded, published: readTimeSpan(source.publishedAt), held: null };
  put(storage.sources, source.id, record, undos);
  if (drawn.url !== undefined) put(storage.sourceByUrl, drawn.url, source.id, undos);
  const content = canonicalJson(contentKey(source));
  // An address without a title says too little of the content to be found again by it; so it does once it is gone.
  const telling = source.url === undefined || source.title !== undefined;
  if (telling && !storage.sourceByContent.has(content))
    put(storage.sourceByContent, content, source.id, undos);
  if (source.party !== undefined) file(storage.sourcesByParty, source.party, record, undos);
}

/** Looks at all of them: redactions are rare. */
function textOf({ texts }: Storage, seq: number): StoredText | undefined {
  for (const versions of texts.values()) {
    const found = versions.find(({ recorded }) => recorded.seq === seq);
    if (found) return found;
  }
  return undefined;
}

function addAttestation(storage: Storage, attestation: Attestation, recorded: Recorded, undos: Undos): void {
  const record = recordOf(attestation, recorded);
  storage.attestations.add(record);
  undos?.push(() => storage.attestations.takeBack(record));
}

/** What an attachment leaves beside its record. */
export function addTraces(storage: Storage, { attestation, idempotency }: Attached, undos: Undos): void {
  const { id, claim, polarity, relays } = attestation;
  if (polarity === 'DENIES') mark(storage.denied, claim, undos);
  for (const relayed of relays) link(storage, relayed, id, undos);
  if (!idempotency || isRedactedText(idempotency.key)) return;
  put(storage.idempotency, idempotency.key, { ...idempotency, attestation: id }, undos);
}

function link(storage: Storage, relayed: string, by: string, undos: Undos): void {
  const relayers = storage.relayedBy.get(relayed) ?? new Set();
  if (relayers.has(by)) return;
  storage.relayedBy.set(relayed, relayers.add(by));
  undos?.push(() => {
    relayers.delete(by);
    if (relayers.size === 0) storage.relayedBy.delete(relayed);
  });
}

function mark<V>(marks: Set<V>, value: V, undos: Undos): void {
  if (marks.has(value)) return;
  marks.add(value);
  undos?.push(() => marks.delete(value));
}

function put<K, V>(map: Map<K, V>, key: K, value: V, undos: Undos): void {
  map.set(key, value);
  undos?.push(() => map.delete(key));
}

function push<V>(list: V[], value: V, undos: Undos): void {
  list.push(value);
  undos?.push(() => list.pop());
}

function file<K, V>(lists: Map<K, V[]>, key: K, value: V, undos: Undos): void {
  fileLast(lists, key, value);
  undos?.push(() => takeLast(lists, key));
}

/** The first word stands: a record that is withdrawn or held already stays as it was. */
function set<R extends object, K extends keyof R>(
  record: R | undefined,
  key: K,
  value: R[K],
  undos: Undos,
): void {
  if (!record || record[key] !== null) return;
  record[key] = value;
  undos?.push(() => {
    record[key] = null as R[K];
  });
}
