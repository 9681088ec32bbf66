// Rows of JSON Lines: one object a line; what lies within others is a column by its path, such as `author.name`.
import { isObject } from '../../domain/json.js';
import { InvalidInput } from '../../domain/refusal.js';
import { linesOf, type TextLine } from '../import/import-text.js';
import type { ImportInput } from '../import/importer.js';
import type { CsvRowRead } from './csv-rows.js';
import { TableRow, type Cell } from './row.js';

const FORBIDDEN_KEYS: readonly string[] = ['__proto__', 'constructor', 'prototype'];
const MAX_DEPTH = 20;
const MAX_CELLS = 2000;

/** @throws InvalidInput where the first line is no JSON object: it is another format then. */
export async function* jsonRows(input: ImportInput): AsyncIterable<CsvRowRead> {
  let first = true;
  for await (const line of linesOf(input)) {
    if (line.text.trim() === '') continue;
    const read = rowOf(input.name, line);
    if (first && !(read instanceof TableRow)) {
      const { problem, place } = read;
      throw new InvalidInput(`${input.name}, line ${line.line}: ${problem} Is it JSON Lines?`, place);
    }
    first = false;
    yield read;
  }
}

function rowOf(file: string, { text, line }: TextLine): CsvRowRead {
  const placeOf = (): { file: string; line: number } => ({ file, line });
  try {
    const cells = cellsOf(JSON.parse(text));
    const index = new Map([...cells.keys()].map((column, at) => [column, at]));
    return new TableRow(index, [...cells.values()], placeOf);
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof InvalidInput)) throw error;
    const column = Number(/position (\d+)/.exec(error.message)?.[1] ?? 0) + 1;
    const problem =
      error instanceof InvalidInput ? error.message : 'This line is no JSON: one object a line is expected.';
    return { place: { file, line, column }, problem };
  }
}

function cellsOf(data: unknown): Map<string, Cell> {
  const cells = new Map<string, Cell>();
  if (!isObject(data)) throw new InvalidInput('This line is JSON, but no object: write one object a line.');
  gather(data, '', 1, cells);
  return cells;
}

function gather(data: object, path: string, depth: number, cells: Map<string, Cell>): void {
  if (depth > MAX_DEPTH) throw new InvalidInput(`More than ${MAX_DEPTH} levels of nesting: flatten it.`);
  for (const [key, value] of Object.entries(data) as [string, unknown][]) {
    if (FORBIDDEN_KEYS.includes(key)) {
      throw new InvalidInput(`The key "${key}" is not allowed: rename it.`);
    }
    const name = path + key;
    if (isObject(value)) gather(value, `${name}.`, depth + 1, cells);
    else cells.set(name, cellOf(value, name));
    if (cells.size > MAX_CELLS) throw new InvalidInput(`More than ${MAX_CELLS} members: split the record.`);
  }
}

function cellOf(value: unknown, name: string): Cell {
  if (!Array.isArray(value)) return textOf(value, name);
  return value.map(part => textOf(part, name));
}

function textOf(value: unknown, name: string): string {
  if (typeof value === 'string') return value;
  if (value === null) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new InvalidInput(
    `"${name.slice(0, 80)}" is a list of lists or objects: only lists of texts are read.`,
  );
}
