// Kept texts as files in a folder beside the journal. A file is named by its hash alone, so no name can lead elsewhere.
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { lstat, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import { isTextHash, LONGEST_KEPT_TEXT, textHashOf } from '../../domain/kept-text.js';
import { JournalError } from '../../domain/refusal.js';
import { FILE_MODE } from '../files/journal-file.js';
import { besideJournal } from '../files/journal-path.js';
import { clearPartsIn, partOf } from '../files/publish-whole.js';
import { makeFolderBeside, syncFolder } from '../files/sync-folder.js';
import type { TextState, TextStore } from './text-store.js';

const ENDING = '.txt';
/** UTF-8 takes at most three bytes for a UTF-16 unit. */
const MAX_BYTES = 3 * LONGEST_KEPT_TEXT;
const PIECE = 262_144;

/** Where the texts of a journal lie. */
export const textFolderOf = (journal: string): string => besideJournal(journal, '.texts');

/** The texts in a folder, which is made when the first text comes. Whoever holds the journal alone may keep and remove texts. */
export function openTextFolder(folder: string): TextStore {
  const pathOf = (sha256: string): string => {
    if (!isTextHash(sha256)) throw new Error('a text is named by its hash alone');
    return join(folder, sha256 + ENDING);
  };
  const read = async (sha256: string): Promise<string | null> => {
    const path = pathOf(sha256);
    try {
      const found = await lstat(path);
      return found.isFile() && found.size <= MAX_BYTES ? await soundText(path, sha256) : null;
    } catch {
      // A folder that cannot be read has no texts to show; `doctor` says more.
      return null;
    }
  };
  const state = async (sha256: string): Promise<TextState> => {
    if ((await read(sha256)) !== null) return 'SOUND';
    return existsSync(pathOf(sha256)) ? 'DAMAGED' : 'MISSING';
  };
  let isSwept = false;
  return {
    keep: async text => {
      const sha256 = textHashOf(text);
      if (!isSwept) await orRefuse(folder, () => sweep(folder));
      isSwept = true;
      if ((await read(sha256)) === null) await written(folder, pathOf(sha256), text);
      return sha256;
    },
    read,
    state,
    remove: sha256 =>
      orRefuse(folder, async () => {
        await rm(pathOf(sha256), { force: true });
        await sweep(folder);
        if (existsSync(folder)) await syncFolder(folder);
      }),
  };
}

/** Read and hashed piece by piece: a large one takes a tenth of a second. Null unless it has this hash. */
async function soundText(path: string, sha256: string): Promise<string | null> {
  const hash = createHash('sha256');
  const decoder = new StringDecoder('utf8');
  const pieces: string[] = [];
  for await (const bytes of createReadStream(path, { highWaterMark: PIECE }) as AsyncIterable<Buffer>) {
    hash.update(bytes);
    pieces.push(decoder.write(bytes));
  }
  return hash.digest('hex') === sha256 ? pieces.join('') + decoder.end() : null;
}

/** Hashes of all texts in a folder; none where there is no folder. @throws JournalError where it cannot be read. */
export async function textsIn(folder: string): Promise<readonly string[]> {
  return (await namesIn(folder))
    .filter(name => name.endsWith(ENDING))
    .map(name => name.slice(0, -ENDING.length))
    .filter(isTextHash);
}

/** What was being written when a process was killed holds words too. */
async function sweep(folder: string): Promise<void> {
  if (existsSync(folder)) await clearPartsIn(folder);
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return existsSync(folder) ? await readdir(folder) : [];
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    throw new JournalError(`The folder of texts ${folder} cannot be read (${code}): let this user read it.`);
  }
}

/** The name is there only once the whole text is on disk, and on disk itself when this resolves. */
async function written(folder: string, path: string, text: string): Promise<void> {
  const part = partOf(path);
  await orRefuse(folder, async () => {
    try {
      await makeFolderBeside(folder);
      const file = await open(part, 'wx', FILE_MODE);
      try {
        await file.writeFile(text, 'utf8');
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(part, path);
      await syncFolder(folder);
      await syncFolder(dirname(folder));
    } finally {
      await rm(part, { force: true }).catch(() => undefined);
    }
  });
}

async function orRefuse(folder: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code === undefined || syscall === undefined) throw error;
    const advice = 'nothing was recorded: make room, or make it a folder that can be written';
    throw new JournalError(`The folder of texts ${folder} cannot be written (${code}): ${advice}.`);
  }
}
