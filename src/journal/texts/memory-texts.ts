// Kept texts in memory, gone with the process.
import { textHashOf } from '../../domain/kept-text.js';
import type { TextStore } from './text-store.js';

/** @param under texts that are there already; they are read, never changed. */
export function memoryTexts(under?: TextStore): TextStore {
  const texts = new Map<string, string>();
  return {
    keep: text => {
      const sha256 = textHashOf(text);
      texts.set(sha256, text);
      return Promise.resolve(sha256);
    },
    read: async sha256 => texts.get(sha256) ?? (await under?.read(sha256)) ?? null,
    state: async sha256 => (texts.has(sha256) ? 'SOUND' : ((await under?.state(sha256)) ?? 'MISSING')),
    remove: sha256 => Promise.resolve(void texts.delete(sha256)),
  };
}
