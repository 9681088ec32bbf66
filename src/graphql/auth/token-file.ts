// The file beside a journal that lists whose tokens are valid: written whole or not at all, readable for its owner only.
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Conflict, InvalidInput, Refusal } from '../../domain/refusal.js';
import { besideJournal, realPath } from '../../journal/files/journal-path.js';
import { isScope, type Caller } from './scope.js';

/** A token as it is kept: by its hash, under a name that no other token has. */
export interface TokenEntry extends Caller {
  /** SHA-256 of the token, as hex. */
  readonly sha256: string;
  /** ISO 8601 in UTC. */
  readonly createdAt: string;
}

const VERSION = 1;

/** Where the tokens of a journal are kept. */
export const tokenFileOf = (data: string): string => besideJournal(data, '.tokens.json');

/** The tokens of a file, or null where there is no file. @throws InvalidInput where it cannot be read or is damaged. */
export function readTokenFile(file: string): readonly TokenEntry[] | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const code = codeOf(error);
    // The folder above may be missing; the journal reports that.
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw new InvalidInput(`The tokens in ${file} cannot be read (${code}): let the server's user read it.`);
  }
  const tokens = parseTokens(text);
  if (tokens) return tokens;
  throw new InvalidInput(`${file} is damaged: restore it, or delete it and create new tokens.`);
}

/**
 * Puts other tokens in the place of those in the file.
 * @throws Conflict where someone else is doing so right now, InvalidInput where the disk refuses.
 */
export function changeTokenFile(
  file: string,
  change: (tokens: readonly TokenEntry[]) => readonly TokenEntry[],
): void {
  // Where a link leads: the new file takes the place of the old one, and not of the link.
  const place = realPath(file);
  const draft = `${place}.new`;
  const handle = openDraft(draft);
  try {
    try {
      // Read only now: the draft keeps others from changing the file meanwhile.
      const tokens = change(readTokenFile(file) ?? []);
      writeFileSync(handle, `${JSON.stringify({ version: VERSION, tokens }, null, 2)}\n`);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(draft, place);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error instanceof Refusal ? error : refusedBy(error, file);
  }
  syncFolder(dirname(place));
}

function openDraft(draft: string): number {
  try {
    return openSync(draft, 'wx', 0o600);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw refusedBy(error, draft);
    throw new Conflict(`${draft} is there: another command changes the tokens. If none does, delete it.`);
  }
}

/** Makes the new name last through a loss of power. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function parseTokens(text: string): readonly TokenEntry[] | null {
  try {
    const { version, tokens } = JSON.parse(text) as { version?: unknown; tokens?: unknown };
    return version === VERSION && Array.isArray(tokens) && tokens.every(isEntry) ? tokens : null;
  } catch {
    return null;
  }
}

function isEntry(entry: unknown): entry is TokenEntry {
  const { name, scope, sha256, createdAt } = (entry ?? {}) as Partial<Record<keyof TokenEntry, unknown>>;
  const isHash = typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256);
  return typeof name === 'string' && name !== '' && isScope(scope) && isHash && typeof createdAt === 'string';
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);

const refusedBy = (error: unknown, file: string): InvalidInput =>
  new InvalidInput(`${file} cannot be written (${codeOf(error)}): is its folder there?`);
