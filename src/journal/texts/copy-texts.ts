// Copies kept texts from one store to another, and checks each against its hash.
import { existsSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder } from '../files/sync-folder.js';
import { textFolderOf } from './text-folder.js';
import type { TextStore } from './text-store.js';

/** Texts that go along with a journal. */
export interface TextsToCopy {
  readonly from: TextStore;
  /** Asked once all rows were read. */
  readonly hashes: () => Iterable<string>;
}

export interface TextsCopied {
  readonly texts: number;
  /** Hashes of those that are missing or damaged. */
  readonly missing: readonly string[];
}

/** Those that are missing or damaged are left out: `doctor` names them. */
export async function copyTexts(
  from: TextStore,
  hashes: Iterable<string>,
  to: TextStore,
): Promise<TextsCopied> {
  const missing: string[] = [];
  let texts = 0;
  for (const sha256 of new Set(hashes)) {
    const text = await from.read(sha256);
    if (text === null) missing.push(sha256);
    else {
      await to.keep(text);
      texts += 1;
    }
  }
  return { texts, missing };
}

/** Moves the texts beside one file to beside another, among those that are there already. Returns how to take that back. */
export async function placeTexts(part: string, file: string): Promise<() => Promise<void>> {
  const [from, to] = [textFolderOf(part), textFolderOf(file)];
  const nothing = (): Promise<void> => Promise.resolve();
  if (!existsSync(from)) return nothing;
  if (!existsSync(to)) {
    await rename(from, to);
    return () => rm(to, { recursive: true, force: true });
  }
  const missing = (await readdir(from)).filter(name => !existsSync(join(to, name)));
  for (const name of missing) await rename(join(from, name), join(to, name));
  await syncFolder(to);
  return async () => {
    for (const name of missing) await rm(join(to, name), { force: true });
  };
}
