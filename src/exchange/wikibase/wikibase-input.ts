// Finds the entities in a file: one entity, `{ entities: { … } }` of the API, an array, or a dump with an entity on each line.
import { InvalidInput } from '../../domain/refusal.js';
import { linesOf, textOf } from '../import/import-text.js';
import type { ImportInput, ItemPlace } from '../import/importer.js';
import { MAX_JSON, readJsonInput, type JsonProblem } from '../json/json-input.js';
import type { JsonPath } from '../json/json-place.js';
import { readJson, type JsonText } from '../json/json-text.js';
import { WikibasePart } from './part.js';

/** Most characters of an entity on a line of a dump; the largest that Wikidata holds have about five million. */
const LONGEST_LINE = 16_000_000;

export interface WikibaseEntityRead {
  readonly entity: WikibasePart;
  /** Looked for only when its line or column is asked for, since that reads the text of the entity again. */
  readonly placeOf: (path: JsonPath) => ItemPlace;
}

export type Entities = () => AsyncIterable<WikibaseEntityRead | JsonProblem>;

/**
 * The entities of a file, as often as they are asked for; a dump is read line by line each time.
 * @throws InvalidInput where it is no JSON, or other JSON, here or while it is read.
 */
export async function openEntities(input: ImportInput): Promise<Entities> {
  if (await isByLines(input)) return () => entitiesByLine(input);
  const json = await readJsonInput(input);
  const entities = entityParts(input.name, json).map(entity => entityRead(input.name, entity, json));
  // eslint-disable-next-line @typescript-eslint/require-await -- dumps are read asynchronously
  return async function* () {
    yield* entities;
  };
}

/** Whether the first entity ends where its line does, beside a bracket or after one that stands alone. */
async function isByLines(input: ImportInput): Promise<boolean> {
  const line = (await firstLine(input)).replace(/[,\]]+$/, '');
  if (!line.startsWith('{') || /^\{\s*"entities"/.test(line)) return false;
  try {
    return !new WikibasePart(JSON.parse(line)).at('id').missing;
  } catch {
    return false;
  }
}

/** The first line that holds more than a bracket, without it; it may be the whole file. */
async function firstLine(input: ImportInput): Promise<string> {
  const pieces: string[] = [];
  let length = 0;
  for await (const text of textOf(input)) {
    const piece = length === 0 ? text.replace(/^[\s[]+/, '') : text;
    pieces.push(piece);
    length += piece.length;
    if (piece.includes('\n') || length > MAX_JSON) break;
  }
  return (pieces.join('').split('\n', 1)[0] ?? '').trimEnd();
}

async function* entitiesByLine(input: ImportInput): AsyncIterable<WikibaseEntityRead | JsonProblem> {
  let [first, listed, closed] = [true, false, false];
  let last = 1;
  for await (const { text, line } of linesOf(input, LONGEST_LINE)) {
    let rest = text.trimEnd();
    if (rest.trim() === '') continue;
    if (closed) throw broken(input.name, line, 'something follows after the bracket that closes the list');
    if (first && rest.trimStart().startsWith('[')) [listed, rest] = [true, rest.replace('[', ' ')];
    first = false;
    if (listed && rest.endsWith(']')) [closed, rest] = [true, rest.slice(0, -1).trimEnd()];
    if (rest.endsWith(',')) rest = rest.slice(0, -1);
    last = line;
    if (rest.trim() !== '') yield readLine(input.name, rest, line);
  }
  if (listed && !closed) throw broken(input.name, last, 'the list is not closed after this line');
}

const broken = (file: string, line: number, what: string): InvalidInput =>
  new InvalidInput(`${file}, line ${line}: ${what}: get the file anew, it is not whole.`, { file, line });

function readLine(file: string, text: string, line: number): WikibaseEntityRead | JsonProblem {
  try {
    const json = readJson(file, text, line);
    return entityRead(file, new WikibasePart(json.data), json);
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return { place: { file, line, ...error.place }, problem: error.message };
  }
}

function entityRead(file: string, entity: WikibasePart, json: JsonText): WikibaseEntityRead {
  return {
    entity,
    placeOf: path => {
      let found: Required<ItemPlace> | undefined;
      const find = (): Required<ItemPlace> => (found ??= json.placeOf(path));
      return {
        file,
        get line() {
          return find().line;
        },
        get column() {
          return find().column;
        },
      };
    },
  };
}

function entityParts(file: string, { data, placeOf }: JsonText): readonly WikibasePart[] {
  const whole = new WikibasePart(data);
  if (Array.isArray(data)) return whole.items();
  const entities = whole.at('entities');
  if (Array.isArray(entities.value)) return entities.items();
  if (entities.value instanceof Object) return entities.members().map(([, entity]) => entity);
  if (!whole.at('id').missing && typeof data === 'object') return [whole];
  const error = whole.at('error').at('info').value;
  const found =
    typeof error === 'string' ? `an answer of the API that says "${error.slice(0, 200)}"` : 'other JSON';
  throw new InvalidInput(
    `${file} is ${found}: an entity, \`{"entities": {…}}\`, or a dump with an entity on each line is expected.`,
    placeOf([]),
  );
}
