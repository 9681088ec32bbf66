// Copies kept texts from beside one journal to beside another, each checked against its hash on the way.
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeFolder } from './make-folder.js';
import { openTextFolder, textFolderOf } from './text-folder.js';
import type { TextStore } from './text-store.js';

export interface TextsCopied {
  readonly texts: number;
  /** Hashes of those that are missing or damaged. */
  readonly missing: readonly string[];
}

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
  return clearingTexts(path, async beside => {
    // What `copy` would refuse is left to it to say.
    const { texts: count } = existsSync(path) ? { texts: 0 } : await copyTexts(texts, hashes, beside);
    return { ...(await copy()), texts: count };
  });
}

/** Lets `work` keep texts beside a journal to be. Where it fails, none are left that were not there before. */
export async function clearingTexts<T>(path: string, work: (beside: TextStore) => Promise<T>): Promise<T> {
  const folder = textFolderOf(path);
  const isNew = !existsSync(folder);
  await makeFolder(dirname(folder));
  try {
    return await work(openTextFolder(folder));
  } catch (error) {
    if (isNew) await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

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
