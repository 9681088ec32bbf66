// Damaged tables: whatever happened to the file, it is refused as a whole or record by record, with places, and nothing breaks.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { tableImporter } from '../../../src/exchange/table/table-importer.js';
import { builtInVocabulary } from '../../fixtures/open-ledger.js';
import { importDamaged } from '../import/damaged-import.js';
import { JSON_LINES, mapping, PEOPLE } from './reading-tables.js';

const FOLDER = 'graph-data/mappings';
const VOCABULARY = builtInVocabulary();
const read = (path: string): Buffer => readFileSync(`${FOLDER}/${path}`);

test.each([
  ['CSV', read('event-reports/mapping.yaml').toString(), read('event-reports/sample.csv')],
  ['TSV', read('figures-by-source/mapping.yaml').toString(), read('figures-by-source/sample.tsv')],
  ['JSON Lines', JSON_LINES, PEOPLE],
  ['gzipped CSV', read('event-reports/mapping.yaml').toString(), gzipSync(read('event-reports/sample.csv'))],
])(
  'two hundred damaged files of %s are refused whole, or in part, and in their places',
  async (_, yaml, bytes) => {
    const importer = tableImporter(mapping(yaml), VOCABULARY);
    const { faults, refusedWhole, refusedParts } = await importDamaged(importer, VOCABULARY, bytes, {
      count: 200,
    });
    expect(faults).toEqual([]);
    expect(refusedWhole + refusedParts).toBeGreaterThan(50);
  },
);
