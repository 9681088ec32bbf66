// A folder's list of names, brought to disk.
import { open } from 'node:fs/promises';

/** A new name, or one that is gone, is so on disk only once its folder is. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
