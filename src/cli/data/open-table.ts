// The importer of tables, by the mapping that says what their columns mean.
import { InvalidInput } from '../../domain/refusal.js';
import type { Vocabulary } from '../../domain/vocabulary.js';
import type { Importer } from '../../exchange/import/importer.js';
import { tableImporter } from '../../exchange/table/table-importer.js';
import { openMappingReader, readTextFile } from '../terminal/files.js';

/** @throws InvalidInput where no mapping is named, or it has mistakes. */
export async function openTable(
  { mapping }: { readonly mapping?: string },
  vocabulary: Vocabulary,
  home: string,
): Promise<Importer> {
  if (mapping === undefined) {
    throw new InvalidInput(
      'A table needs a mapping: name one with --mapping, docs/data.md tells how it is written.',
    );
  }
  const [reader, file] = await Promise.all([openMappingReader(home), readTextFile(mapping)]);
  return tableImporter(reader.read(file, vocabulary), vocabulary);
}
