// Tables as an import format: every row, read by a mapping, is a record.
import { InvalidInput } from '../../domain/refusal.js';
import type { Vocabulary } from '../../domain/vocabulary.js';
import type { ImportedItem, Importer, ImportInput } from '../import/importer.js';
import { csvRows, type CsvRowRead } from './csv-rows.js';
import { jsonRows } from './json-rows.js';
import { rowCommands } from './row-commands.js';
import { TableRow } from './row.js';
import type { TableMapping } from './table-mapping.js';

/** The importer of tables that a mapping describes. */
export function tableImporter(mapping: TableMapping, vocabulary: Vocabulary): Importer {
  return {
    name: 'table',
    // Whatever is wrong with a row is a problem of that row alone.
    count: input => rowsOf(input, mapping),
    async *read(input) {
      for await (const read of rowsOf(input, mapping)) {
        yield read instanceof TableRow ? itemOf(read, mapping, vocabulary) : read;
      }
    },
  };
}

const rowsOf = (input: ImportInput, { table, columns }: TableMapping): AsyncIterable<CsvRowRead> =>
  table.format === 'jsonl' ? jsonRows(input) : csvRows(input, table, columns);

function itemOf(row: TableRow, mapping: TableMapping, vocabulary: Vocabulary): ImportedItem {
  try {
    const commands = rowCommands(mapping, vocabulary, row);
    if (commands.length === 0)
      return { place: row.place(), skipped: 'the mapping takes nothing from such a row' };
    return { place: row.place(), commands, lost: row.unused(mapping.columns) };
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return { place: row.place(error.place.field?.[0]), problem: error.message };
  }
}
