// FollowTheMoney's files as tests write them, imported into a ledger in memory.
import { readFileSync } from 'node:fs';
import { ftmImporter } from '../../../src/exchange/ftm/ftm-importer.js';
import type { ImportedItem } from '../../../src/exchange/import/importer.js';
import type { ImportReport } from '../../../src/exchange/import/import-report.js';
import { ledgerSink, runImport } from '../../../src/exchange/import/run-import.js';
import type { Ledger } from '../../../src/journal/ledger.js';
import { builtInVocabulary, openLedger } from '../../fixtures/open-ledger.js';
import { input } from '../table/reading-tables.js';

export const sample = (name: string): string => readFileSync(`tests/exchange/ftm/samples/${name}`, 'utf8');

/** Entities as lines, each a schema, an id and properties. */
export const lines = (
  ...entities: [schema: string, id: string, properties: object, rest?: object][]
): string =>
  entities
    .map(([schema, id, properties, rest = {}]) =>
      JSON.stringify({ id, schema, properties, datasets: ['d'], ...rest }),
    )
    .join('\n');

export interface FtmWorld {
  readonly ledger: Ledger;
  readonly import: (text: string, name?: string) => Promise<ImportReport>;
  /** Sentences of all claims, with their valid time, sorted. */
  readonly said: () => string[];
}

export async function openFtmWorld(): Promise<FtmWorld> {
  const { ledger } = await openLedger();
  return {
    ledger,
    import: (text, name = 'made.json') =>
      runImport({
        sink: ledgerSink(ledger),
        importer: ftmImporter(builtInVocabulary()),
        inputs: [input(text, { name, piece: 4096 })],
        author: { name: 'Tess', way: 'IMPORT' },
        find: id => ledger.graph.findEntity(id)?.entity,
      }),
    said: () => [...ledger.graph.claims()].map(record => timed(ledger, record.claim.id)).sort(),
  };
}

function timed({ graph }: Ledger, id: string): string {
  const record = graph.findClaim(id);
  if (!record) throw new Error(`no claim ${id}`);
  const { validTime } = record.claim;
  return graph.sentenceOf(record) + (validTime === undefined ? '' : ` [${validTime}]`);
}

export async function itemsOf(text: string): Promise<ImportedItem[]> {
  const items: ImportedItem[] = [];
  for await (const item of ftmImporter(builtInVocabulary()).read(input(text, { name: 'made.json' })))
    items.push(item);
  return items;
}
