// Damaged graph files: whatever happened, they are refused whole or in part, in their places, and nothing breaks.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ViewedGraph } from '../../../src/evidence/viewed-graph.js';
import { ExportWorld } from '../../../src/exchange/export/export-world.js';
import { builtInVocabulary } from '../../fixtures/open-ledger.js';
import { exported } from '../export/exported.js';
import { importDamaged } from '../import/damaged-import.js';
import { openWideWorld } from '../rdf/wide-world.js';
import { GRAPH_FORMATS } from './graph-formats.js';

const VOCABULARY = builtInVocabulary();

describe.each(GRAPH_FORMATS)('two hundred damaged files of %s', (name, format) => {
  const damage = (bytes: Uint8Array) =>
    importDamaged(format.importer(VOCABULARY), VOCABULARY, bytes, { count: 200 });

  test('of another program', async () => {
    const { faults, refusedWhole } = await damage(
      readFileSync(`tests/exchange/${name}/samples/harbour.${name}`),
    );
    expect(faults).toEqual([]);
    expect(refusedWhole).toBeGreaterThan(50);
  }, 60_000);

  test('of our own', async () => {
    const world = new ExportWorld(new ViewedGraph((await openWideWorld()).graph));
    const { texts } = await exported(world, format.exporter);
    const { faults, refusedWhole, refusedParts } = await damage(Buffer.from(texts[`graph.${name}`] ?? ''));
    expect(faults).toEqual([]);
    expect(refusedWhole + refusedParts).toBeGreaterThan(50);
  }, 60_000);
});
