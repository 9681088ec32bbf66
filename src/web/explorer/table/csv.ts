// The table as a file for spreadsheets.
import { csvText } from '../../../exchange/csv/csv-text.js';
import { claimsIn, type Drawing } from '../walk/drawing.js';
import { FILE_COLUMNS, type Column } from './columns.js';

export const csvOf = <Item>(items: readonly Item[], columns: readonly Column<Item>[]): string =>
  csvText([columns.map(({ title }) => title), ...items.map(item => columns.map(({ text }) => text(item)))]);

/** The claims of a drawing, one a line. */
export const toCsv = (drawing: Drawing): string => csvOf(claimsIn(drawing), FILE_COLUMNS);

/** Spreadsheets take a file for UTF-8 where it begins with this mark. */
const MARK = '\uFEFF';

export const csvFile = (csv: string): Blob => new Blob([MARK, csv], { type: 'text/csv;charset=utf-8' });
