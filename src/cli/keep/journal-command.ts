// `hearsay backup`, `restore`, `export-journal` and `import-journal`: whole journals in files, from one into a new one.
import { createReadStream } from 'node:fs';
import { InvalidInput } from '../../domain/refusal.js';
import { copyJournal, restoreJournal, writeJournal, type Copied } from '../../journal/upkeep/copy-journal.js';
import type { TextsToCopy } from '../../journal/texts/copy-texts.js';
import { journalLines, rowsOfLines } from '../../journal/stored/journal-lines.js';
import { openTextFolder, textFolderOf, textsIn } from '../../journal/texts/text-folder.js';
import { wholeRows } from '../../journal/stored/whole-rows.js';
import { STANDARD_STREAM } from '../terminal/defaults.js';
import { placeOf, type JournalOptions, type JournalPlace } from '../open/journal-place.js';
import { tellLackingLog } from '../open/lacking-log.js';
import { outPieces, unusable, writeNewFile } from '../terminal/new-file.js';
import { withApi, type ApiOptions } from '../open/open-api.js';
import { withExistingJournal } from '../open/open-journal.js';
import type { Surroundings } from '../terminal/surroundings.js';

export interface JournalFileOptions extends JournalOptions {
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
  if (file === STANDARD_STREAM)
    throw new InvalidInput(
      'A backup is a file: give its path, or write lines to standard output with `hearsay export-journal -`.',
    );
  const place = placeOf(options);
  fileOf(place, `hearsay copy --from ${place.shown} --to sqlite:${file}`);
  tellLackingLog(place, from);
  const copied = await withExistingJournal(place, async ({ journal, texts, textHashes }) => {
    const hashes = await textHashes();
    return copyJournal(journal, file, { from: texts, hashes: () => hashes });
  });
  return told(`Backed up ${place.shown} to ${file}`, file, copied, options.json, from);
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
  const place = placeOf(options);
  const path = fileOf(place, `hearsay copy --from sqlite:${file} --to ${place.shown}`);
  tellLackingLog({ kind: 'FILE', file, shown: file }, from);
  const copied = await restoreJournal(file, path, await textsOf(file));
  return told(`Restored ${file} as ${place.shown}`, place.shown, copied, options.json, from);
}

/** Writes a journal as lines of JSON. */
export async function exportJournal(
  file: string,
  { json, ...where }: JournalFileOptions,
  from: Surroundings,
): Promise<number> {
  const place = placeOf(where);
  tellLackingLog(place, from);
  return withExistingJournal(place, async ({ journal, textHashes }) => {
    const { head } = journal;
    const lines = withEnds(journalLines(head, wholeRows(journal)));
    const isStream = file === STANDARD_STREAM;
    const bytes = isStream ? await outPieces(lines, from) : await writeNewFile(file, lines);
    const left = (await textHashes()).length;
    const advice =
      place.kind === 'FILE' ? `copy ${textFolderOf(place.file)} along` : '`hearsay copy` takes them along';
    if (left > 0) from.err(`${left} texts of sources are not in it: ${advice}.`);
    const say = isStream ? { out: from.err } : from;
    return told(`Exported ${place.shown} to ${file}`, file, { seq: head.seq, bytes }, json, say);
  });
}

/** Makes a journal from lines of JSON. */
export async function importJournal(
  file: string,
  { json, ...where }: JournalFileOptions,
  from: Surroundings,
): Promise<number> {
  const place = placeOf(where);
  // Cut off in the middle, an import leaves nothing; in a database there would be half a journal.
  const path = fileOf(place, `import into a file, then hearsay copy --from sqlite:FILE --to ${place.shown}`);
  const copied = await writeJournal(path, rowsOfLines(linesOf(file, from)));
  return told(`Imported ${file} as ${place.shown}`, place.shown, copied, json, from);
}

/** @throws InvalidInput for a database, with what does the same for that. */
function fileOf(place: JournalPlace, instead: string): string {
  if (place.kind === 'FILE') return place.file;
  throw new InvalidInput(
    `This is for journals in files, and ${place.shown} is a database: use \`${instead}\`, or pg_dump and pg_restore.`,
  );
}

/** The texts beside a journal or a backup. */
async function textsOf(path: string): Promise<TextsToCopy> {
  const folder = textFolderOf(path);
  const hashes = await textsIn(folder);
  return { from: openTextFolder(folder), hashes: () => hashes };
}

async function* withEnds(lines: AsyncIterable<string>): AsyncIterable<string> {
  for await (const line of lines) yield `${line}\n`;
}

/** Split at line feeds alone: texts may hold other characters that end a line elsewhere. */
async function* linesOf(file: string, from: Surroundings): AsyncIterable<string> {
  let rest = '';
  try {
    for await (const chunk of chunksOf(file, from)) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch (error) {
    throw unusable(file, error);
  }
  if (rest !== '') yield rest;
}

const chunksOf = (file: string, { inputBytes }: Surroundings): AsyncIterable<string> =>
  file === STANDARD_STREAM ? decoded(inputBytes()) : createReadStream(file, 'utf8');

async function* decoded(bytes: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  const decoder = new TextDecoder();
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
}

function told(
  what: string,
  file: string,
  { seq, bytes, texts = 0 }: Pick<Copied, 'seq' | 'bytes'> & Partial<Copied>,
  json: boolean | undefined,
  { out }: Pick<Surroundings, 'out'>,
): number {
  const beside = texts > 0 ? `, and ${texts} texts beside it` : '';
  out(
    json ? JSON.stringify({ file, seq, bytes, texts }) : `${what}: ${seq} events, ${bytes} bytes${beside}.`,
  );
  return 0;
}
