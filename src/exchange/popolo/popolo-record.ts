// Popolo's records, however they lie in the document: in arrays by class, alone, in one array, or within each other.
import type { JsonPath } from '../json/json-place.js';
import { isObject, type JsonObject } from '../../domain/json.js';
import { idOf, textOf } from './popolo-members.js';

export const CLASSES = ['area', 'organization', 'person', 'post', 'event', 'membership'] as const;
export type PopoloClass = (typeof CLASSES)[number];

export interface PopoloRecord {
  readonly class: PopoloClass;
  readonly members: JsonObject;
  readonly path: JsonPath;
}

/** A record, or why there is none. */
export type PopoloRead =
  | PopoloRecord
  | { readonly path: JsonPath; readonly problem: string }
  | { readonly path: JsonPath; readonly skipped: string };

export interface PopoloDocument {
  readonly reads: readonly PopoloRead[];
  /** What of the document is in no record. */
  readonly lost: readonly string[];
}

const ARRAYS: { readonly [key: string]: PopoloClass } = {
  areas: 'area',
  organizations: 'organization',
  persons: 'person',
  people: 'person',
  posts: 'post',
  events: 'event',
  memberships: 'membership',
};
const VOTING: readonly string[] = ['motions', 'vote_events', 'votes', 'counts', 'speeches'];
const SKIPPED = 'motions, votes, counts and speeches';
const REDIRECTED = 'records that only name the one which took their place (`redirect`)';

/** Null where it is no Popolo document at all. */
export function popoloDocument(data: unknown): PopoloDocument | null {
  if (Array.isArray(data)) return { reads: data.flatMap((one, index) => readOne(one, [index])), lost: [] };
  if (!isObject(data)) return null;
  const keys = Object.keys(data);
  const arrays = keys.filter(
    key => Array.isArray(data[key]) && (Object.hasOwn(ARRAYS, key) || VOTING.includes(key)),
  );
  const isOne = idOf(data) !== undefined || Object.hasOwn(data, 'name');
  if ((isOne || arrays.length === 0) && classOf(data) !== null) return { reads: readOne(data, []), lost: [] };
  if (arrays.length === 0) return null;
  const reads = arrays.flatMap(key =>
    (data[key] as unknown[]).flatMap((one, index): readonly PopoloRead[] => {
      const kind = ARRAYS[key];
      return kind === undefined
        ? [{ path: [key, index], skipped: SKIPPED }]
        : readAs(kind, one, [key, index]);
    }),
  );
  return {
    reads,
    lost: keys.filter(key => !arrays.includes(key)).map(key => `\`${key.slice(0, 40)}\` of the file`),
  };
}

function readOne(data: unknown, path: JsonPath): readonly PopoloRead[] {
  const kind = isObject(data) ? classOf(data) : null;
  if (kind !== null) return readAs(kind, data, path);
  const problem =
    'It does not tell what it is: put it into an array `persons`, `organizations`, `memberships`, `posts`, `areas` or `events`.';
  return [{ path, problem }];
}

/** JsonObject that only one class has, the most telling first. */
const TELLING: readonly (readonly [PopoloClass, readonly string[]])[] = [
  ['membership', ['person_id', 'member_id', 'post_id', 'on_behalf_of_id']],
  [
    'person',
    ['given_name', 'family_name', 'birth_date', 'death_date', 'gender', 'honorific_prefix', 'memberships'],
  ],
  ['organization', ['founding_date', 'dissolution_date', 'classifications', 'posts']],
  ['post', ['label']],
  ['area', ['geometry']],
  ['event', ['attendees', 'location']],
];

function classOf(members: JsonObject): PopoloClass | null {
  const type = [members['@type'], members['type'], members['@context']].find(one => typeof one === 'string');
  const named = CLASSES.find(one => new RegExp(`(^|[/:])${one}(\\.jsonld)?$`, 'i').test(type ?? ''));
  return named ?? TELLING.find(([, keys]) => keys.some(key => Object.hasOwn(members, key)))?.[0] ?? null;
}

/** JsonObject that may hold another record whole, where `<name>_id` would hold its id. */
const WITHIN: { readonly [key: string]: PopoloClass | 'same' } = {
  area: 'area',
  organization: 'organization',
  on_behalf_of: 'organization',
  person: 'person',
  member: 'person',
  post: 'post',
  parent: 'same',
};

/** The record and those within it: each other is a record of its own, and stands here by its id. */
function readAs(kind: PopoloClass, data: unknown, path: JsonPath): readonly PopoloRead[] {
  if (!isObject(data)) return [{ path, problem: `A ${kind} must be an object.` }];
  if (textOf(data, 'redirect') !== undefined) return [{ path, skipped: REDIRECTED }];
  const members: Record<string, unknown> = { ...data };
  const within: PopoloRead[] = [];
  for (const [key, one] of Object.entries(WITHIN)) {
    const other = members[key];
    if (!isObject(other) || idOf(other) === undefined) continue;
    within.push(...readAs(one === 'same' ? kind : one, other, [...path, key]));
    members[`${key}_id`] ??= idOf(other);
    Reflect.deleteProperty(members, key);
  }
  for (const [key, one] of [
    ['memberships', 'membership'],
    ['posts', 'post'],
    ['attendees', 'person'],
  ] as const) {
    const others = members[key];
    if (!Array.isArray(others)) continue;
    Reflect.deleteProperty(members, key);
    if (one === 'person')
      members['attendee_ids'] = others.map((other: unknown) => (isObject(other) ? idOf(other) : other));
    const link = { [`${kind}_id`]: idOf(members) };
    within.push(
      ...others.flatMap((other: unknown, index) =>
        readAs(one, isObject(other) && one !== 'person' ? { ...link, ...other } : other, [
          ...path,
          key,
          index,
        ]),
      ),
    );
  }
  return [{ class: kind, members, path }, ...within];
}
