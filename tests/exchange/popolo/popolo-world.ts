// Popolo documents as tests write them, imported into a ledger in memory.
import { readFileSync } from 'node:fs';
import type { ImportReport } from '../../../src/exchange/import/import-report.js';
import { ledgerSink, runImport } from '../../../src/exchange/import/run-import.js';
import { popoloImporter } from '../../../src/exchange/popolo/popolo-importer.js';
import type { Ledger } from '../../../src/journal/ledger.js';
import { builtInVocabulary, openLedger } from '../../fixtures/open-ledger.js';
import { input } from '../table/reading-tables.js';

export const SAMPLE = readFileSync('tests/exchange/popolo/samples/assembly.json', 'utf8');

export interface PopoloWorld {
  readonly ledger: Ledger;
  readonly import: (data: unknown, name?: string) => Promise<ImportReport>;
  readonly said: () => string[];
}

export async function openPopoloWorld(): Promise<PopoloWorld> {
  const { ledger } = await openLedger();
  const { graph } = ledger;
  return {
    ledger,
    import: (data, name = 'assembly.json') =>
      runImport({
        sink: ledgerSink(ledger),
        importer: popoloImporter(builtInVocabulary()),
        inputs: [input(typeof data === 'string' ? data : JSON.stringify(data), { name, piece: 4096 })],
        author: { name: 'Tess', way: 'IMPORT' },
      }),
    said: () =>
      [...graph.claims()].map(record =>
        [graph.sentenceOf(record), record.claim.validTime].filter(Boolean).join(' @'),
      ),
  };
}
