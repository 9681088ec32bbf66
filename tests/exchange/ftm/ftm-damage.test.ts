// Damaged files of FollowTheMoney: whatever happened, they are refused whole or in part, in their places, and nothing breaks.
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { ftmImporter } from '../../../src/exchange/ftm/ftm-importer.js';
import { builtInVocabulary } from '../../fixtures/open-ledger.js';
import { importDamaged } from '../import/damaged-import.js';
import { sample } from './ftm-world.js';

const VOCABULARY = builtInVocabulary();

test.each([
  ['entities', Buffer.from(sample('harbour.jsonl'))],
  ['statements', Buffer.from(sample('statements.csv'))],
  ['gzipped entities', gzipSync(sample('harbour.jsonl'))],
])(
  'two hundred damaged files of %s are refused whole, or in part, and in their places',
  async (_, bytes) => {
    const importer = ftmImporter(VOCABULARY);
    const { faults, refusedWhole, refusedParts } = await importDamaged(importer, VOCABULARY, bytes, {
      count: 200,
    });
    expect(faults).toEqual([]);
    expect(refusedWhole + refusedParts).toBeGreaterThan(50);
  },
  60_000,
);
