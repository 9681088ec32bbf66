// GEXF as an import format (https://gexf.net): of any program, and what our own export wrote.
import type { Vocabulary } from '../../domain/vocabulary.js';
import { graphFileImporter } from '../graph-file/graph-file-importer.js';
import type { Importer } from '../import/importer.js';
import { GexfFile } from './gexf-file.js';

export const gexfImporter = (vocabulary: Vocabulary): Importer =>
  graphFileImporter('gexf', input => new GexfFile(input), vocabulary);
