// The files of ICEWS14, or the first of its events, or files of the same form where it is not at hand.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomFrom } from '../random-from.js';

export interface EventTable {
  /** Name and number. */
  readonly actors: string;
  /** Numbers of subject, relation, object and day. */
  readonly events: readonly string[];
}

const ACTORS = 7_128;
const RELATIONS = 200;

export function partOfTable(data: string, folder: string, most: number): EventTable {
  const files = ['train.txt', 'valid.txt', 'test.txt'].map(name => readFileSync(join(data, name), 'utf8'));
  const lines = files.flatMap(text => text.split('\n').filter(line => line !== ''));
  return written(folder, readFileSync(join(data, 'entity2id.txt'), 'utf8'), lines.slice(0, most));
}

export function madeTable(_: string, folder: string, most: number): EventTable {
  const random = randomFrom(most);
  const below = (end: number): number => Math.floor(random() * end);
  const actors = Array.from({ length: ACTORS }, (_, at) => `Actor ${at}\t${at}\n`);
  // Few actors are in most events, as in the real ones.
  const actor = (): number => Math.floor(random() ** 3 * ACTORS);
  const lines = Array.from({ length: most }, () =>
    [actor(), below(RELATIONS), actor(), below(365)].join('\t'),
  );
  return written(folder, actors.join(''), lines);
}

function written(folder: string, actors: string, events: readonly string[]): EventTable {
  mkdirSync(folder);
  const table = { actors: join(folder, 'actors.txt'), events: [join(folder, 'events.txt')] };
  writeFileSync(table.actors, actors);
  writeFileSync(join(folder, 'events.txt'), `${events.join('\n')}\n`);
  return table;
}
