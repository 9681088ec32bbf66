// JSON in attributes of our own graph files, read as one reads what anybody may have changed since.
import { isObject, type JsonObject } from '../../domain/json.js';
import type { Qualifier } from '../../domain/claim.js';
import { InvalidInput } from '../../domain/refusal.js';
import { readJson } from '../json/json-text.js';

/** The objects of a list; none where there is no text. @throws InvalidInput where it is no list of objects. */
export function ownList(name: string, text: string | undefined): readonly JsonObject[] {
  if (text === undefined) return [];
  const data = readList(name, text);
  if (Array.isArray(data) && data.every(isObject)) return data;
  throw new InvalidInput(`The attribute "${name}" is no JSON list of objects: leave it as it was exported.`);
}

function readList(name: string, text: string): unknown {
  try {
    return readJson(name, text).data;
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    // Its place is one within the attribute: that of the record is told.
    throw new InvalidInput(`The attribute ${error.message}`);
  }
}

/** Texts, and numbers as texts. */
export function textIn(members: JsonObject, name: string): string | undefined {
  const value = Object.hasOwn(members, name) ? members[name] : undefined;
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : undefined;
}

export const objectIn = (members: JsonObject, name: string): JsonObject | undefined =>
  [Object.hasOwn(members, name) ? members[name] : undefined].find(isObject);

/** Checked further where the claim is made. */
export function qualifierOf(members: JsonObject): Qualifier {
  const [entity, value] = [textIn(members, 'entity'), textIn(members, 'value')];
  return {
    name: textIn(members, 'name') ?? '',
    ...(entity === undefined ? {} : { entity }),
    ...(value === undefined ? {} : { value }),
  };
}
