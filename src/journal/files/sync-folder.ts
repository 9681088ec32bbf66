// Makes folders beside a journal, readable for their owner alone, and syncs their lists of names to disk.
import { mkdir, open } from 'node:fs/promises';

/** A new name, or one that is gone, is so on disk only once its folder is. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a folder for its owner alone, in one that is there: the folder of a journal that was moved away is not made anew. */
export async function makeFolderBeside(folder: string): Promise<void> {
  await mkdir(folder, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}
