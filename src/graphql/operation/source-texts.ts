// Reads texts of sources from one folder, to find where quotes stand. They are never stored or sent.
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Source } from '../../domain/source.js';
import { InvalidInput } from '../../domain/refusal.js';
import type { SourceTexts } from './context.js';

const MAX_FILE_BYTES = 5_000_000;
const MAX_KEPT_CHARACTERS = 50_000_000;

interface Kept {
  readonly text: string;
  /** Time and size, by which a changed file is noticed. */
  readonly stamp: string;
}

/**
 * Texts of a folder, by the file names that sources carry. A file that is absent, too large or elsewhere is no text.
 * @throws InvalidInput where the folder cannot be read.
 */
export function openSourceTexts(folder: string): SourceTexts {
  const home = realFolder(folder);
  const kept = new Map<string, Kept>();
  return {
    find({ textFile }: Source): string | null {
      const file = textFile === undefined ? null : plainFile(home, textFile);
      if (file === null) return null;
      const known = kept.get(file.path);
      if (known?.stamp === file.stamp) return known.text;
      const text = readFileSync(file.path, 'utf8');
      kept.set(file.path, { text, stamp: file.stamp });
      forgetOldest(kept);
      return text;
    },
  };
}

function realFolder(folder: string): string {
  try {
    const real = realpathSync(folder);
    if (statSync(real).isDirectory()) return real;
  } catch {
    // Said below, for both cases alike.
  }
  throw new InvalidInput(
    `${folder} is no folder that can be read: give the folder that holds the sources' texts.`,
  );
}

/** A name with a folder in it, or a link that leads out of the folder, is refused by finding nothing. */
function plainFile(home: string, name: string): { path: string; stamp: string } | null {
  if (name !== basename(name) || name === '' || name.startsWith('.') || /[\0\\]/.test(name)) return null;
  try {
    const path = realpathSync(join(home, name));
    const { size, mtimeMs } = statSync(path);
    const fits = dirname(path) === home && statSync(path).isFile() && size <= MAX_FILE_BYTES;
    return fits ? { path, stamp: `${mtimeMs} ${size}` } : null;
  } catch {
    return null;
  }
}

function forgetOldest(kept: Map<string, Kept>): void {
  let characters = [...kept.values()].reduce((sum, { text }) => sum + text.length, 0);
  for (const [path, { text }] of kept) {
    if (characters <= MAX_KEPT_CHARACTERS) return;
    kept.delete(path);
    characters -= text.length;
  }
}
