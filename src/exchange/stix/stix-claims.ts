// The claims that an object of STIX is: what it is classified as, how two objects are related, who sighted what.
// Reports and opinions speak of these claims by the object's id.
import type { EntityKind } from '../../domain/entity.js';
import type { Qualifier } from '../../domain/claim.js';
import { InvalidInput } from '../../domain/refusal.js';
import type { ClaimWanted, RecordDraft } from '../import/record-draft.js';
import { isEntity, kindOf, referTo, stixEntityId } from './stix-entity.js';
import { refsIn, textIn, type StixFile, type StixObject } from './stix-file.js';
import { spanIn } from './stix-time.js';

/** @throws InvalidInput where it refers to what the file does not hold. */
export function claimsOf(file: StixFile, object: StixObject, draft: RecordDraft): readonly ClaimWanted[] {
  if (object.type === 'relationship') return [relationship(file, object, draft)];
  if (object.type === 'sighting') return sightings(file, object, draft);
  return isEntity(object) ? [classified(object, draft)] : [];
}

function classified({ id, type, data }: StixObject, draft: RecordDraft): ClaimWanted {
  const from = type === 'indicator' ? 'valid_from' : 'first_seen';
  const to = type === 'indicator' ? 'valid_until' : 'last_seen';
  return {
    subject: stixEntityId(id),
    predicate: 'classified_as',
    value: type,
    ...timed(spanIn(data, from, to, draft)),
  };
}

function relationship(file: StixFile, object: StixObject, draft: RecordDraft): ClaimWanted {
  const { data } = object;
  const type = textIn(data, 'relationship_type');
  if (type === undefined) throw new InvalidInput(`${object.id} has no \`relationship_type\`.`);
  const from = entityAt(file, object, textIn(data, 'source_ref'), draft);
  const to = entityAt(file, object, textIn(data, 'target_ref'), draft);
  return {
    ...joined(type, from, to, draft),
    ...timed(spanIn(data, 'start_time', 'stop_time', draft)),
  };
}

function sightings(file: StixFile, object: StixObject, draft: RecordDraft): readonly ClaimWanted[] {
  const { data } = object;
  const seen = entityAt(file, object, textIn(data, 'sighting_of_ref'), draft);
  const { count } = data;
  const qualifiers = typeof count === 'number' ? [{ name: 'count', value: String(count) }] : [];
  const time = timed(spanIn(data, 'first_seen', 'last_seen', draft));
  const creator = textIn(data, 'created_by_ref')?.toLowerCase();
  const places = refsIn(data, 'where_sighted_refs');
  const by = places.length > 0 || creator === undefined || !file.objects.has(creator) ? places : [creator];
  if (by.length === 0) {
    return [
      { subject: stixEntityId(seen.id), predicate: 'sighted_by', unknown: 'SOME_VALUE', qualifiers, ...time },
    ];
  }
  return by.map(ref => {
    const wanted = joined('sighted-by', seen, entityAt(file, object, ref, draft), draft);
    return { ...wanted, qualifiers: [...(wanted.qualifiers ?? []), ...qualifiers], ...time };
  });
}

const timed = (validTime: string | undefined): { validTime?: string } =>
  validTime === undefined ? {} : { validTime };

/** The object that another refers to, added where the file lacks it. @throws InvalidInput where it is no entity here. */
function entityAt(file: StixFile, from: StixObject, ref: string | undefined, draft: RecordDraft): StixObject {
  if (ref === undefined) throw new InvalidInput(`${from.id} lacks a reference that every ${from.type} has.`);
  const id = ref.toLowerCase();
  const object = file.objects.get(id) ?? referTo(id, file, draft);
  if (!object) throw new InvalidInput(danglingText(from, ref));
  if (isEntity(object)) return object;
  throw new InvalidInput(`${from.id} refers to "${ref}", which is no entity here but a ${object.type}.`);
}

export const danglingText = (from: StixObject, ref: string): string =>
  `${from.id} refers to "${ref.slice(0, 120)}", which is not in the file: add that object to it.`;

/** Where the predicate of the same words does not join such kinds, another does. */
const INSTEAD: { readonly [type: string]: readonly string[] } = {
  'located-at': ['located_in', 'located_at'],
};

/** A type without a predicate of its own is related_to, which has no direction: it notes which of the two it starts from. */
function joined(type: string, from: StixObject, to: StixObject, { vocabulary }: RecordDraft): ClaimWanted {
  const [subject, object] = [stixEntityId(from.id), stixEntityId(to.id)];
  const joins = (id: string, kinds: readonly [EntityKind, EntityKind]): boolean => {
    const predicate = vocabulary.findPredicate(id);
    return predicate?.subjectKinds.includes(kinds[0]) === true && predicate.objectKinds.includes(kinds[1]);
  };
  const words = type.toLowerCase().replaceAll('-', '_');
  const known = (Object.hasOwn(INSTEAD, type) ? INSTEAD[type] : undefined) ?? [words];
  const predicate = known.find(id => joins(id, [kindOf(from), kindOf(to)]));
  if (predicate !== undefined) return { subject, predicate, object };
  const qualifiers: Qualifier[] = [
    { name: 'relation', value: type },
    { name: 'from', entity: subject },
  ];
  return { subject, predicate: 'related_to', object, qualifiers };
}
