// Imports two thousand damaged files per kind of table and tells what went wrong: `npx tsx scripts/import/damage-tables.ts [count]`.
import { readFileSync } from 'node:fs';
import { tableImporter } from '../../src/exchange/table/table-importer.js';
import { importDamaged } from '../../tests/exchange/import/damaged-import.js';
import { JSON_LINES, mapping, PEOPLE } from '../../tests/exchange/table/reading-tables.js';
import { builtInVocabulary } from '../../tests/fixtures/open-ledger.js';

const count = Number(process.argv[2] ?? 2000);
const vocabulary = builtInVocabulary();
const FOLDER = 'graph-data/mappings';
const mappingOf = (set: string): string => readFileSync(`${FOLDER}/${set}/mapping.yaml`, 'utf8');
for (const [sample, yaml, bytes] of [
  ['CSV', mappingOf('event-reports'), readFileSync(`${FOLDER}/event-reports/sample.csv`)],
  ['TSV', mappingOf('figures-by-source'), readFileSync(`${FOLDER}/figures-by-source/sample.tsv`)],
  ['JSON Lines', JSON_LINES, PEOPLE],
] as const) {
  const importer = tableImporter(mapping(yaml), vocabulary);
  const { faults, refusedWhole, refusedParts } = await importDamaged(importer, vocabulary, bytes, { count });
  console.log(
    `${sample}: ${count} damaged, ${refusedWhole} refused whole, ${refusedParts} in part, ${faults.length} faults`,
  );
  for (const fault of faults) console.log(fault);
  if (faults.length > 0) process.exitCode = 1;
}
