// Dossiers through the port of importing: counted, repeatable, refused with places, whatever happened to the file.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dossierImporter } from '../../../src/exchange/dossier/importer.js';
import { ledgerSink, runImport } from '../../../src/exchange/import/run-import.js';
import { builtInVocabulary, openLedger } from '../../fixtures/open-ledger.js';
import { importDamaged } from '../import/damaged-import.js';
import { builtInReader } from '../seed-files.js';
import { GOOD } from './small-dossier.js';
import { input } from '../table/reading-tables.js';

const VOCABULARY = builtInVocabulary();
const IMPORTER = dossierImporter(builtInReader(), VOCABULARY);
const AUTHOR = { name: 'Tess', way: 'IMPORT' } as const;
const FIRST = readFileSync('graph-data/choe-moscow-2014/dossier.yaml');

const RICH = `${GOOD.replace('publishedAt: 2014-11-18', 'publishedAt: 2014-11-18, held: true')
  .replace('partyDescribedAs: a diplomat', 'partyDescribedAs: a diplomat, held: false')
  .replace('via:\n          - source: word\n            certainty: POSSIBLE', 'relays: [a1]')
  .replace(
    '    attestations:\n      - source: article',
    '    withdrawn: mistaken\n    attestations:\n      - { key: a1, source: word, own: true, withdrawn: misheard }\n      - source: article',
  )
  .replaceAll('entity:world/russia', 'upi')
  .replaceAll('entity:world/putin', 'kim')}judgements:\n  - { a: choe, b: kim, judgement: DIFFERENT }\n`;

test('the first data set goes in, gzipped too, and a second time adds nothing', async () => {
  const { ledger } = await openLedger();
  const run = (gzip: boolean) =>
    runImport({
      sink: ledgerSink(ledger),
      importer: IMPORTER,
      inputs: [input(FIRST, { gzip, piece: 65536, name: 'dossier.yaml' })],
      author: AUTHOR,
    });
  expect(await run(true)).toMatchObject({
    ...{ read: 155, accepted: 155, refused: 0, entities: 70, claims: 85, sources: 14, attestations: 116 },
    ...{ lost: [], problems: [] },
  });
  expect(await run(false)).toMatchObject({ read: 155, accepted: 0, known: 155 });
});

test('a claim that the journal refuses is refused with all who say it; the others go in', async () => {
  const { ledger } = await openLedger();
  const inputs = [input(GOOD, { name: 'small.yaml' })];
  const report = await runImport({ sink: ledgerSink(ledger), importer: IMPORTER, inputs, author: AUTHOR });
  expect(report).toMatchObject({ read: 5, accepted: 3, refused: 2, entities: 3, attestations: 0 });
  expect(report.problems.map(({ file, line }) => [file, line])).toEqual([
    ['small.yaml', 12],
    ['small.yaml', 26],
  ]);
});

test('a dossier with a mistake writes nothing', async () => {
  const { ledger } = await openLedger();
  const inputs = [input(GOOD.replace('subject: choe', 'subject: nobody'), { name: 'small.yaml' })];
  const run = runImport({ sink: ledgerSink(ledger), importer: IMPORTER, inputs, author: AUTHOR });
  await expect(run).rejects.toMatchObject({ place: { file: 'small.yaml', line: 13, column: 14 } });
  expect(ledger.graph.seq).toBe(0);
});

test('two hundred damaged dossiers are refused whole, or in part, and in their places', async () => {
  const { faults, refusedWhole, refusedParts } = await importDamaged(
    IMPORTER,
    VOCABULARY,
    Buffer.from(RICH),
    {
      count: 200,
    },
  );
  expect(faults).toEqual([]);
  expect(refusedWhole + refusedParts).toBeGreaterThan(50);
});

test('a rich dossier has nothing wrong with it', async () => {
  const { ledger } = await openLedger();
  const inputs = [input(RICH, { name: 'rich.yaml' })];
  const report = await runImport({ sink: ledgerSink(ledger), importer: IMPORTER, inputs, author: AUTHOR });
  expect(report.problems).toEqual([]);
  expect(report).toMatchObject({ refused: 0, attestations: 3 });
});
