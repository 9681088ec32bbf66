// Copies a journal with its chain into a new file, while others may write to the original.
import { createReadStream, createWriteStream, existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { InvalidInput, JournalError, Refusal } from '../../domain/refusal.js';
import { copyTexts, placeTexts, type TextsCopied, type TextsToCopy } from '../texts/copy-texts.js';
import { fillJournal } from '../stored/fill-journal.js';
import { FILE_MODE } from '../files/journal-file.js';
import { realPath } from '../files/journal-path.js';
import type { JournalRow } from '../stored/journal-row.js';
import type { Journal } from '../stored/journal.js';
import { publishWhole } from '../files/publish-whole.js';
import { openSqliteJournal } from '../sqlite/sqlite-journal.js';
import { logOf } from '../sqlite/log.js';
import { openTextFolder, textFolderOf } from '../texts/text-folder.js';

/** What a copy holds. */
export interface Copied extends TextsCopied {
  /** Place of its last event. */
  readonly seq: number;
  readonly bytes: number;
}

/** The journal as it stands when this is called, with its texts beside it. @throws Conflict where the file exists; nothing is left after a refusal. */
export const copyJournal = async (journal: Journal, path: string, texts?: TextsToCopy): Promise<Copied> =>
  writeJournal(path, journal.rows(0, journal.lastSeq), texts);

/**
 * Makes a journal from a backup, with the texts beside that. The backup itself is not opened, so it may lie where nothing can be
 * written.
 * @throws InvalidInput where there is none, JournalError where its chain does not hold, Conflict where `path` exists.
 */
export async function restoreJournal(backup: string, path: string, texts?: TextsToCopy): Promise<Copied> {
  const original = realPath(backup);
  const found = statSync(original, { throwIfNoEntry: false });
  if (!found?.isFile() || found.size === 0)
    throw new InvalidInput(`There is no journal in ${backup}: give the path of a backup.`);
  return inPart(path, async part => {
    const copy = `${part}.backup`;
    await copyFile(original, copy);
    const log = logOf(original);
    if (existsSync(log)) await copyFile(log, logOf(copy));
    const journal = await openSqliteJournal(copy).catch((error: unknown) => refuse(error, copy, backup));
    try {
      return await fill(part, journal.rows(0), texts);
    } finally {
      await journal.close();
    }
  });
}

/**
 * Writes rows into a new journal file, which appears only once it is whole and on disk, with texts beside it.
 * @throws Conflict where the file exists.
 */
export const writeJournal = (
  path: string,
  rows: AsyncIterable<JournalRow>,
  texts?: TextsToCopy,
): Promise<Copied> => inPart(path, part => fill(part, rows, texts));

/** Lets `work` write a journal to be and its texts, which appear together. */
async function inPart(path: string, work: (part: string) => Promise<Copied>): Promise<Copied> {
  // Not where a link leads: that would be there already, and may lie anywhere.
  const file = resolve(path);
  let takeBack = (): Promise<void> => Promise.resolve();
  try {
    return await publishWhole(file, async part => {
      const copied = await work(part);
      takeBack = await placeTexts(part, file);
      return copied;
    });
  } catch (error) {
    await takeBack();
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code === undefined || syscall === undefined) throw error;
    throw new JournalError(
      `${file} cannot be written (${code}): give a path in a folder that can be written.`,
    );
  }
}

/** Texts are copied after the rows, because the rows may say which texts there are. */
async function fill(part: string, rows: AsyncIterable<JournalRow>, texts?: TextsToCopy): Promise<Copied> {
  const copy = await openSqliteJournal(part);
  try {
    await fillJournal(copy, rows);
  } finally {
    await copy.close();
  }
  const copied = texts
    ? await copyTexts(texts.from, texts.hashes(), openTextFolder(textFolderOf(part)))
    : { texts: 0, missing: [] };
  return { seq: copy.lastSeq, bytes: statSync(part).size, ...copied };
}

/** For its owner alone, whoever may read the original. */
const copyFile = (from: string, to: string): Promise<void> =>
  pipeline(createReadStream(from), createWriteStream(to, { flags: 'wx', mode: FILE_MODE }));

/** The copy is opened in place of the backup: whoever gave that knows nothing of it. */
function refuse(error: unknown, copy: string, backup: string): never {
  if (!(error instanceof Refusal)) throw error;
  throw new JournalError(error.message.replaceAll(realPath(copy), backup));
}
