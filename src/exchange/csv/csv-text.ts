// Lines of CSV (RFC 4180) in which there is nothing that a spreadsheet would run.
import { stringify } from 'csv-stringify/sync';

export type Cell = string | number | boolean | null | undefined;

/**
 * What a spreadsheet would run, on one line or several; a number with a sign is none. To some, wide and small forms of a sign are
 * that sign.
 */
const FORMULA = /^[=＝﹦@＠﹫＋﹢－﹣\t\r\n]|^[+-](?!\d+(\.\d+)?$)/;

/** Some readers drop blanks at either end of a cell, and take a lone CR for the end of a line. */
const NEEDS_QUOTES = /^ | $|[\r\n\uFEFF]/;

/** Each row is a line that ends with CRLF. A text such as `=1+1` gets an apostrophe before it. */
export const csvText = (rows: readonly (readonly Cell[])[]): string =>
  stringify(
    rows.map(row => row.map(inert)),
    { record_delimiter: '\r\n', quoted_match: NEEDS_QUOTES },
  );

function inert(cell: Cell): string {
  const text = String(cell ?? '');
  return FORMULA.test(text) ? `'${text}` : text;
}
