// Names in Popolo's records: whole, or in parts that are put together.
import type { NewName } from '../../domain/command.js';
import type { NameKind } from '../../domain/entity.js';
import { InvalidInput } from '../../domain/refusal.js';
import type { RecordDraft } from '../import/record-draft.js';
import { type JsonObject } from '../../domain/json.js';
import { idOf, loseOthers, objectsOf, textOf } from './popolo-members.js';
import type { PopoloRecord } from './popolo-record.js';

/** @throws InvalidInput where there is no name at all. */
export function labelOf({ class: kind, members }: PopoloRecord): string {
  const label = wholeName(members) ?? nameFromParts(members) ?? mainName(members) ?? textOf(members, 'role');
  if (label !== undefined) return label;
  throw new InvalidInput(`The ${kind} "${(idOf(members) ?? '').slice(0, 80)}" has no \`name\`: give it one.`);
}

const wholeName = (members: JsonObject): string | undefined =>
  textOf(members, 'name') ?? textOf(members, 'label');

/** Where all names are other names: the last that is marked as the main one, else the first. */
function mainName(members: JsonObject): string | undefined {
  const names = otherNames(members);
  const main = names
    .filter(name => /^(main|primary|official)\b/i.test(textOf(name, 'note') ?? ''))
    .sort((a, b) => (textOf(a, 'start_date') ?? '').localeCompare(textOf(b, 'start_date') ?? ''));
  return [...main.slice(-1), ...names].flatMap(name => nameText(name) ?? [])[0];
}

const otherNames = (members: JsonObject): readonly JsonObject[] => [
  ...objectsOf(members['other_names'], 'name'),
  ...objectsOf(members['other_labels'], 'label'),
];

const nameText = (name: JsonObject): string | undefined =>
  wholeName(name) ?? titledName(name) ?? nameFromParts(name);

function nameFromParts(members: JsonObject): string | undefined {
  const parts = ['given_name', 'additional_name', 'family_name'].flatMap(part => textOf(members, part) ?? []);
  return parts.length === 0 ? undefined : parts.join(' ');
}

/** `Lord Finch of Reedham`: titles of the House of Lords, as the files of its members write them. */
function titledName(name: JsonObject): string | undefined {
  const [of, lord] = [textOf(name, 'lordofname'), textOf(name, 'lordname')];
  if (of === undefined && lord === undefined) return undefined;
  const parts = [textOf(name, 'honorific_prefix'), lord, of === undefined ? undefined : `of ${of}`];
  return parts.filter(part => part !== undefined).join(' ');
}

const PARTS = ['given_name', 'additional_name', 'family_name'];
const TITLE_PARTS = ['honorific_prefix', 'lordname', 'lordofname'];

/** All names but the label. */
export function namesOf(members: JsonObject, draft: RecordDraft): NewName[] {
  return otherNames(members).flatMap(name => nameOf(name, draft) ?? []);
}

function nameOf(name: JsonObject, draft: RecordDraft): NewName | undefined {
  const given = nameText(name);
  if (given === undefined) draft.lose('other names without `name`');
  const text = given === undefined ? undefined : draft.text(given, 'name', 'an other name');
  if (text === undefined) return undefined;
  const parts = wholeName(name) !== undefined ? [] : titledName(name) === undefined ? PARTS : TITLE_PARTS;
  loseOthers(name, ['name', 'label', 'lang', 'language', ...parts], 'other names', draft);
  const language = textOf(name, 'lang') ?? textOf(name, 'language');
  const tag = language?.replaceAll('_', '-') ?? '';
  const known = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(tag);
  if (language !== undefined && !known) draft.lose('languages of other names that are no language tags');
  return { text, kind: kindOf(name), ...(known ? { language: tag } : {}) };
}

const FORMER = /\b(former|formerly|maiden|birth name|née|nee|previous|until)\b/i;
const ACRONYM = /\b(acronym|abbreviation|initials|short)\b/i;
const TRANSLITERATED = /\b(transliterat|romani[sz])/i;

/** A name that has an end is one that was. */
function kindOf(name: JsonObject): NameKind {
  const note = textOf(name, 'note') ?? '';
  if (textOf(name, 'end_date') !== undefined || FORMER.test(note)) return 'FORMER';
  if (ACRONYM.test(note)) return 'ACRONYM';
  return TRANSLITERATED.test(note) ? 'TRANSLITERATION' : 'ALIAS';
}
