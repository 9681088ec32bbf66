// Writes new files of text, and new folders of them, whole or not at all: half of one would pass for the whole.
import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { InvalidInput, Refusal } from '../../domain/refusal.js';
import { FILE_MODE, FOLDER_MODE } from '../../journal/files/journal-file.js';
import { publishWhole } from '../../journal/files/publish-whole.js';
import { syncFolder } from '../../journal/files/sync-folder.js';
import type { Surroundings } from './surroundings.js';

/**
 * Writes the pieces of a text to a file that only its owner can read. Says how many bytes it has.
 * @throws Conflict where there is such a file already; InvalidInput where it cannot be written.
 */
export const writeNewFile = (file: string, pieces: AsyncIterable<string>): Promise<number> =>
  orRefuse(file, () => publishWhole(file, part => written(part, pieces)));

/** Writes one file of a new folder, by its name in it. */
export type WriteInside = (name: string, pieces: AsyncIterable<string>) => Promise<number>;

/** Lets `fill` write files into a folder that only its owner can read, and that appears with all of them. @throws as `writeNewFile` does. */
export const writeNewFolder = <T>(
  folder: string,
  fill: (writeInside: WriteInside) => Promise<T>,
): Promise<T> =>
  orRefuse(folder, () =>
    publishWhole(folder, async part => {
      await mkdir(part, { mode: FOLDER_MODE });
      const done = await fill((name, pieces) => written(join(part, name), pieces));
      await syncFolder(part);
      return done;
    }),
  );

async function written(file: string, pieces: AsyncIterable<string>): Promise<number> {
  const handle = await open(file, 'wx', FILE_MODE);
  try {
    for await (const piece of pieces) await handle.appendFile(piece);
    await handle.sync();
    return (await handle.stat()).size;
  } finally {
    await handle.close();
  }
}

/** Writes the pieces of a text to standard output. Says how many bytes they have. */
export async function outPieces(
  pieces: AsyncIterable<string>,
  to: Pick<Surroundings, 'outText'>,
): Promise<number> {
  let bytes = 0;
  for await (const piece of pieces) {
    bytes += Buffer.byteLength(piece);
    await to.outText(piece);
  }
  return bytes;
}

async function orRefuse<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Refusal || !isOfSystem(error) ? error : unusable(path, error);
  }
}

const isOfSystem = (error: unknown): boolean => error instanceof Error && 'syscall' in error;

/** The file system refuses a path that the user gave. */
export function unusable(file: string, error: unknown): InvalidInput {
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
  return new InvalidInput(`${file} cannot be used (${code}): give the path of a file in a folder of yours.`);
}
