// Copies kept texts from beside one journal to beside another, each checked against its hash on the way.
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { openTextFolder, textFolderOf } from './text-folder.js';
import type { TextStore } from './text-store.js';

/**
 * Lets `copy` make a journal at `path` once its texts lie beside it. Those that are missing or damaged are left out: `doctor` names
 * them. Where either fails, no texts are left that were not there before.
 */
export async function withTexts<T>(
  texts: TextStore,
  hashes: Iterable<string>,
  path: string,
  copy: () => Promise<T>,
): Promise<T & { readonly texts: number }> {
  const folder = textFolderOf(path);
  const isNew = !existsSync(folder);
  try {
    // What `copy` would refuse is left to it to say.
    const count = existsSync(path) ? 0 : await copyTexts(texts, hashes, folder);
    return { ...(await copy()), texts: count };
  } catch (error) {
    if (isNew) await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function copyTexts(from: TextStore, hashes: Iterable<string>, folder: string): Promise<number> {
  const to = openTextFolder(folder);
  let count = 0;
  for (const sha256 of new Set(hashes)) {
    const text = await from.read(sha256);
    if (text === null) continue;
    await to.keep(text);
    count += 1;
  }
  return count;
}
