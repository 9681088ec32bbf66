// What Popolo says of one entity by itself: dates, identifiers, contact details, links, and all plain members besides.
import type { Qualifier } from '../../domain/claim.js';
import type { RecordDraft, Says } from '../import/record-draft.js';
import type { PopoloKnown } from './popolo-entities.js';
import { pageOf } from './popolo-identifiers.js';
import { objectsOf, textOf, type Members } from './popolo-record.js';
import { dateOf, validTime } from './popolo-time.js';

const DATES: { readonly [member: string]: string } = {
  birth_date: 'born_on',
  death_date: 'died_on',
  founding_date: 'founded_on',
  dissolution_date: 'dissolved_on',
};

/** Members with a place of their own, here or in `popolo-relations`. */
const ELSEWHERE: readonly string[] = [
  ...['id', '_id', '@type', '@context', 'other_names', 'other_labels', 'identifiers', 'identifier', 'links'],
  ...[
    'sources',
    'contact_details',
    'email',
    'name',
    'label',
    'gender',
    'attendee_ids',
    ...Object.keys(DATES),
  ],
];
const BOOKKEEPING: readonly string[] = ['created_at', 'updated_at'];

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
  const gender = textOf(members, 'gender');
  if (gender !== undefined && kind === 'PERSON') {
    draft.claimIfFit({ subject, predicate: 'has_gender', value: gender }, says, 'member "gender"');
  }
  identifiers(known, says, draft);
  contacts(known, says, draft);
  links(known, says, draft);
  for (const [member, value] of Object.entries(members)) {
    if (ELSEWHERE.includes(member) || own.includes(member) || isBlank(value)) continue;
    const text = textOf(members, member);
    const what = `member "${member.slice(0, 60)}"`;
    if (BOOKKEEPING.includes(member) || text === undefined) draft.lose(what);
    else plain(subject, member, text, [], says, draft);
  }
}

const isBlank = (value: unknown): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

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
  const given: Members[] = [...objectsOf(record.members['identifiers'])];
  if (own !== undefined) given.push({ identifier: own });
  for (const one of given) {
    const value = textOf(one, 'identifier');
    if (value === undefined || pageOf(one) !== undefined) continue;
    const qualifiers = qualified([['scheme', textOf(one, 'scheme')]]);
    draft.claimIfFit({ subject, predicate: 'identified_by', value, qualifiers }, says, 'an identifier');
  }
}

function contacts(
  { id: subject, kind, record }: PopoloKnown,
  says: readonly Says[],
  draft: RecordDraft,
): void {
  const email = textOf(record.members, 'email');
  const given: Members[] = [...objectsOf(record.members['contact_details'])];
  if (email !== undefined) given.push({ type: 'email', value: email });
  for (const one of given) {
    const [value, channel = 'contact'] = [textOf(one, 'value'), textOf(one, 'type')];
    if (value === undefined) continue;
    const more = qualified([
      ['note', textOf(one, 'note')],
      ['label', textOf(one, 'label')],
    ]);
    if (!draft.joins('reached_at', kind)) {
      plain(subject, channel, value, more, says, draft);
      continue;
    }
    const qualifiers = [{ name: 'channel', value: channel }, ...more];
    const wanted = {
      subject,
      predicate: 'reached_at',
      value,
      ...validTime(one, 'valid_from', 'valid_until'),
      qualifiers,
    };
    draft.claimIfFit(wanted, says, 'a contact detail');
  }
}

function links({ id: subject, record }: PopoloKnown, says: readonly Says[], draft: RecordDraft): void {
  for (const one of objectsOf(record.members['links'])) {
    const url = textOf(one, 'url');
    if (url === undefined || pageOf(one) !== undefined) continue;
    plain(subject, 'link', url, qualified([['note', textOf(one, 'note')]]), says, draft);
  }
}

/** Qualifiers of those that are given. */
export const qualified = (
  given: readonly (readonly [name: string, value: string | undefined])[],
): Qualifier[] => given.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
