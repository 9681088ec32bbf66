// GraphML as an import format (http://graphml.graphdrawing.org): of any program, and what our own export wrote.
import type { Vocabulary } from '../../domain/vocabulary.js';
import { graphFileImporter } from '../graph-file/graph-file-importer.js';
import type { Importer } from '../import/importer.js';
import { GraphmlFile } from './graphml-file.js';

export const graphmlImporter = (vocabulary: Vocabulary): Importer =>
  graphFileImporter('graphml', input => new GraphmlFile(input), vocabulary);
