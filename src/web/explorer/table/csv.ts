// The table as a file for spreadsheets.
import Papa from 'papaparse';
import { claimsIn, type Drawing } from '../walk/drawing.js';
import { FILE_COLUMNS, type Column } from './columns.js';

// The library's own pattern passes over texts of several lines. Wide and small forms of a sign are that sign to some spreadsheets.
const FORMULA = /^[=＝﹦+＋﹢\-－﹣@＠﹫\t\r\n]/;

/** After RFC 4180. A text that a spreadsheet would run, such as `=1+1`, gets an apostrophe before it. */
export const csvOf = <Item>(items: readonly Item[], columns: readonly Column<Item>[]): string =>
  Papa.unparse(
    [columns.map(({ title }) => title), ...items.map(item => columns.map(({ text }) => text(item)))],
    { escapeFormulae: FORMULA },
  );

/** The claims of a drawing, one a line. */
export const toCsv = (drawing: Drawing): string => csvOf(claimsIn(drawing), FILE_COLUMNS);

/** Spreadsheets take a file for UTF-8 where it begins with this mark. */
const MARK = '\uFEFF';

export const csvFile = (csv: string): Blob => new Blob([MARK, csv], { type: 'text/csv;charset=utf-8' });
