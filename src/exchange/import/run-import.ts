// Runs an import: reads all files once to see that none is bad as a whole, then once more, carrying out what they say in batches.
import type { Command } from '../../domain/command.js';
import type { Author } from '../../domain/event.js';
import { InvalidInput } from '../../domain/refusal.js';
import type { Ledger } from '../../journal/ledger.js';
import { newsOf, type ImportNews } from './import-news.js';
import { ImportTally, type ImportReport } from './import-report.js';
import type { FindEntity, ImportedItem, Importer, ImportInput } from './importer.js';

/** Where records go: a ledger, or a way to one. */
export interface ImportSink {
  /** Takes each record as a whole or refuses it as a whole, in their order. */
  take(records: readonly (readonly Command[])[], author: Author): Promise<readonly ImportOutcome[]>;
}

/** What came of a record, or why it was refused. */
export type ImportOutcome =
  { readonly news: ImportNews; readonly refusal: null } | { readonly news: null; readonly refusal: string };

/** Each record is a batch of its own, so that it is refused alone; handed over together, they share a commit. */
export const ledgerSink = (ledger: Pick<Ledger, 'executeEach'>): ImportSink => ({
  take: async (records, author) =>
    (await ledger.executeEach(records, author)).map(({ done, refused }) =>
      done ? { news: newsOf(done), refusal: null } : { news: null, refusal: refused.refusal.message },
    ),
});

export interface ImportProgress {
  readonly phase: 'CHECKING' | 'WRITING';
  readonly file: string;
  /** Records so far, of all files. */
  readonly read: number;
  /** Records in all; null until they are counted. */
  readonly total: number | null;
}

export interface ImportRun {
  readonly sink: ImportSink;
  readonly importer: Importer;
  readonly inputs: readonly ImportInput[];
  /** In whose name it is recorded, and by which way. */
  readonly author: Author;
  /** For formats whose reading depends on what the graph has. */
  readonly find?: FindEntity;
  readonly onProgress?: (progress: ImportProgress) => void;
}

/** What is written in one commit: it waits for the disk once. Beyond this, nothing is gained. */
const RECORDS_TOGETHER = 512;
const COMMANDS_TOGETHER = 4096;
const CHECKED_BETWEEN_PROGRESS = 1024;

/**
 * Imports files, one after the other. A record that is refused is reported; the others go in. What a stopped run wrote stays, and
 * running it again goes on from there, since nothing is recorded twice.
 * @throws InvalidInput where a file is bad as a whole: nothing was written then. JournalError where the journal fails.
 */
export async function runImport(run: ImportRun): Promise<ImportReport> {
  const total = await countRecords(run);
  const tally = new ImportTally();
  for (const input of run.inputs) {
    for await (const items of groupsOf(run.importer.read(input, run.find))) {
      await write(items, run, tally);
      run.onProgress?.({ phase: 'WRITING', file: input.name, read: tally.read, total });
    }
  }
  return tally.report();
}

async function countRecords({ importer, inputs, find, onProgress }: ImportRun): Promise<number> {
  let read = 0;
  for (const input of inputs) {
    const before = read;
    for await (const _ of importer.count?.(input) ?? importer.read(input, find)) {
      read += 1;
      if (read % CHECKED_BETWEEN_PROGRESS === 0) {
        onProgress?.({ phase: 'CHECKING', file: input.name, read, total: null });
      }
    }
    if (read === before) {
      const { name: file } = input;
      throw new InvalidInput(`There is no record in ${file}: is it the right file, and the right format?`, {
        file,
      });
    }
  }
  return read;
}

async function* groupsOf(items: AsyncIterable<ImportedItem>): AsyncIterable<readonly ImportedItem[]> {
  let group: ImportedItem[] = [];
  let commands = 0;
  for await (const item of items) {
    group.push(item);
    if ('commands' in item) commands += item.commands.length;
    if (group.length < RECORDS_TOGETHER && commands < COMMANDS_TOGETHER) continue;
    yield group;
    group = [];
    commands = 0;
  }
  if (group.length > 0) yield group;
}

async function write(
  items: readonly ImportedItem[],
  { sink, author }: ImportRun,
  tally: ImportTally,
): Promise<void> {
  const records = items.flatMap(item => ('commands' in item ? [item.commands] : []));
  const outcomes = (await sink.take(records, author)).values();
  for (const item of items) {
    if ('problem' in item) tally.refuse(item.place, item.problem);
    else if ('skipped' in item) tally.skip(item.skipped);
    else {
      const outcome = outcomes.next().value;
      if (outcome?.news) tally.take(outcome.news, item.lost);
      else tally.refuse(item.place, outcome?.refusal ?? '');
    }
  }
}
