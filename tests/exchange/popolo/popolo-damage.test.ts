// Damaged Popolo files: whatever happened, they are refused whole or in part, in their places, and nothing breaks.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { popoloImporter } from '../../../src/exchange/popolo/popolo-importer.js';
import { builtInVocabulary } from '../../fixtures/open-ledger.js';
import { importDamaged } from '../import/damaged-import.js';

const VOCABULARY = builtInVocabulary();

test('two hundred damaged files are refused whole, or in part, and in their places', async () => {
  const bytes = readFileSync('tests/exchange/popolo/samples/assembly.json');
  const importer = popoloImporter(VOCABULARY);
  const { faults, refusedWhole, refusedParts } = await importDamaged(importer, VOCABULARY, bytes, {
    count: 200,
  });
  expect(faults).toEqual([]);
  expect(refusedWhole + refusedParts).toBeGreaterThan(50);
}, 60_000);
