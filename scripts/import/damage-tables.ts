// Imports two thousand damaged files per kind of table and tells what went wrong: `npx tsx scripts/import/damage-tables.ts [count]`.
import { readFileSync } from 'node:fs';
import { tableImporter } from '../../src/exchange/table/table-importer.js';
import { importDamaged } from '../../tests/exchange/import/damaged-import.js';
import { mapping } from '../../tests/exchange/table/reading-tables.js';
import { builtInVocabulary } from '../../tests/fixtures/open-ledger.js';

const count = Number(process.argv[2] ?? 2000);
const vocabulary = builtInVocabulary();
for (const [set, sample] of [
  ['event-reports', 'sample.csv'],
  ['figures-by-source', 'sample.tsv'],
] as const) {
  const folder = `graph-data/mappings/${set}`;
  const importer = tableImporter(mapping(readFileSync(`${folder}/mapping.yaml`, 'utf8')), vocabulary);
  const bytes = readFileSync(`${folder}/${sample}`);
  const { faults, refusedWhole, refusedParts } = await importDamaged(importer, vocabulary, bytes, { count });
  console.log(
    `${sample}: ${count} damaged, ${refusedWhole} refused whole, ${refusedParts} in part, ${faults.length} faults`,
  );
  for (const fault of faults) console.log(fault);
  if (faults.length > 0) process.exitCode = 1;
}
