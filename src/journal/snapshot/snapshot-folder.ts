// A snapshot as files in a folder beside the journal, one for each page, readable for its owner alone.
import { existsSync } from 'node:fs';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { JournalError } from '../../domain/refusal.js';
import { FILE_MODE } from '../files/journal-file.js';
import { besideJournal } from '../files/journal-path.js';
import type { SnapshotStore } from './snapshot-store.js';
import { makeFolderBeside, syncFolder } from '../files/sync-folder.js';

/** Where the snapshot of a journal lies. */
export const snapshotFolderOf = (journal: string): string => besideJournal(journal, '.snapshot');

/** The pages in a folder, which is made when the first page comes. Whoever holds the journal alone may write here. */
export function openSnapshotFolder(folder: string): SnapshotStore {
  const pathOf = (page: number): string => join(folder, `page-${page}`);
  return {
    name: folder,
    read: async page => {
      try {
        return await readFile(pathOf(page));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
    },
    write: async (page, bytes) => {
      await makeFolderBeside(folder);
      const part = `${pathOf(page)}.part`;
      await writeThrough(part, bytes);
      await rename(part, pathOf(page));
      await syncFolder(folder);
    },
    clear: async () => {
      try {
        if (!existsSync(folder)) return;
        await rm(folder, { recursive: true });
        await syncFolder(join(folder, '..'));
      } catch (error) {
        const { code = 'unknown error' } = error as NodeJS.ErrnoException;
        throw new JournalError(
          `The snapshot ${folder} cannot be removed (${code}), and it holds the same words: remove it by hand, then try again.`,
        );
      }
    },
  };
}

async function writeThrough(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'w', FILE_MODE);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
