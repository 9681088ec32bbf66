// `hearsay backup`, `restore`, `export-journal` and `import-journal`: whole journals, from one file into a new one.
import { createReadStream, existsSync } from 'node:fs';
import { InvalidInput } from '../domain/refusal.js';
import { copyJournal, restoreJournal, writeJournal, type Copied } from '../journal/copy-journal.js';
import { withTexts } from '../journal/copy-texts.js';
import { journalLines, rowsOfLines } from '../journal/journal-lines.js';
import { openSqliteJournal } from '../journal/sqlite-journal.js';
import { openTextFolder, textFolderOf, textsIn } from '../journal/text-folder.js';
import type { TextStore } from '../journal/text-store.js';
import { unusable, writeNewFile } from './new-file.js';
import { DEFAULT_DATA } from './defaults.js';
import { withApi, type ApiOptions } from './open-api.js';
import type { Surroundings } from './surroundings.js';

export interface JournalFileOptions {
  /** Path of the journal. */
  readonly data: string;
  readonly json?: boolean;
}

export type BackupOptions = ApiOptions & { readonly json?: boolean };

const BACKUP = `mutation Backup($file: String!) {
  backup(file: $file) { seq bytes userErrors { message code } }
}`;

interface BackupAnswer {
  readonly seq: number | null;
  readonly bytes: number | null;
  readonly userErrors: readonly { readonly message: string; readonly code: string }[];
}

/** Copies a journal that no server holds, or has a running server write the copy into its folder for backups. */
export async function backup(file: string, options: BackupOptions, from: Surroundings): Promise<number> {
  if (options.server !== undefined) return backupByServer(file, options, from);
  const { data = DEFAULT_DATA, json } = options;
  const copied = await withJournal(data, async journal =>
    withTexts(...(await textsOf(data)), file, () => copyJournal(journal, file)),
  );
  return told(`Backed up ${data} to ${file}`, file, copied, json, from);
}

async function backupByServer(file: string, options: BackupOptions, from: Surroundings): Promise<number> {
  const answer = await withApi(options, from, ask => ask({ query: BACKUP, variables: { file } }));
  const payload = answer.data?.['backup'] as BackupAnswer | undefined;
  const [problem] = payload?.userErrors ?? answer.errors ?? [];
  if (problem) throw new InvalidInput(problem.message);
  if (!payload) throw new InvalidInput('The server answered nothing: is this the address of a Hearsay API?');
  const copied = { seq: payload.seq ?? 0, bytes: payload.bytes ?? 0 };
  return told(`The server backed up its journal to ${file}`, file, copied, options.json, from);
}

/** Makes a journal from a backup whose chain holds. */
export async function restore(
  file: string,
  options: JournalFileOptions,
  from: Surroundings,
): Promise<number> {
  const copied = await withTexts(...(await textsOf(file)), options.data, () =>
    restoreJournal(file, options.data),
  );
  return told(`Restored ${file} as ${options.data}`, options.data, copied, options.json, from);
}

/** Writes a journal as lines of JSON. */
export async function exportJournal(
  file: string,
  { data, json }: JournalFileOptions,
  from: Surroundings,
): Promise<number> {
  const copied = await withJournal(data, async journal => {
    const { head } = journal;
    const bytes = await writeNewFile(file, withEnds(journalLines(head, journal.rows(0, head.seq))));
    return { seq: head.seq, bytes };
  });
  const [, left] = await textsOf(data);
  if (left.length > 0)
    from.err(`${left.length} texts of sources are not in it: copy ${textFolderOf(data)} along.`);
  return told(`Exported ${data} to ${file}`, file, copied, json, from);
}

/** Makes a journal from lines of JSON. */
export async function importJournal(
  file: string,
  { data, json }: JournalFileOptions,
  from: Surroundings,
): Promise<number> {
  const copied = await writeJournal(data, rowsOfLines(linesOf(file)));
  return told(`Imported ${file} as ${data}`, data, copied, json, from);
}

/** The texts beside a journal or a backup, and their hashes. */
async function textsOf(path: string): Promise<[texts: TextStore, hashes: readonly string[]]> {
  const folder = textFolderOf(path);
  return [openTextFolder(folder), await textsIn(folder)];
}

async function withJournal<T>(
  path: string,
  use: (journal: Awaited<ReturnType<typeof openSqliteJournal>>) => Promise<T>,
): Promise<T> {
  // Asking must not make one.
  if (!existsSync(path))
    throw new InvalidInput(`There is no journal ${path}: give the path of one with --data.`);
  const journal = await openSqliteJournal(path);
  try {
    return await use(journal);
  } finally {
    await journal.close();
  }
}

async function* withEnds(lines: AsyncIterable<string>): AsyncIterable<string> {
  for await (const line of lines) yield `${line}\n`;
}

/** Split at line feeds alone: texts may hold other characters that end a line elsewhere. */
async function* linesOf(file: string): AsyncIterable<string> {
  let rest = '';
  try {
    for await (const chunk of createReadStream(file, 'utf8') as AsyncIterable<string>) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch (error) {
    throw unusable(file, error);
  }
  if (rest !== '') yield rest;
}

function told(
  what: string,
  file: string,
  { seq, bytes, texts = 0 }: Copied & { readonly texts?: number },
  json: boolean | undefined,
  { out }: Surroundings,
): number {
  const beside = texts > 0 ? `, and ${texts} texts beside it` : '';
  out(
    json ? JSON.stringify({ file, seq, bytes, texts }) : `${what}: ${seq} events, ${bytes} bytes${beside}.`,
  );
  return 0;
}
