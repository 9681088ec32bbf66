// A STIX bundle with its objects by id, the newest version of each, as far as they have what every object of STIX has.
import { isObject, type JsonObject } from '../../domain/json.js';
import { InvalidInput } from '../../domain/refusal.js';
import type { FindEntity } from '../import/importer.js';
import type { JsonPath } from '../json/json-place.js';
import type { JsonText } from '../json/json-text.js';

export interface StixObject {
  readonly id: string;
  readonly type: string;
  readonly data: JsonObject;
  /** Its place among the objects of the bundle. */
  readonly index: number;
}

export interface StixFile {
  readonly objects: ReadonlyMap<string, StixObject>;
  /** Members of the list that are no objects of STIX, with what is wrong. */
  readonly faults: readonly { readonly index: number; readonly problem: string }[];
  /** Indices of versions that a newer one replaces, or that come twice. */
  readonly older: readonly number[];
  /** Tells the kind of what the file only refers to, where an earlier one told it. */
  readonly find: FindEntity;
}

const ID = /^([a-z0-9-]{3,250})--[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** @throws InvalidInput where it is no bundle. */
export function readStix(json: JsonText, find: FindEntity): StixFile {
  const objects = new Map<string, StixObject>();
  const faults: { index: number; problem: string }[] = [];
  const older: number[] = [];
  for (const [index, data] of objectsIn(json).entries()) {
    const read = readObject(data, index);
    if (typeof read === 'string') {
      faults.push({ index, problem: read });
      continue;
    }
    const known = objects.get(read.id);
    if (known && versionOf(known) >= versionOf(read)) older.push(index);
    else {
      if (known) older.push(known.index);
      objects.set(read.id, read);
    }
  }
  return { objects, faults, older: older.sort((a, b) => a - b), find };
}

/** What an id says that its object is; undefined where it is no id. */
export const typeOfId = (id: string): string | undefined => ID.exec(id)?.[1];

/** A bundle, or what a TAXII server answers, which lacks the type. */
function objectsIn({ data, placeOf }: JsonText): readonly unknown[] {
  const refuse = (message: string, path: JsonPath): never => {
    const place = placeOf(path);
    throw new InvalidInput(`${place.file}, line ${place.line}: ${message}`, place);
  };
  if (!isObject(data)) return refuse('this is no STIX bundle: an object is expected.', []);
  const { type = 'bundle', objects } = data;
  if (type !== 'bundle') return refuse('this is no STIX bundle: its `type` is another.', []);
  return Array.isArray(objects)
    ? (objects as unknown[])
    : refuse('this is no STIX bundle: it has no list of `objects`.', []);
}

function readObject(data: unknown, index: number): StixObject | string {
  if (!isObject(data)) return 'This member of `objects` is no object.';
  const { id, type } = data;
  if (typeof id !== 'string' || typeof type !== 'string') return 'This object has no `id` or no `type`.';
  const kept = id.toLowerCase();
  if (ID.exec(kept)?.[1] === type) return { id: kept, type, data, index };
  return `"${id.slice(0, 100)}" is no id for a ${type.slice(0, 60)}: its type, two hyphens and a UUID are expected.`;
}

/** Texts in the order of their times, of whatever precision: without the Z, a whole second comes before its parts. */
const versionOf = ({ data: { modified } }: StixObject): string =>
  typeof modified === 'string' ? modified.replace(/Z$/, '') : '';

export const textIn = (data: JsonObject, key: string): string | undefined => {
  const text = data[key];
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;
};

/** The texts of a member that may hold one, or a list of them; undefined where it holds anything else. */
export function textsIn(data: JsonObject, key: string): readonly string[] | undefined {
  const member = data[key] ?? [];
  const list: readonly unknown[] = Array.isArray(member) ? member : [member];
  const texts = list.map(one => (typeof one === 'number' || typeof one === 'boolean' ? String(one) : one));
  return texts.every(one => typeof one === 'string') ? texts.filter(one => one.trim() !== '') : undefined;
}

/** Ids that a member refers to. */
export const refsIn = (data: JsonObject, key: string): readonly string[] =>
  (textsIn(data, key) ?? []).map(ref => ref.toLowerCase());
