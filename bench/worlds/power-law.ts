// A made world of any size, the same every time: actors joined by claims, few of them in many, each claim with three attestations.
import { readFileSync } from 'node:fs';
import { attestationId, type AttestationKey } from '../../src/domain/attestation.js';
import { claimOf } from '../../src/domain/claim.js';
import type { Entity } from '../../src/domain/entity.js';
import type { Event, RecordedEvent } from '../../src/domain/event.js';
import type { EntityId, SourceId } from '../../src/domain/ids.js';
import { sourceId, type SourceDescription } from '../../src/domain/source.js';
import type { Vocabulary } from '../../src/domain/vocabulary.js';
import { readVocabulary } from '../../src/exchange/vocabulary/vocabulary-file.js';
import { randomFrom } from '../random-from.js';

export const ATTESTATIONS_PER_CLAIM = 3;
const PREDICATES = ['meets', 'supports', 'opposes', 'praises', 'accuses', 'watches', 'cooperates_with'];
const KINDS: readonly Entity['kind'][] = ['PERSON', 'PERSON', 'ORGANIZATION', 'STATE'];
/** Those who publish: the first of the actors. */
const PARTIES = 200;
const START = Date.UTC(2024, 0, 1);

export const actorId = (at: number): EntityId => `entity:world/${at}`;
/** A fifth as many actors as claims, at least those who publish. */
export const actorsOf = (claims: number): number => Math.max(PARTIES + 1, Math.floor(claims / 5));
const sourcesOf = (claims: number): number => Math.max(50, Math.floor(claims / 10));

export function benchVocabulary(): Vocabulary {
  const name = 'schema/vocabulary.yaml';
  return readVocabulary([{ name, text: readFileSync(name, 'utf8') }]);
}

/** The events of a world with so many claims, in their order, one a millisecond. */
export function* powerLawWorld(claims: number, vocabulary: Vocabulary): Generator<RecordedEvent> {
  let seq = 0;
  for (const event of eventsOf(claims, vocabulary)) {
    seq += 1;
    yield { seq, at: new Date(START + seq).toISOString(), by: 'bench', way: 'IMPORT', event };
  }
}

function* eventsOf(claims: number, vocabulary: Vocabulary): Generator<Event> {
  const random = randomFrom(claims);
  const actors = actorsOf(claims);
  const below = (most: number): number => Math.floor(random() * most);
  // The third power of an even number between 0 and 1: the first actors are in most claims.
  const actor = (): number => Math.floor(random() ** 3 * actors);
  for (let at = 0; at < actors; at += 1) {
    const kind = KINDS[at % KINDS.length] ?? 'PERSON';
    const label = `Actor ${at}`;
    yield {
      type: 'EntityAdded',
      entity: { id: actorId(at), kind, label, sameAs: [] },
      names: [{ text: label, kind: 'PRIMARY' }],
    };
  }
  const sources: SourceId[] = [];
  for (let at = 0; at < sourcesOf(claims); at += 1) {
    const description: SourceDescription = {
      kind: 'ARTICLE',
      title: `Report ${at}`,
      party: actorId(at % PARTIES),
      publishedAt: new Date(START + at * 3_600_000).toISOString().slice(0, 10),
    };
    const id = sourceId(description);
    sources.push(id);
    yield { type: 'SourceAdded', source: { id, ...description } };
    yield { type: 'SourceHeld', source: id };
  }
  const made = new Set<string>();
  while (made.size < claims) {
    const [subject, object] = [actor(), actor()];
    if (subject === object) continue;
    const predicate = PREDICATES[below(PREDICATES.length)] ?? '';
    const symmetric = vocabulary.predicateOrPlain(predicate).symmetric;
    const validTime = `20${String(below(25)).padStart(2, '0')}-${String(1 + below(12)).padStart(2, '0')}`;
    const proposition = {
      subject: actorId(subject),
      predicate,
      object: actorId(object),
      validTime,
      qualifiers: [],
    };
    const claim = claimOf(proposition, symmetric);
    if (made.has(claim.id)) continue;
    made.add(claim.id);
    yield { type: 'ClaimMade', claim };
    const first = below(sources.length);
    for (let at = 0; at < ATTESTATIONS_PER_CLAIM; at += 1) {
      const source = sources[(first + at * 7) % sources.length] ?? '';
      const polarity = below(20) === 0 ? 'DENIES' : 'AFFIRMS';
      const key: AttestationKey = { claim: claim.id, source, polarity, lineage: 'OWN', relays: [] };
      const certainty = below(5) === 0 ? 'POSSIBLE' : 'CERTAIN';
      yield { type: 'SourceAttached', attestation: { id: attestationId(key), ...key, certainty } };
    }
  }
}
