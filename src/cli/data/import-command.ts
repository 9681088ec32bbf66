// `hearsay import`: reads files of other formats into a journal. Doing it again adds nothing.
import { InvalidInput } from '../../domain/refusal.js';
import type { Vocabulary } from '../../domain/vocabulary.js';
import type { FindEntity } from '../../exchange/import/importer.js';
import type { ImportReport } from '../../exchange/import/import-report.js';
import { ledgerSink, runImport, type ImportSink } from '../../exchange/import/run-import.js';
import type { Ask } from '../../graphql/local-api.js';
import { Ledger } from '../../journal/ledger.js';
import { openMemoryJournal } from '../../journal/stored/memory-journal.js';
import { memoryTexts } from '../../journal/texts/memory-texts.js';
import { scratchJournal } from '../../journal/stored/scratch-journal.js';
import { ArticleSession } from './article-session.js';
import { openVocabulary } from '../terminal/files.js';
import { openImporter, type FormatOptions, type ImportFormat } from './import-formats.js';
import { withInputs } from './import-inputs.js';
import { showProgress } from '../terminal/import-progress.js';
import { printReport } from './import-report-text.js';
import { placeOf, type JournalOptions, type JournalPlace } from '../open/journal-place.js';
import { withApi } from '../open/open-api.js';
import { isThere, openJournalToRead } from '../open/open-journal.js';
import { openLedger } from '../open/open-ledger.js';
import { serverSink } from './server-sink.js';
import type { Surroundings } from '../terminal/surroundings.js';

export interface ImportOptions extends FormatOptions, JournalOptions {
  readonly vocabulary?: string;
  readonly format: ImportFormat;
  readonly dryRun?: boolean;
  /** Address of a running server's API, instead of a journal. */
  readonly server?: string;
  readonly tokenFile?: string;
  readonly by: string;
  readonly json?: boolean;
}

/** Prints what came of it. 1 where a record was refused. @throws InvalidInput where a file is bad as a whole. */
export async function importFiles(
  files: readonly string[],
  options: ImportOptions,
  from: Surroundings,
): Promise<number> {
  refuseBoth(options);
  const article = new ArticleSession(options, files.length, from);
  const report = await withInputs(files, from, async inputs => {
    // First what cannot touch the journal.
    const vocabulary = await openVocabulary(from.home, options.vocabulary);
    const importer = await openImporter(options.format, { ...options, article }, vocabulary, from.home);
    const onProgress = showProgress(from);
    const author = { name: options.by, way: 'IMPORT' } as const;
    return withSink(options, vocabulary, from, async (sink, ask, find) => {
      article.opened(ask);
      const run = {
        sink,
        importer,
        inputs,
        author,
        ...(find ? { find } : {}),
        ...(onProgress ? { onProgress } : {}),
      };
      const told = await runImport(run).finally(() => from.progress?.(''));
      print(told, options, from);
      await article.review();
      return told;
    });
  });
  return exitCode(report);
}

function print(report: ImportReport, options: ImportOptions, from: Surroundings): void {
  const { json, dryRun = false, server } = options;
  if (json) from.out(JSON.stringify(report));
  else printReport(report, { data: server ?? placeOf(options).shown, dryRun }, from);
}

function refuseBoth({ server, dryRun }: ImportOptions): void {
  if (server === undefined || !dryRun) return;
  throw new InvalidInput(
    'A running server cannot try an import out: take a backup of it, and try it on that with --data.',
  );
}

/** Lets `use` import into a running server, whose graph nobody here can look into, or a journal; then releases what was opened. */
async function withSink<T>(
  options: ImportOptions,
  vocabulary: Vocabulary,
  from: Surroundings,
  use: (sink: ImportSink, ask: Ask, find?: FindEntity) => Promise<T>,
): Promise<T> {
  const { server, dryRun, by, tokenFile } = options;
  if (server !== undefined) {
    const token = tokenFile === undefined ? {} : { tokenFile };
    return withApi({ server, by, ...token }, from, ask => use(serverSink(ask), ask));
  }
  const ledger = dryRun
    ? await openScratch(placeOf(options), vocabulary, from)
    : await openLedger({ ...options, vocabulary }, from);
  try {
    return await use(ledgerSink(ledger), asking(ledger, by, from), id => ledger.graph.findEntity(id)?.entity);
  } finally {
    await ledger.close();
  }
}

/** The API is made with the first question: most imports ask none. */
function asking(ledger: Ledger, by: string, from: Surroundings): Ask {
  let ask: Promise<Ask> | null = null;
  return async question => (await (ask ??= openApi(ledger, by, from)))(question);
}

async function openApi(ledger: Ledger, by: string, from: Surroundings): Promise<Ask> {
  const [{ askLedger }, { incidentLog }] = await Promise.all([
    import('../../graphql/local-api.js'),
    import('../terminal/incident-log.js'),
  ]);
  return askLedger({ ledger, by, way: 'COMMAND_LINE' }, incidentLog(from));
}

/** For a dry run: a ledger that goes on from the journal and forgets; where there is no journal, none is made. */
async function openScratch(
  place: JournalPlace,
  vocabulary: Vocabulary,
  { clock }: Surroundings,
): Promise<Ledger> {
  const opened = (await isThere(place)) ? await openJournalToRead(place) : null;
  const journal = opened?.journal ?? openMemoryJournal();
  try {
    return await Ledger.open({
      journal: scratchJournal(journal),
      vocabulary,
      clock,
      texts: memoryTexts(opened?.texts),
    });
  } catch (error) {
    await journal.close();
    throw error;
  }
}

const exitCode = ({ refused }: ImportReport): number => (refused > 0 ? 1 : 0);
