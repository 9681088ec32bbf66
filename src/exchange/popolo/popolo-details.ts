// What Popolo says of one entity by itself: dates, identifiers, contact details, links, and all plain members besides.
import type { Qualifier } from '../../domain/claim.js';
import type { RecordDraft, Says } from '../import/record-draft.js';
import type { PopoloKnown } from './popolo-entities.js';
import { pageOf } from './popolo-identifiers.js';
import { type JsonObject } from '../../domain/json.js';
import { isBlank, loseOthers, objectsOf, plainTexts, textOf } from './popolo-members.js';
import { isSource } from './popolo-sources.js';
import { dateOf, tellsTimeOfDay, validTime } from './popolo-time.js';

const DATES: { readonly [member: string]: string } = {
  birth_date: 'born_on',
  death_date: 'died_on',
  founding_date: 'founded_on',
  dissolution_date: 'dissolved_on',
};

/** JsonObject with a place of their own, here or in `popolo-relations`. */
const ELSEWHERE: readonly string[] = [
  ...['id', '_id', '@type', '@context', 'name', 'label', 'other_names', 'other_labels', 'gender', 'email'],
  ...[
    'identifiers',
    'identifier',
    'links',
    'sources',
    'contact_details',
    'attendee_ids',
    ...Object.keys(DATES),
  ],
];
export const BOOKKEEPING: readonly string[] = ['created_at', 'updated_at'];

/** @param own other members that are read elsewhere */
export function describe(
  known: PopoloKnown,
  own: readonly string[],
  says: readonly Says[],
  draft: RecordDraft,
): void {
  const { id: subject, kind, record } = known;
  const { members } = record;
  for (const [member, predicate] of Object.entries(DATES)) {
    const date = textOf(members, member);
    if (date === undefined) continue;
    if (!draft.joins(predicate, kind)) plain(subject, member, date, [], says, draft);
    else draft.claimIfFit({ subject, predicate, value: dateOf(date) }, says, `member "${member}"`);
  }
  if (tellsTimeOfDay(members, Object.keys(DATES))) draft.lose('times of day');
  const gender = textOf(members, 'gender');
  if (gender !== undefined && kind === 'PERSON') {
    draft.claimIfFit({ subject, predicate: 'has_gender', value: gender }, says, 'member "gender"');
  }
  identifiers(known, says, draft);
  contacts(known, says, draft);
  links(known, says, draft);
  for (const [member, value] of Object.entries(members)) {
    if (ELSEWHERE.includes(member) || own.includes(member) || isBlank(value) || isSource(member, value))
      continue;
    const texts = BOOKKEEPING.includes(member) ? null : plainTexts(value);
    if (texts === null) draft.lose(`member "${member.slice(0, 60)}"`);
    for (const text of texts ?? []) plain(subject, PROPERTIES.get(member) ?? member, text, [], says, draft);
  }
}

/** What a list of data sets is called where it has one entry. */
const PROPERTIES: ReadonlyMap<string, string> = new Map([['images', 'image']]);

function plain(
  subject: string,
  member: string,
  value: string,
  qualifiers: readonly Qualifier[],
  says: readonly Says[],
  draft: RecordDraft,
): void {
  const all = [{ name: 'property', value: member }, ...qualifiers];
  const wanted = { subject, predicate: 'has_property', value, qualifiers: all };
  draft.claimIfFit(wanted, says, `member "${member.slice(0, 60)}"`);
}

function identifiers({ id: subject, record }: PopoloKnown, says: readonly Says[], draft: RecordDraft): void {
  const own = textOf(record.members, 'identifier');
  const given: JsonObject[] = [...objectsOf(record.members['identifiers'], 'identifier')];
  if (own !== undefined) given.push({ identifier: own });
  for (const one of given) {
    const value = textOf(one, 'identifier');
    if (value === undefined) draft.lose('identifiers without `identifier`');
    loseOthers(one, ['identifier', 'scheme'], 'identifiers', draft);
    if (value === undefined || pageOf(one) !== undefined) continue;
    const qualifiers = qualified([['scheme', textOf(one, 'scheme')]]);
    draft.claimIfFit({ subject, predicate: 'identified_by', value, qualifiers }, says, 'an identifier');
  }
}

function contacts(known: PopoloKnown, says: readonly Says[], draft: RecordDraft): void {
  const { members } = known.record;
  for (const one of objectsOf(members['contact_details'], 'value')) contact(one, known, says, draft);
  for (const { value } of objectsOf(members['email'], 'value'))
    contact({ type: 'email', value }, known, says, draft);
}

function contact(
  one: JsonObject,
  { id: subject, kind }: PopoloKnown,
  says: readonly Says[],
  draft: RecordDraft,
): void {
  const [value, channel = 'contact'] = [textOf(one, 'value'), textOf(one, 'type')];
  if (value === undefined) {
    draft.lose('contact details without `value`');
    return;
  }
  const more = qualified([
    ['note', textOf(one, 'note')],
    ['label', textOf(one, 'label')],
  ]);
  const isReached = draft.joins('reached_at', kind);
  const times = isReached ? ['valid_from', 'valid_until'] : [];
  loseOthers(one, ['value', 'type', 'note', 'label', ...times], 'contact details', draft);
  if (!isReached) {
    plain(subject, channel, value, more, says, draft);
    return;
  }
  const qualifiers = [{ name: 'channel', value: channel }, ...more];
  const wanted = {
    subject,
    predicate: 'reached_at',
    value,
    ...validTime(one, draft, 'valid_from', 'valid_until'),
  };
  draft.claimIfFit({ ...wanted, qualifiers }, says, 'a contact detail');
}

function links({ id: subject, record }: PopoloKnown, says: readonly Says[], draft: RecordDraft): void {
  for (const one of objectsOf(record.members['links'], 'url')) {
    const [url, note] = [textOf(one, 'url'), textOf(one, 'note')];
    loseOthers(one, ['url', 'note'], 'links', draft);
    if (url === undefined) draft.lose('links without `url`');
    // The address shows that it is Wikipedia's.
    else if (pageOf(one) === undefined) plain(subject, 'link', url, qualified([['note', note]]), says, draft);
    else if (note !== undefined && !/^wiki(pedia|data)\b/i.test(note))
      draft.lose('`note` of links to Wikipedia and Wikidata');
  }
}

/** Qualifiers of those that are given. */
export const qualified = (
  given: readonly (readonly [name: string, value: string | undefined])[],
): Qualifier[] => given.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
