// The shape of a MISP galaxy: a file of clusters, each a thing with names, loose `meta` members and relations to others.
import { isObject, type JsonObject } from '../../domain/json.js';
import { InvalidInput } from '../../domain/refusal.js';
import type { JsonPath } from '../json/json-place.js';
import type { JsonText } from '../json/json-text.js';

export interface Galaxy {
  readonly name: string;
  readonly type: string;
  readonly category: string;
  /** Who publishes it. */
  readonly source: string | undefined;
  readonly values: readonly unknown[];
  /** Members that nothing here reads. */
  readonly others: readonly string[];
}

const READ: readonly string[] = ['name', 'type', 'category', 'source', 'values'];

/** @throws InvalidInput where it is no galaxy file. */
export function readGalaxy({ data, placeOf }: JsonText): Galaxy {
  const refuse = (message: string, path: JsonPath): never => {
    const place = placeOf(path);
    throw new InvalidInput(`${place.file}, line ${place.line}: ${message}`, place);
  };
  if (!isObject(data)) return refuse('this is no MISP galaxy: an object is expected.', []);
  const { values } = data;
  if (!Array.isArray(values)) return refuse('this is no MISP galaxy: it has no list of `values`.', []);
  const text = (key: string): string =>
    textOf(data[key]) ?? refuse(`a MISP galaxy has a text as its \`${key}\`: name one.`, []);
  return {
    name: text('name'),
    type: text('type'),
    category: textOf(data['category']) ?? '',
    source: textOf(data['source']),
    values: values as readonly unknown[],
    others: Object.keys(data).filter(key => !READ.includes(key)),
  };
}

export interface Cluster {
  readonly uuid: string;
  readonly value: string;
  readonly description: string | undefined;
  readonly meta: JsonObject;
  readonly related: readonly unknown[];
  readonly others: readonly string[];
}

const CLUSTER: readonly string[] = ['uuid', 'value', 'description', 'meta', 'related'];

/** A cluster, or what is wrong with it. */
export function readCluster(data: unknown): Cluster | string {
  if (!isObject(data)) return 'This cluster is no object.';
  const { meta = {}, related = [] } = data;
  const [value, uuid] = [textOf(data['value']), textOf(data['uuid'])];
  if (value === undefined) return 'This cluster has no `value`, which is its name.';
  if (uuid === undefined) return `Cluster "${value.slice(0, 80)}" has no \`uuid\`.`;
  if (!isObject(meta)) return `The \`meta\` of "${value.slice(0, 80)}" is no object.`;
  if (!Array.isArray(related)) return `The \`related\` of "${value.slice(0, 80)}" is no list.`;
  const others = Object.keys(data).filter(key => !CLUSTER.includes(key));
  return { uuid: uuid.toLowerCase(), value, description: textOf(data['description']), meta, related, others };
}

/** A text that says something. */
export const textOf = (data: unknown): string | undefined =>
  typeof data === 'string' && data.trim() !== '' ? data.trim() : undefined;

/** The texts of a member that may hold one, or a list of them; undefined where it holds anything else. */
export function textsOf(data: unknown): readonly string[] | undefined {
  const list: readonly unknown[] = Array.isArray(data) ? data : [data];
  const texts = list.map(one => (typeof one === 'number' || typeof one === 'boolean' ? String(one) : one));
  return texts.every(one => typeof one === 'string')
    ? texts.map(one => one.trim()).filter(one => one !== '')
    : undefined;
}
