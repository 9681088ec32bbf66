// Reads the records of a FollowTheMoney file. Its first line shows whether it holds entities or statements, and in which form.
import { InvalidInput } from '../../domain/refusal.js';
import { linesOf } from '../import/import-text.js';
import type { ImportInput } from '../import/importer.js';
import { jsonLines } from '../json/json-input.js';
import { readJson, type JsonText } from '../json/json-text.js';
import { csvRows } from '../table/csv-rows.js';
import { TableRow } from '../table/row.js';
import { entityRecords } from './ftm-entities.js';
import type { FtmRead } from './ftm-record.js';
import { statementRecords, type StatementRead } from './ftm-statements.js';

/** @throws InvalidInput where the file is neither. */
export async function* ftmRecords(input: ImportInput): AsyncIterable<FtmRead> {
  const form = await formOf(input);
  if (form === 'ENTITIES') yield* entities(input);
  else if (form !== null)
    yield* statementRecords(form === 'CSV' ? csvStatements(input) : jsonStatements(input));
}

type Form = 'ENTITIES' | 'STATEMENTS' | 'CSV';

/** Null for a file without a line. */
async function formOf(input: ImportInput): Promise<Form | null> {
  const { name: file } = input;
  for await (const { text, line } of linesOf(input)) {
    if (text.trim() === '') continue;
    if (/^"?[a-z_]+"?(,"?[a-z_]+"?)+$/.test(text.trim())) return 'CSV';
    const { data } = readJson(file, text, line);
    const has = (key: string): boolean =>
      data !== null && typeof data === 'object' && Object.hasOwn(data, key);
    if (has('properties')) return 'ENTITIES';
    if (has('prop')) return 'STATEMENTS';
    throw new InvalidInput(
      `${file}, line ${line}: neither an entity nor a statement of FollowTheMoney: an object with \`id\`, \`schema\` and \`properties\`, or with \`prop\` and \`value\`, is expected on each line.`,
      { file, line },
    );
  }
  return null;
}

async function* entities(input: ImportInput): AsyncIterable<FtmRead> {
  const dataSet = fileTitle(input.name);
  for await (const read of jsonLines(input)) {
    if ('problem' in read) yield read;
    else yield* entityRecords(read, dataSet);
  }
}

/** `people` of `/data/people.ftm.json.gz`. */
export const fileTitle = (name: string): string =>
  name.replace(/^.*[\\/]/, '').replace(/(\.(gz|json|jsonl|ndjson|ijson|ftm))+$/, '') || name;

async function* jsonStatements(input: ImportInput): AsyncIterable<StatementRead> {
  for await (const read of jsonLines(input)) yield 'problem' in read ? read : statementOf(read);
}

function statementOf(json: JsonText): StatementRead {
  const { data } = json;
  const place = json.placeOf([]);
  if (data === null || typeof data !== 'object' || Array.isArray(data)) {
    return { place, problem: 'This line is JSON, but no object: a statement is expected.' };
  }
  const members = Object.entries(data).filter(([, value]) =>
    ['string', 'number', 'boolean'].includes(typeof value),
  );
  return { place, row: new Map(members.map(([key, value]) => [key, String(value).trim()])) };
}

const NEEDED: ReadonlySet<string> = new Set(['entity_id', 'schema', 'prop', 'value', 'dataset']);
const COLUMNS = [
  ...NEEDED,
  'canonical_id',
  'lang',
  'original_value',
  'first_seen',
  'last_seen',
  'external',
  'origin',
];

async function* csvStatements(input: ImportInput): AsyncIterable<StatementRead> {
  for await (const read of csvRows(input, { format: 'csv' }, NEEDED)) {
    if (!(read instanceof TableRow)) yield read;
    else yield { place: read.place(), row: new Map(COLUMNS.map(column => [column, read.text(column)])) };
  }
}
