// `hearsay import`: reads files of other formats into a journal. Doing it again adds nothing.
import { existsSync } from 'node:fs';
import { InvalidInput } from '../domain/refusal.js';
import type { Vocabulary } from '../domain/vocabulary.js';
import type { ImportReport } from '../exchange/import/import-report.js';
import { runImport } from '../exchange/import/run-import.js';
import { Ledger } from '../journal/ledger.js';
import { openMemoryJournal } from '../journal/memory-journal.js';
import { scratchJournal } from '../journal/scratch-journal.js';
import { openSqliteJournal } from '../journal/sqlite-journal.js';
import { openVocabulary } from './files.js';
import { openImporter, type FormatOptions, type ImportFormat } from './import-formats.js';
import { withInputs } from './import-inputs.js';
import { showProgress } from './import-progress.js';
import { printReport } from './import-report-text.js';
import { openLedger, type LedgerOptions } from './open-ledger.js';
import type { Surroundings } from './surroundings.js';

export interface ImportOptions extends LedgerOptions, FormatOptions {
  readonly format: ImportFormat;
  readonly dryRun?: boolean;
  readonly server?: string;
  readonly by: string;
  readonly json?: boolean;
}

/** Prints what came of it. 1 where a record was refused. @throws InvalidInput where a file is bad as a whole. */
export async function importFiles(
  files: readonly string[],
  options: ImportOptions,
  from: Surroundings,
): Promise<number> {
  const { json = false, dryRun = false } = options;
  if (options.server !== undefined) {
    throw new InvalidInput(
      'A running server takes no imports: stop it, import into its journal with --data, and start it again.',
    );
  }
  const report = await withInputs(files, from, async inputs => {
    // First what cannot touch the journal.
    const vocabulary = await openVocabulary(from.home, options.vocabulary);
    const importer = await openImporter(options.format, options, vocabulary, from.home);
    const sink = dryRun ? await openScratch(options.data, vocabulary, from) : await openLedger(options, from);
    try {
      const onProgress = showProgress(from);
      const author = { name: options.by, way: 'IMPORT' } as const;
      return await runImport({ sink, importer, inputs, author, ...(onProgress ? { onProgress } : {}) });
    } finally {
      await sink.close();
      from.progress?.('');
    }
  });
  if (json) from.out(JSON.stringify(report));
  else printReport(report, { data: options.data, dryRun }, from);
  return exitCode(report);
}

/** For a dry run: a ledger that goes on from the journal and forgets; where there is no journal, none is made. */
async function openScratch(path: string, vocabulary: Vocabulary, { clock }: Surroundings): Promise<Ledger> {
  const journal = existsSync(path) ? await openSqliteJournal(path) : openMemoryJournal();
  try {
    return await Ledger.open(scratchJournal(journal), vocabulary, clock);
  } catch (error) {
    await journal.close();
    throw error;
  }
}

const exitCode = ({ refused }: ImportReport): number => (refused > 0 ? 1 : 0);
