// Imports a file in many damaged forms and tells what went wrong: `npx tsx scripts/import/damage-files.ts <format> <file> [count]`.
import { readFileSync } from 'node:fs';
import { openImporter, type ImportFormat } from '../../src/cli/data/import-formats.js';
import { importDamaged } from '../../tests/exchange/import/damaged-import.js';
import { builtInVocabulary } from '../../tests/fixtures/open-ledger.js';

const [format = '', file = '', count = '2000'] = process.argv.slice(2);
const vocabulary = builtInVocabulary();
// An article that names no party asks nobody.
const article = { ask: () => Promise.reject(new Error('nobody to ask')), onArticle: () => undefined };
const importer = await openImporter(format as ImportFormat, { article }, vocabulary, '.');
const { faults, refusedWhole, refusedParts } = await importDamaged(importer, vocabulary, readFileSync(file), {
  count: Number(count),
});
console.log(
  `${file}: ${count} damaged, ${refusedWhole} refused whole, ${refusedParts} in part, ${faults.length} faults`,
);
for (const fault of faults) console.log(fault);
if (faults.length > 0) process.exitCode = 1;
