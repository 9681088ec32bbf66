// Objects of STIX that are entities here: what kind each is, and how it is added.
import { ENTITY_KINDS, type EntityKind } from '../../domain/entity.js';
import type { EntityId } from '../../domain/ids.js';
import { entityIdOf } from '../import/entity-key.js';
import type { RecordDraft } from '../import/record-draft.js';
import { isObject } from '../../domain/json.js';
import { textIn, textsIn, typeOfId, type StixFile, type StixObject } from './stix-file.js';

/** Objects that are claims, sources or rules for handling here. */
const NO_ENTITIES: readonly string[] = [
  ...['relationship', 'sighting', 'report', 'grouping', 'note', 'opinion'],
  ...['marking-definition', 'extension-definition', 'language-content'],
];

export const isEntity = ({ type }: Pick<StixObject, 'type'>): boolean => !NO_ENTITIES.includes(type);

const KINDS: { readonly [type: string]: EntityKind } = {
  'threat-actor': 'ORGANIZATION',
  'intrusion-set': 'ORGANIZATION',
  campaign: 'EVENT',
  incident: 'EVENT',
};

const CLASSES: { readonly [identityClass: string]: EntityKind } = {
  individual: 'PERSON',
  class: 'TOPIC',
  system: 'TOPIC',
};

const classOf = (identityClass: string): EntityKind =>
  (Object.hasOwn(CLASSES, identityClass) ? CLASSES[identityClass] : undefined) ?? 'ORGANIZATION';

/** Everything that is no actor, event or place is a topic. Our own exports say the kind where STIX has none. */
export function kindOf({ type, data }: StixObject): EntityKind {
  const own = ENTITY_KINDS.find(kind => kind === data['x_hearsay_kind']);
  if (own) return own;
  if (type === 'identity') return classOf(textIn(data, 'identity_class') ?? '');
  if (type !== 'location') return Object.hasOwn(KINDS, type) ? (KINDS[type] ?? 'TOPIC') : 'TOPIC';
  const within = ['administrative_area', 'city', 'street_address', 'latitude', 'longitude'];
  return textIn(data, 'country') !== undefined && within.every(key => data[key] === undefined)
    ? 'STATE'
    : 'PLACE';
}

export const stixEntityId = (id: string): EntityId => entityIdOf('stix', id);

export function addEntity(object: StixObject, draft: RecordDraft): EntityId {
  const { id, data } = object;
  const language = languageOf(object);
  const label = labelOf(object);
  const aliases = aliasesOf(object, draft);
  const names = [...(language === undefined ? [] : [label]), ...aliases].map(text => ({ text, ...language }));
  const description = draft.beginning(textIn(data, 'description') ?? '', 'note', 'description');
  const sameAs = pagesOf(object).flatMap(url => draft.url(url, 'address of an external reference') ?? []);
  return draft.entity({
    id: stixEntityId(id),
    kind: kindOf(object),
    label,
    ...(names.length === 0 ? {} : { names }),
    ...(description === undefined ? {} : { description }),
    ...(sameAs.length === 0 ? {} : { sameAs }),
  });
}

/** ATT&CK has a member of its own for other names of software, since STIX 2.0 had none. */
function aliasesOf({ data }: StixObject, draft: RecordDraft): readonly string[] {
  const listed = ['aliases', 'x_mitre_aliases'].flatMap(key => {
    const texts = textsIn(data, key);
    if (texts === undefined) draft.lose(`property "${key}" that is no list of texts`);
    return texts ?? [];
  });
  return [...new Set(listed)].flatMap(name => draft.text(name, 'name', 'alias') ?? []);
}

/** Adds what the file only refers to, as its id tells it; undefined where that is no id of an entity. */
export function referTo(id: string, { find }: StixFile, draft: RecordDraft): StixObject | undefined {
  const type = typeOfId(id);
  const known = find(stixEntityId(id));
  if (type === undefined || !isEntity({ type })) return undefined;
  if (!known || known.provisional) draft.lose(`object "${id}", of which the file has no more than its id`);
  const object = { id, type, data: known ? { x_hearsay_kind: known.kind } : {}, index: -1 };
  draft.entity({ id: stixEntityId(id), kind: kindOf(object), label: id, provisional: true });
  return object;
}

/** Observables have a value instead of a name; some objects have neither. */
export const labelOf = ({ id, data }: StixObject): string =>
  textIn(data, 'name') ?? textIn(data, 'value') ?? textIn(data, 'country') ?? textIn(data, 'region') ?? id;

function languageOf({ data }: StixObject): { language: string } | undefined {
  const language = textIn(data, 'lang');
  return language !== undefined && LANGUAGE.test(language) ? { language } : undefined;
}

export const LANGUAGE = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;

/** Where somebody who gave the object an id of their own describes it. */
function pagesOf({ data: { external_references: references } }: StixObject): readonly string[] {
  const list: readonly unknown[] = Array.isArray(references) ? references : [];
  return list.flatMap(one =>
    isObject(one) && one['external_id'] !== undefined ? (textIn(one, 'url') ?? []) : [],
  );
}
