// Tables without quotation marks are split by hand: into the rows that a parser of CSV finds when it is told of no quotation marks.
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvRows } from '../../../src/exchange/table/csv-rows.js';
import { TableRow } from '../../../src/exchange/table/row.js';
import { input } from './reading-tables.js';

const COLUMNS = ['a', 'b', 'c'];

async function bySplitting(text: string, piece: number): Promise<readonly (readonly string[] | number)[]> {
  const found: (readonly string[] | number)[] = [];
  const table = { format: 'tsv' as const };
  for await (const read of csvRows(input(text, { name: 'f', piece }), table, new Set(COLUMNS))) {
    if (read instanceof TableRow) found.push(COLUMNS.map(column => read.text(column)));
    else found.push(Number(/has (\d+) cells/.exec(read.problem)?.[1]));
  }
  return found;
}

/** The cells of each row, or their number where they do not fit the columns. */
function byParser(text: string): readonly (readonly string[] | number)[] {
  const rows = parse(text, {
    delimiter: '\t',
    quote: null,
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    skip_empty_lines: true,
  });
  return rows
    .slice(1)
    .map(row => (row.length === COLUMNS.length ? row.map(cell => cell.trim()) : row.length));
}

test('rows of any text are those that the parser finds', async () => {
  const cell = fc.string({ unit: fc.constantFrom('x', '"', ' ', ',', 'ü', '\r', '북') });
  const line = fc.array(cell, { minLength: 2, maxLength: 4 }).map(cells => cells.join('\t'));
  // A return before the end of a line belongs to that end, and is a cell's only within.
  const whole = fc
    .oneof({ weight: 9, arbitrary: line }, fc.constant(''))
    .map(text => text.replace(/\r+$/, ''));
  const ending = fc.constantFrom('\n', '\r\n');
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(whole, ending)),
      fc.boolean(),
      fc.integer({ min: 1, max: 9 }),
      async (lines, isEnded, piece) => {
        const all = [COLUMNS.join('\t'), '\n', ...lines.flat()].join('');
        const text = isEnded ? all : all.replace(/[\r\n]+$/, '');
        expect(await bySplitting(text, piece)).toEqual(byParser(text));
      },
    ),
  );
});

test('the place of a cell is told by its line, blank ones counted, and its column', async () => {
  const places: unknown[] = [];
  const table = { format: 'tsv' as const };
  const text = 'a\tb\tc\r\n\r\n1\t22\t333\r\n\n4\t5\t6\n';
  for await (const read of csvRows(input(text, { name: 'f' }), table, new Set(COLUMNS))) {
    if (read instanceof TableRow) places.push(read.place('c'));
  }
  expect(places).toEqual([
    { file: 'f', line: 3, column: 6 },
    { file: 'f', line: 5, column: 5 },
  ]);
});
