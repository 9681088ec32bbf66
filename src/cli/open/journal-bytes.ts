// How much room a journal takes on disk: the file, and the log that SQLite keeps beside it.
import { stat } from 'node:fs/promises';
import { InvalidInput } from '../../domain/refusal.js';
import { logOf } from '../../journal/sqlite/log.js';

/** Asks for sizes only: while it is served, nothing else in the process may open the file. */
export async function journalBytes(path: string): Promise<number> {
  const sizes = await Promise.all([path, logOf(path)].map(sizeOf));
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return 0;
    throw new InvalidInput(`${path} cannot be looked at (${code}): is its folder still there?`);
  }
}
