// Writes a new file whole, or leaves none: half of one would pass for the whole.
import { existsSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { Conflict, InvalidInput, Refusal } from '../domain/refusal.js';

/**
 * Writes the pieces of a text to a file that only its owner can read. Says how many bytes it has.
 * @throws Conflict where there is such a file already; InvalidInput where it cannot be written.
 */
export async function writeNewFile(file: string, pieces: AsyncIterable<string>): Promise<number> {
  if (existsSync(file))
    throw new Conflict(`${file} exists already: nothing is overwritten, give another path.`);
  const handle = await open(file, 'wx', 0o600).catch((error: unknown) => {
    throw unusable(file, error);
  });
  try {
    for await (const piece of pieces) await handle.appendFile(piece);
    await handle.sync();
    return (await handle.stat()).size;
  } catch (error) {
    await rm(file, { force: true });
    throw error instanceof Refusal || !isOfSystem(error) ? error : unusable(file, error);
  } finally {
    await handle.close();
  }
}

const isOfSystem = (error: unknown): boolean => error instanceof Error && 'syscall' in error;

/** The file system refuses a path that the user gave. */
export function unusable(file: string, error: unknown): InvalidInput {
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
  return new InvalidInput(`${file} cannot be used (${code}): give the path of a file in a folder of yours.`);
}
