// JsonObject of Popolo's objects, as data sets write them: numbers for texts, a text for an object, one where a list is expected.
import { isObject, type JsonObject } from '../../domain/json.js';
import type { RecordDraft } from '../import/record-draft.js';

/** `id` as most write it, `_id` as databases do. */
export const idOf = (members: JsonObject): string | undefined =>
  textOf(members, 'id') ?? textOf(members, '_id');

/** A text that is not blank; numbers are texts too. */
export function textOf(members: JsonObject, key: string): string | undefined {
  return textIn(Object.hasOwn(members, key) ? members[key] : undefined);
}

function textIn(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** The id that a member names, also where it stands alone in a list. */
export function referenceOf(members: JsonObject, key: string): string | undefined {
  const value = Object.hasOwn(members, key) ? members[key] : undefined;
  return textIn(Array.isArray(value) && value.length === 1 ? (value as unknown[])[0] : value);
}

/** The objects of a list, or the one in its place. @param text the member that a mere text stands for */
export function objectsOf(value: unknown, text: string): readonly JsonObject[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all.flatMap(one => {
    if (isObject(one)) return [one];
    const alone = textIn(one);
    return alone === undefined ? [] : [{ [text]: alone }];
  });
}

/** What a member says in plain texts: a list of them too, and objects that hold nothing but a name or an address. Null where it is more. */
export function plainTexts(value: unknown): readonly string[] | null {
  if (Array.isArray(value)) {
    const all = value.map(plainTexts);
    return all.includes(null) ? null : all.flatMap(texts => texts ?? []);
  }
  if (typeof value === 'boolean') return [String(value)];
  if (isObject(value)) {
    const told = Object.entries(value).filter(([, one]) => !isBlank(one));
    const [only, ...others] = told;
    return only && others.length === 0 && ['name', 'label', 'url'].includes(only[0])
      ? plainTexts(only[1])
      : null;
  }
  const text = textIn(value);
  return text === undefined ? null : [text];
}

export const isBlank = (value: unknown): boolean =>
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

/** Names what an object holds beside the members that are read. @param what e.g. `links` */
export function loseOthers(one: JsonObject, read: readonly string[], what: string, draft: RecordDraft): void {
  for (const [key, value] of Object.entries(one)) {
    if (!read.includes(key) && !isBlank(value)) draft.lose(`\`${key.slice(0, 60)}\` of ${what}`);
  }
}
