// `hearsay export`: writes what a view shows of a journal in a format of others, to a new file, a new folder, or standard output.
import { InvalidInput } from '../../domain/refusal.js';
import type { ClaimStatus, View } from '../../domain/view.js';
import { ViewedGraph } from '../../evidence/viewed-graph.js';
import { ExportWorld } from '../../exchange/export/export-world.js';
import type { Exporter } from '../../exchange/export/exporter.js';
import { runExport, type ExportReport, type Store } from '../../exchange/export/run-export.js';
import { STANDARD_STREAM } from '../terminal/defaults.js';
import { loadExporter, type ExportFormat } from './export-formats.js';
import { outPieces, writeNewFile, writeNewFolder } from '../terminal/new-file.js';
import { openLedgerToRead, type LedgerOptions } from '../open/open-ledger.js';
import type { Surroundings } from '../terminal/surroundings.js';

export interface ExportOptions extends LedgerOptions {
  readonly format: ExportFormat;
  /** Path of a file; of a folder where the format has several files; `-` for standard output. */
  readonly out?: string;
  readonly claim?: readonly string[];
  readonly validAt?: string;
  readonly publishedBy?: string;
  readonly knownAt?: string;
  readonly minIndependent?: number;
  readonly status?: readonly ClaimStatus[];
  readonly includeWithdrawn?: boolean;
  readonly json?: boolean;
}

/** Prints what went out, on standard error where the export itself goes to standard output. */
export async function exportGraph(options: ExportOptions, from: Surroundings): Promise<number> {
  const exporter = await loadExporter(options.format);
  const target = targetOf(exporter, options);
  const ledger = await openLedgerToRead(options, from);
  try {
    const world = new ExportWorld(new ViewedGraph(ledger.graph, viewOf(options)), options.claim);
    const report = await into(target, exporter, from, store => runExport(world, exporter, store));
    tell(report, target, options, from);
    return 0;
  } finally {
    await ledger.close();
  }
}

function viewOf(options: ExportOptions): View {
  const { validAt, publishedBy, knownAt, minIndependent, status, includeWithdrawn } = options;
  return {
    ...(validAt === undefined ? {} : { validAt }),
    ...(publishedBy === undefined ? {} : { publishedBy }),
    ...(knownAt === undefined ? {} : { knownAt }),
    ...(minIndependent === undefined ? {} : { minIndependent }),
    ...(status === undefined ? {} : { statuses: status }),
    ...(includeWithdrawn === undefined ? {} : { includeWithdrawn }),
  };
}

/** The path of the new file or folder; null for standard output. @throws InvalidInput where that cannot take it. */
function targetOf({ name, parts }: Exporter, { out = STANDARD_STREAM }: ExportOptions): string | null {
  if (out !== STANDARD_STREAM) return out;
  if (parts.length === 1) return null;
  const names = parts.map(part => part.name).join(', ');
  throw new InvalidInput(
    `${name} is ${parts.length} files (${names}): name a new folder for them with --out.`,
  );
}

/** Lets `run` store an export in a new file, a new folder where the format has several files, or standard output. */
async function into(
  target: string | null,
  { parts }: Exporter,
  from: Surroundings,
  run: (store: Store) => Promise<ExportReport>,
): Promise<ExportReport> {
  if (target === null) return run(async (_, text) => void (await outPieces(text, from)));
  if (parts.length === 1) return run(async (_, text) => void (await writeNewFile(target, text)));
  return writeNewFolder(target, write => run(async (part, text) => void (await write(part.name, text))));
}

function tell(
  report: ExportReport,
  target: string | null,
  { json }: ExportOptions,
  from: Surroundings,
): void {
  const say = target === null ? from.err : from.out;
  if (json) {
    say(JSON.stringify({ file: target, ...report }));
    return;
  }
  const { entities, claims, sources, attestations, lost, seq } = report;
  say(
    `${target ?? 'Written'}: ${entities} entities, ${claims} claims, ${sources} sources, ${attestations} attestations, as of place ${seq} in the journal.`,
  );
  for (const { what, count } of lost) say(`Not kept: ${what} (${count} ${count === 1 ? 'time' : 'times'})`);
}
