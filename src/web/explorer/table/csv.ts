// The table as a file for spreadsheets.
import Papa from 'papaparse';
import type { Drawing } from '../walk/drawing.js';
import { FILE_COLUMNS, type Column } from './columns.js';

// The library's own pattern passes over texts of several lines.
const FORMULA = /^[=+\-@\t\r]/;

/** After RFC 4180. A text that a spreadsheet would run, such as `=1+1`, gets an apostrophe before it. */
export const csvOf = <Item>(items: readonly Item[], columns: readonly Column<Item>[]): string =>
  Papa.unparse(
    [columns.map(({ title }) => title), ...items.map(item => columns.map(({ text }) => text(item)))],
    { escapeFormulae: FORMULA },
  );

/** The claims of a drawing, one a line. */
export const toCsv = ({ edges }: Drawing): string => csvOf(edges, FILE_COLUMNS);
