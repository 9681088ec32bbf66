// `hearsay export`: writes what a view shows of a journal in a format of others, to a new file, a new folder, or standard output.
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Conflict, InvalidInput } from '../domain/refusal.js';
import type { ClaimStatus, View } from '../domain/view.js';
import { Reading } from '../evidence/reading.js';
import { ExportWorld } from '../exchange/export/export-world.js';
import type { Exporter } from '../exchange/export/exporter.js';
import { runExport, type ExportReport, type Store } from '../exchange/export/run-export.js';
import { loadExporter, type ExportFormat } from './export-formats.js';
import { writeNewFile, unusable } from './new-file.js';
import { openLedgerToRead, type LedgerOptions } from './open-ledger.js';
import type { Surroundings } from './surroundings.js';

export interface ExportOptions extends LedgerOptions {
  readonly format: ExportFormat;
  /** Path of a file; of a folder where the format has several files. */
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
  const store = storeOf(exporter, options, from);
  const ledger = await openLedgerToRead(options, from);
  try {
    const world = new ExportWorld(new Reading(ledger.graph, viewOf(options)), options.claim);
    tell(await withTarget(exporter, options.out, () => runExport(world, exporter, store)), options, from);
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

function storeOf(exporter: Exporter, { out }: ExportOptions, from: Surroundings): Store {
  const hasFolder = exporter.parts.length > 1;
  if (out !== undefined) {
    return async (part, text) => void (await writeNewFile(hasFolder ? join(out, part.name) : out, text));
  }
  if (hasFolder) {
    const names = exporter.parts.map(({ name }) => name).join(', ');
    throw new InvalidInput(
      `${exporter.name} is ${exporter.parts.length} files (${names}): name a new folder for them with --out.`,
    );
  }
  return async (_, text) => {
    for await (const piece of text) await from.outText(piece);
  };
}

/** Makes the folder for an export of several files, and removes it where the export fails. */
async function withTarget<T>(exporter: Exporter, out: string | undefined, use: () => Promise<T>): Promise<T> {
  if (out === undefined || exporter.parts.length === 1) return use();
  await mkdir(out).catch((error: unknown) => {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EEXIST') throw unusable(out, error);
    throw new Conflict(`${out} exists already: nothing is overwritten, give another path.`);
  });
  try {
    return await use();
  } catch (error) {
    await rm(out, { recursive: true, force: true });
    throw error;
  }
}

function tell(report: ExportReport, { out, json }: ExportOptions, from: Surroundings): void {
  const say = out === undefined ? from.err : from.out;
  if (json) {
    say(JSON.stringify({ file: out ?? null, ...report }));
    return;
  }
  const { entities, claims, sources, attestations, lost, seq } = report;
  say(
    `${out ?? 'Written'}: ${entities} entities, ${claims} claims, ${sources} sources, ${attestations} attestations, as of place ${seq} in the journal.`,
  );
  for (const { what, count } of lost) say(`Not kept: ${what} (${count} ${count === 1 ? 'time' : 'times'})`);
}
