// Checks and makes the file of a journal before it is opened: private to its owner, a regular file, with one name only.
import { existsSync, statSync, type Stats } from 'node:fs';
import { open } from 'node:fs/promises';
import { JournalError } from '../../domain/refusal.js';
import { clearParts } from './publish-whole.js';

/** Rights of files that hold what a journal holds; folders of them have `FOLDER_MODE`. */
export const FILE_MODE = 0o600;
export const FOLDER_MODE = 0o700;

/**
 * Makes the file where there is none. One that is there keeps its rights.
 * @param file its real path
 * @throws JournalError for a folder, a device and the like, and for a file with several names.
 */
export async function readyFile(file: string): Promise<void> {
  const found = existsSync(file) ? statSync(file) : await made(file);
  if (!found.isFile()) refuseOddFile(file, found);
  if (found.nlink === 1) return;
  // A copy that was cut off right after it was whole still has the name that it was written under.
  await clearParts(file);
  refuseOddFile(file, statSync(file));
}

/** @throws JournalError for a folder, a device and the like, and for a file with several names. */
export function refuseOddFile(file: string, found: Stats): void {
  if (!found.isFile()) {
    throw new JournalError(`Journal ${file}: ${kindOf(found)} is there, not a file: give another path.`);
  }
  if (found.nlink === 1) return;
  throw new JournalError(
    `Journal ${file}: the file has ${found.nlink} names (hard links), and what belongs to it lies beside one of them only, ` +
      `its tokens too: remove the others (find them with \`find / -samefile '${file}'\`), or make a copy with cp.`,
  );
}

/** Never opens what is there: closing it would drop the locks of others in this process. */
async function made(file: string): Promise<Stats> {
  try {
    const handle = await open(file, 'wx', FILE_MODE);
    try {
      return await handle.stat();
    } finally {
      await handle.close();
    }
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return statSync(file);
    throw new JournalError(
      `Journal ${file} cannot be opened (${code}): give the path of a file in a folder that can be written.`,
    );
  }
}

function kindOf(found: Stats): string {
  if (found.isDirectory()) return 'a folder';
  if (found.isFIFO()) return 'a pipe';
  return found.isSocket() ? 'a socket' : 'a device';
}
