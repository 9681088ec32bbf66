// Records from FollowTheMoney's entities, one JSON object a line; those that lie within others are records of their own.
import { isObject } from '../../domain/json.js';
import { InvalidInput } from '../../domain/refusal.js';
import type { ItemPlace } from '../import/importer.js';
import type { JsonText } from '../json/json-text.js';
import { REFERENT, SCHEMA, type FtmRead, type FtmValue } from './ftm-record.js';

const KNOWN_MEMBERS: readonly string[] = ['id', 'schema', 'properties', 'datasets', 'caption', 'referents'];

/** The records of a line: the inner ones first. @param file the data set of entities that name none */
export function entityRecords(json: JsonText, file: string): readonly FtmRead[] {
  const records: FtmRead[] = [];
  const place = json.placeOf([]);
  try {
    gather(json.data, [file], place, records);
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return [{ place, problem: error.message }];
  }
  return records;
}

/** Adds the record and those within it; gives its id. */
function gather(data: unknown, outer: readonly string[], place: ItemPlace, records: FtmRead[]): string {
  const entity = isObject(data) ? data : {};
  const { id, schema, properties, caption } = entity;
  if (typeof id !== 'string' || id.trim() === '' || typeof schema !== 'string' || !isObject(properties)) {
    throw new InvalidInput(
      'This is no entity of FollowTheMoney: `id`, `schema` and `properties` are expected.',
    );
  }
  const datasets = texts(entity['datasets'] ?? entity['dataset']);
  const said = datasets.length > 0 ? [...new Set(datasets)].sort() : outer;
  const lost = Object.keys(entity).filter(key => !KNOWN_MEMBERS.includes(key) && key !== 'dataset');
  const referents = texts(entity['referents']).filter(referent => referent !== id);
  const values: FtmValue[] = [
    { property: SCHEMA, text: schema, said },
    ...referents.map(text => ({ property: REFERENT, text, said })),
  ];
  for (const [property, given] of Object.entries(properties)) {
    for (const value of Array.isArray(given) ? (given as unknown[]) : [given]) {
      const text = isObject(value) ? gather(value, said, place, records) : textOf(value, id, property);
      if (text !== '') values.push({ property, text, said });
    }
  }
  records.push({
    id,
    schema,
    ...(typeof caption === 'string' ? { caption } : {}),
    referents,
    values,
    place,
    lost: lost.map(key => `\`${key.slice(0, 40)}\` of the record`),
  });
  return id;
}

function textOf(value: unknown, id: string, property: string): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value === null) return '';
  throw new InvalidInput(
    `Entity "${id.slice(0, 80)}" has a list within the list of "${property.slice(0, 40)}": a list of texts is expected.`,
  );
}

const texts = (value: unknown): string[] =>
  (Array.isArray(value) ? (value as unknown[]) : [value]).filter(
    (text): text is string => typeof text === 'string' && text.trim() !== '',
  );
