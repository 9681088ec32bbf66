// From a record of a person, body or thing to its entity, its names, and what is said of it.
import type { EntityKind } from '../../domain/entity.js';
import type { NewName } from '../../domain/command.js';
import { normalized } from '../../domain/marks.js';
import type { RecordDraft, Says } from '../import/record-draft.js';
import { entityOfFtm, tellsFtmId } from './ftm-ids.js';
import type { FtmContext } from './ftm-index.js';
import {
  OWN_DATA_SET,
  recordsBySayer,
  REFERENT,
  SCHEMA,
  textsOf,
  type FtmRecord,
  type FtmValue,
} from './ftm-record.js';
import { ftmSchema } from './ftm-schema.js';
import { saysOf } from './ftm-sources.js';
import { valueClaim } from './ftm-value.js';

/** Schemata that follow from the kind alone. */
export const USUAL_SCHEMA: { readonly [kind in EntityKind]: string } = {
  PERSON: 'Person',
  ORGANIZATION: 'Organization',
  STATE: 'PublicBody',
  ROLE: 'Position',
  PLACE: 'Address',
  EVENT: 'Event',
  TOPIC: 'Asset',
};

/** Adds the entity, without what is said of it. */
export function addNode(record: FtmRecord, kind: EntityKind, context: FtmContext, draft: RecordDraft): void {
  const names = namesOf(record, context, draft);
  const sameAs = pagesOf(record, draft);
  draft.entity({
    id: entityOfFtm(record.id),
    kind,
    label: labelOf(record, names),
    ...descriptionOf(record),
    ...(names.length > 0 ? { names } : {}),
    ...(sameAs.length > 0 ? { sameAs } : {}),
  });
  for (const what of record.lost) draft.lose(what);
}

/** Of what came from here, the description that nobody says. */
function descriptionOf({ values }: FtmRecord): { readonly description?: string } {
  const own = values.find(({ property, said }) => property === 'summary' && said.join() === OWN_DATA_SET);
  return own ? { description: own.text } : {};
}

/** Adds what is said of the entity, by each of those who say it. */
export function describeNode(
  record: FtmRecord,
  kind: EntityKind,
  context: FtmContext,
  draft: RecordDraft,
): void {
  const subject = { id: entityOfFtm(record.id), kind };
  for (const [said, part] of recordsBySayer(record)) {
    if (said === OWN_DATA_SET) continue;
    const says = saysOf(part, part.values[0]?.said ?? [], context.index, draft);
    if (!tellsFtmId(record.id)) identify(subject.id, record.id, says, draft);
    for (const value of distinct(part.values)) {
      if (value.property === REFERENT) identify(subject.id, value.text, says, draft);
      else if (value.property !== SCHEMA || isTelling(value.text, kind)) {
        valueClaim(value, subject, context, says, draft);
      }
    }
  }
}

/** Rows of statements say what a record is time and again. */
const distinct = (values: readonly FtmValue[]): Iterable<FtmValue> =>
  new Map(values.map(value => [`${value.property}\n${value.text}`, value])).values();

/** A schema that tells more than the kind does, and nothing else than it. */
function isTelling(schema: string, kind: EntityKind): boolean {
  const read = ftmSchema(schema);
  return read?.is === 'NODE' && read.kind === kind && schema !== USUAL_SCHEMA[kind];
}

/** Its own id where ours does not tell it, and those that it had. */
function identify(subject: string, value: string, says: readonly Says[], draft: RecordDraft): void {
  const qualifiers = [{ name: 'scheme', value: 'ftm' }];
  draft.claimIfFit({ subject, predicate: 'identified_by', value, qualifiers }, says, 'an id');
}

function namesOf(record: FtmRecord, { meanings }: FtmContext, draft: RecordDraft): NewName[] {
  const seen = new Set<string>();
  return record.values.flatMap(({ property, text, language }) => {
    const meaning = meanings.get(property);
    if (meaning?.is !== 'NAME') return [];
    const kept = draft.text(text, 'name', `property "${property}"`);
    const key = `${kept}\n${language ?? ''}`;
    if (kept === undefined || seen.has(key)) return [];
    seen.add(key);
    return [{ text: kept, kind: meaning.kind, ...(language === undefined ? {} : { language }) }];
  });
}

/** Where there is no name, in this order. */
const INSTEAD_OF_NAME =
  'title username publicKey accountNumber iban caseNumber registrationNumber projectId callId summary description';
const LONGEST_LABEL = 300;

function labelOf(record: FtmRecord, names: readonly NewName[]): string {
  const called = textsOf(record, 'name');
  const caption = normalized(record.caption ?? '', ['caption']).trim();
  const known =
    names.find(({ text }) => text === caption) ?? names.find(({ text }) => called.includes(text)) ?? names[0];
  if (known) return known.text;
  const parts = ['firstName', 'middleName', 'lastName'].flatMap(part => textsOf(record, part)[0] ?? []);
  const instead = INSTEAD_OF_NAME.split(' ').flatMap(property => textsOf(record, property))[0];
  return (parts.join(' ') || instead || record.id).slice(0, LONGEST_LABEL);
}

function pagesOf(record: FtmRecord, draft: RecordDraft): string[] {
  const wikidata = textsOf(record, 'wikidataId').flatMap(id => {
    if (/^Q\d{1,12}$/.test(id)) return [`http://www.wikidata.org/entity/${id}`];
    draft.lose('property "wikidataId" that cannot be kept');
    return [];
  });
  const others = ['wikipediaUrl', 'opencorporatesUrl'].flatMap(property =>
    textsOf(record, property).flatMap(text => draft.url(text, `property "${property}"`) ?? []),
  );
  return [...new Set([...wikidata, ...others])];
}
