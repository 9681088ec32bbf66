// The two graph formats, each with its way out, its way in, and the parser of somebody else.
import { MultiGraph } from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';
import type { AbstractGraph } from 'graphology-types';
import type { Vocabulary } from '../../../src/domain/vocabulary.js';
import type { Exporter } from '../../../src/exchange/export/exporter.js';
import { gexfExporter } from '../../../src/exchange/gexf/gexf-exporter.js';
import { gexfImporter } from '../../../src/exchange/gexf/gexf-importer.js';
import { graphmlExporter } from '../../../src/exchange/graphml/graphml-exporter.js';
import { graphmlImporter } from '../../../src/exchange/graphml/graphml-importer.js';
import type { Importer } from '../../../src/exchange/import/importer.js';

export interface GraphFormat {
  readonly exporter: Exporter;
  readonly importer: (vocabulary: Vocabulary) => Importer;
  readonly parse: (text: string) => AbstractGraph;
}

export const GRAPH_FORMATS: readonly (readonly [string, GraphFormat])[] = [
  [
    'graphml',
    {
      exporter: graphmlExporter,
      importer: graphmlImporter,
      parse: text => graphml.parse(MultiGraph, text),
    },
  ],
  [
    'gexf',
    {
      exporter: gexfExporter,
      importer: gexfImporter,
      parse: text => gexf.parse(MultiGraph, text),
    },
  ],
];
