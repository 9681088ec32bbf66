// The formats that `hearsay import` reads, each with how its importer is made. A further format is a further line here.
import { InvalidInput } from '../domain/refusal.js';
import type { Vocabulary } from '../domain/vocabulary.js';
import type { Importer } from '../exchange/import/importer.js';
import { tableImporter } from '../exchange/table/table-importer.js';
import { openMappingReader, readTextFile } from './files.js';

export interface FormatOptions {
  /** Path of the mapping, for tables. */
  readonly mapping?: string;
}

type Open = (options: FormatOptions, vocabulary: Vocabulary, home: string) => Promise<Importer>;

const FORMATS = {
  table: async ({ mapping }, vocabulary, home) => {
    if (mapping === undefined) {
      throw new InvalidInput(
        'A table needs a mapping: name one with --mapping, docs/data.md tells how it is written.',
      );
    }
    const [reader, file] = await Promise.all([openMappingReader(home), readTextFile(mapping)]);
    return tableImporter(reader.read(file, vocabulary), vocabulary);
  },
} as const satisfies { readonly [format: string]: Open };

export type ImportFormat = keyof typeof FORMATS;
export const IMPORT_FORMATS = Object.keys(FORMATS) as readonly ImportFormat[];

/** The importer of a format. @throws InvalidInput where it lacks something, or what it is given has mistakes. */
export const openImporter = (
  format: ImportFormat,
  options: FormatOptions,
  vocabulary: Vocabulary,
  home: string,
): Promise<Importer> => FORMATS[format](options, vocabulary, home);
