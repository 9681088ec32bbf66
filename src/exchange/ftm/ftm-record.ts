// A record of FollowTheMoney, however it was written down: an entity with the values of its properties, and which data set says each.
import type { ItemPlace } from '../import/importer.js';

export interface FtmValue {
  readonly property: string;
  readonly text: string;
  /** BCP 47. */
  readonly language?: string;
  /** As it stood where it was found, where that is told and other. */
  readonly original?: string;
  /** Names of the data sets of which at least one says it: one in statements, those of the entity else. */
  readonly said: readonly string[];
}

export interface FtmRecord {
  readonly id: string;
  readonly schema: string;
  readonly caption?: string;
  /** Other ids that mean the same entity. */
  readonly referents: readonly string[];
  readonly values: readonly FtmValue[];
  readonly place: ItemPlace;
  /** What of the record is gone already. */
  readonly lost: readonly string[];
}

/** Values that no property gives: what the record is, and the ids it had. */
export const SCHEMA = 'schema';
export const REFERENT = 'referent';

/** The data set of an export from here that stands for nobody: what is recorded without a source, such as names. */
export const OWN_DATA_SET = 'hearsay';

/** A record, or why there is none. */
export type FtmRead = FtmRecord | { readonly place: ItemPlace; readonly problem: string };

export const textsOf = ({ values }: Pick<FtmRecord, 'values'>, property: string): string[] => [
  ...new Set(values.filter(value => value.property === property).map(({ text }) => text)),
];

/** A record as each of its data sets tells it. Where no data set is told apart, there is one. */
export function recordsBySayer(record: FtmRecord): ReadonlyMap<string, FtmRecord> {
  const groups = new Map<string, FtmValue[]>();
  for (const value of record.values) {
    const key = value.said.join('\n');
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return new Map([...groups].map(([said, values]) => [said, { ...record, values }]));
}
