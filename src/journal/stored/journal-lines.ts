// A journal as lines of JSON: a first line says where it ends, then one event a line.
import { EVENT_VERSION } from './event-codec.js';
import { InvalidInput } from '../../domain/refusal.js';
import type { Head, JournalRow } from './journal-row.js';
import { isObject } from '../../domain/json.js';

const FORMAT = 'hearsay-journal';
const FORMAT_VERSION = 1;

/** Lines without their ends. */
export async function* journalLines(head: Head, rows: AsyncIterable<JournalRow>): AsyncIterable<string> {
  yield JSON.stringify({ format: FORMAT, version: FORMAT_VERSION, seq: head.seq, hash: head.hash });
  for await (const { seq, at, by, way, body, salts, checksum, hash } of rows) {
    // What is JSON in the row stands in the line as it is, letter for letter.
    const members = JSON.stringify({ seq, at, by, way, checksum, hash }).slice(0, -1);
    yield `${members},"salts":${salts},"body":${body}}`;
  }
}

/**
 * The rows of lines. Whether they fit together is for the journal that takes them over.
 * @throws InvalidInput naming the line, for what is no line of a journal, and where lines are missing at the end.
 */
export async function* rowsOfLines(lines: AsyncIterable<string>): AsyncIterable<JournalRow> {
  let head: Head | null = null;
  let place = 0;
  let last: Head | null = null;
  for await (const line of lines) {
    place += 1;
    if (head === null) {
      head = readHead(line);
      continue;
    }
    const row = readRow(line, place);
    last = row;
    yield row;
  }
  if (head === null) throw notOurs('It is empty');
  if ((last?.seq ?? 0) !== head.seq || (last !== null && last.hash !== head.hash)) {
    throw new InvalidInput(
      `It ends at event ${last?.seq ?? 0}, its first line says ${head.seq}: export it again, or take another copy.`,
    );
  }
}

function readHead(line: string): Head {
  const head = parse(line);
  if (head?.['format'] !== FORMAT) throw notOurs('Its first line is no head of a journal');
  const { version, seq, hash } = head;
  if (typeof version !== 'number' || version > FORMAT_VERSION) {
    throw new InvalidInput(
      `Its format is a newer one (version ${String(version)}): update Hearsay to read it.`,
    );
  }
  if (typeof seq !== 'number' || typeof hash !== 'string') throw notOurs('Its first line is damaged');
  return { seq, hash };
}

function readRow(line: string, place: number): JournalRow {
  const found = parse(line);
  const body = found?.['body'];
  if (!found || !isObject(body)) throw damaged(place);
  const { seq, at, by, way, checksum, hash, salts } = found;
  const event = isObject(body['event']) ? body['event']['type'] : undefined;
  const version = body['version'] ?? EVENT_VERSION;
  const row = {
    ...{ seq, at, by, way, type: event, version },
    ...{ body: JSON.stringify(body), salts: JSON.stringify(salts), checksum, hash },
  };
  const fits = Object.entries(row).every(
    ([member, value]) => typeof value === KINDS[member as keyof JournalRow],
  );
  if (!fits) throw damaged(place);
  return row as JournalRow;
}

const KINDS: { readonly [Member in keyof JournalRow]: 'string' | 'number' } = {
  seq: 'number',
  at: 'string',
  by: 'string',
  way: 'string',
  type: 'string',
  version: 'number',
  body: 'string',
  salts: 'string',
  checksum: 'number',
  hash: 'string',
};

function parse(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

const notOurs = (found: string): InvalidInput =>
  new InvalidInput(`${found}: give a file that \`hearsay export-journal\` wrote.`, { line: 1 });

const damaged = (line: number): InvalidInput =>
  new InvalidInput(`Line ${line} is damaged: export the journal again, or take another copy.`, { line });
