// Makes the folder that a journal is to lie in, with the folders above it.
import { existsSync } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { JournalError } from '../../domain/refusal.js';
import { FOLDER_MODE } from './journal-file.js';

/**
 * Folder by folder: the recursive `mkdir` of Node never returns where a file system answers ENOENT below a folder, as /proc does.
 * @throws JournalError where one cannot be made.
 */
export async function makeFolder(folder: string): Promise<void> {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) await makeFolder(dirname(folder));
  try {
    await mkdir(folder, { mode: FOLDER_MODE });
    await syncNamesIn(dirname(folder));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    if (code === 'EEXIST') return;
    throw new JournalError(
      `The folder ${folder} cannot be made (${code}): give a path in a folder that can be written.`,
    );
  }
}

/** So that the folder's own name outlives a power loss too. Where a folder cannot be synced, SQLite does not insist either. */
async function syncNamesIn(folder: string): Promise<void> {
  const handle = await open(folder).catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close();
}
