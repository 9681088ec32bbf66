// Verbs for tests of RDF: a ledger told by commands, written as JSON-LD and read in again into an empty one.
import type { Command } from '../../../src/domain/command.js';
import type { View } from '../../../src/domain/view.js';
import { ViewedGraph } from '../../../src/evidence/viewed-graph.js';
import { ExportWorld } from '../../../src/exchange/export/export-world.js';
import type { Exporter } from '../../../src/exchange/export/exporter.js';
import type { ImportReport } from '../../../src/exchange/import/import-report.js';
import { ledgerSink, runImport } from '../../../src/exchange/import/run-import.js';
import { jsonldExporter } from '../../../src/exchange/rdf/out/jsonld-exporter.js';
import { jsonldImporter } from '../../../src/exchange/rdf/in/jsonld-importer.js';
import type { Ledger } from '../../../src/journal/ledger.js';
import { openLedger } from '../../fixtures/open-ledger.js';
import { exported, type Exported } from '../export/exported.js';
import { input } from '../table/reading-tables.js';

export const ALL: View = { includeWithdrawn: true };

export const write = (ledger: Ledger, exporter: Exporter, view: View = ALL): Promise<Exported> =>
  exported(new ExportWorld(new ViewedGraph(ledger.graph, view)), exporter);

/** The only file of an export. */
export async function textOf(ledger: Ledger, exporter: Exporter, view: View = ALL): Promise<string> {
  const [text = ''] = Object.values((await write(ledger, exporter, view)).texts);
  return text;
}

export const readIn = (ledger: Ledger, text: string | Uint8Array): Promise<ImportReport> =>
  runImport({
    sink: ledgerSink(ledger),
    importer: jsonldImporter(ledger.vocabulary),
    inputs: [input(text, { name: 'graph.jsonld', piece: 4096 })],
    author: { name: 'Ben', way: 'IMPORT' },
  });

/** The same graph, by way of a file, with what was told of reading it. */
export async function again(
  ledger: Ledger,
  view: View = ALL,
): Promise<{ ledger: Ledger; report: ImportReport; text: string }> {
  const text = await textOf(ledger, jsonldExporter, view);
  const other = (await openLedger()).ledger;
  return { ledger: other, report: await readIn(other, text), text };
}

/** Carries out commands; those that are refused are left out. Each is a minute after the one before. */
export async function tell(commands: readonly Command[]): Promise<Ledger> {
  const open = await openLedger();
  for (const command of commands) {
    open.now += 60_000;
    await open.ledger.executeAll([command], 'Ann');
  }
  return open.ledger;
}
