// What an exporter writes, as texts.
import type { ExportWorld } from '../../../src/exchange/export/export-world.js';
import type { Exporter } from '../../../src/exchange/export/exporter.js';
import { runExport, type ExportReport } from '../../../src/exchange/export/run-export.js';

export interface Exported {
  /** By the name of the file. */
  readonly texts: Readonly<Record<string, string>>;
  readonly report: ExportReport;
}

export async function exported(world: ExportWorld, exporter: Exporter): Promise<Exported> {
  const texts: Record<string, string> = {};
  const report = await runExport(world, exporter, async ({ name }, pieces) => {
    texts[name] = '';
    for await (const piece of pieces) texts[name] += piece;
  });
  return { texts, report };
}
