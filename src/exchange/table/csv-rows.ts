// Rows of CSV and TSV files (RFC 4180, any delimiter), streamed, each with the places of its cells.
import { Readable } from 'node:stream';
import { CsvError, parse, type Info } from 'csv-parse';
import { InvalidInput } from '../../domain/refusal.js';
import { nearestKey } from '../nearest-key.js';
import { linesOf, MAX_RECORD, textOf, tooLong, type TextLine } from '../import/import-text.js';
import type { ImportInput, ItemPlace } from '../import/importer.js';
import type { TableShape } from './mapping-shape.js';
import { TableRow } from './row.js';

/** A row, or why it is none. */
export type CsvRowRead = TableRow | { readonly place: ItemPlace; readonly problem: string };

interface Read {
  readonly record: readonly string[];
  /** The text of the record, without line feeds before and after, and the line on which it begins. */
  readonly origin: () => TextLine;
}

/**
 * Rows of a file with a header, or with columns named by the mapping.
 * @throws InvalidInput where the quotation marks do not come in pairs, or the header lacks a column.
 */
export async function* csvRows(
  input: ImportInput,
  table: TableShape,
  wanted: ReadonlySet<string>,
): AsyncIterable<CsvRowRead> {
  const delimiter = table.delimiter ?? (table.format === 'tsv' ? '\t' : ',');
  // Tab-separated files as a rule have no quotation marks around cells, and keep those within.
  const quote = table.format === 'tsv' ? null : '"';
  let columns = table.columns === undefined ? null : columnsFrom(input.name, table.columns, wanted);
  let first = true;
  for await (const read of quote === null
    ? plainRecords(input, delimiter)
    : records(input, delimiter, quote)) {
    if (!columns) {
      columns = columnsFrom(input.name, read.record, wanted);
      continue;
    }
    if (table.columns && first) refuseOtherTable(input.name, read.record, table.columns);
    first = false;
    yield rowOf(input.name, read, columns, delimiter, quote);
  }
}

/** Without quotation marks, a line is a record. The parser takes four times as long for it. */
async function* plainRecords(input: ImportInput, delimiter: string): AsyncIterable<Read> {
  for await (const line of linesOf(input)) {
    if (line.text !== '') yield { record: line.text.split(delimiter), origin: () => line };
  }
}

/** With `raw`, which its types leave out. */
interface Parsed {
  readonly record: readonly string[];
  readonly info: Info;
  readonly raw: string;
}

async function* records(input: ImportInput, delimiter: string, quote: string): AsyncIterable<Read> {
  const parser = parse({
    delimiter,
    quote,
    // Found out by the parser itself, a file with CRLF lines is taken for one with CR lines.
    record_delimiter: ['\r\n', '\n'],
    info: true,
    raw: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: MAX_RECORD,
  });
  const text = Readable.from(textOf(input));
  text.on('error', error => parser.destroy(error));
  try {
    for await (const { record, info, raw } of text.pipe(parser) as AsyncIterable<Parsed>) {
      yield { record, origin: () => originOf(raw, info) };
    }
  } catch (error) {
    throw error instanceof CsvError ? refusalOf(error, input.name) : error;
  } finally {
    text.destroy();
    parser.destroy();
  }
}

function originOf(raw: string, { lines }: Info): TextLine {
  const text = raw.replace(/^[\r\n]+/, '').replace(/\r?\n$/, '');
  return { text, line: lines - count(text, '\n') };
}

const WORDS: { readonly [code: string]: string } = {
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark opens here and none closes it',
  CSV_INVALID_CLOSING_QUOTE: 'after a closing quotation mark comes something else than a delimiter',
  INVALID_OPENING_QUOTE: 'a quotation mark stands within a cell that does not begin with one',
};

function refusalOf(error: CsvError, file: string): InvalidInput {
  const line = Number(error['lines']) || 1;
  if (error.code === 'CSV_MAX_RECORD_SIZE') return tooLong(file, line);
  const what = WORDS[error.code] ?? error.message;
  return new InvalidInput(
    `${file}, line ${line}: ${what}: double quotation marks within cells, and put marks around such cells.`,
    { file, line },
  );
}

function columnsFrom(
  file: string,
  names: readonly string[],
  wanted: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  names.forEach((given, index) => {
    const name = given.trim() || `column ${index + 1}`;
    if (columns.has(name)) {
      throw new InvalidInput(`${file}, line 1: two columns are named "${name}": rename one.`, {
        file,
        line: 1,
      });
    }
    columns.set(name, index);
  });
  for (const name of wanted) if (!columns.has(name)) throw missingColumn(file, name, [...columns.keys()]);
  return columns;
}

function missingColumn(file: string, name: string, known: readonly string[]): InvalidInput {
  const near = nearestKey(name, known.slice(0, 1000));
  const advice = near === undefined ? 'is it the right file, and delimiter?' : `did you mean "${near}"?`;
  const list = known
    .slice(0, 20)
    .map(column => column.slice(0, 40))
    .join(', ');
  return new InvalidInput(
    `${file} has no column "${name}", which the mapping uses (there are ${list}): ${advice}`,
    { file, line: 1 },
  );
}

/** Without a header, only the number of columns shows whether it is the right table. */
function refuseOtherTable(file: string, record: readonly string[], columns: readonly string[]): void {
  if (record.length === columns.length) return;
  throw new InvalidInput(
    `${file} has ${record.length} columns, the mapping names ${columns.length}: is it the right file, and delimiter?`,
    { file, line: 1 },
  );
}

function rowOf(
  file: string,
  { record, origin }: Read,
  columns: ReadonlyMap<string, number>,
  delimiter: string,
  quote: string | null,
): CsvRowRead {
  const placeOf = (cell?: number): ItemPlace => {
    const { text, line } = origin();
    const start = { line, column: 1 };
    return { file, ...(cell === undefined ? start : cellPlace(text, cell, start, delimiter, quote)) };
  };
  if (record.length === columns.size) return new TableRow(columns, record, placeOf);
  return {
    place: placeOf(),
    problem: `The row has ${record.length} cells, the table ${columns.size} columns: look for a delimiter too many or too few.`,
  };
}

function cellPlace(
  text: string,
  cell: number,
  start: { readonly line: number; readonly column: number },
  delimiter: string,
  quote: string | null,
): { line: number; column: number } {
  let quoted = false;
  let delimiters = 0;
  let at = 0;
  for (; at < text.length && delimiters < cell; at += 1) {
    if (text[at] === quote) quoted = !quoted;
    if (!quoted && text.startsWith(delimiter, at)) delimiters += 1;
  }
  const before = text.slice(0, at);
  const lines = count(before, '\n');
  const column = lines === 0 ? at + 1 : at - before.lastIndexOf('\n');
  return { line: start.line + lines, column };
}

const count = (text: string, what: string): number => text.split(what).length - 1;
