// Translates SQLite's error codes into our refusals; no other file knows them.
import { JournalError } from '../../domain/refusal.js';

// By primary code: extended ones (SQLITE_BUSY_RECOVERY) begin with it.
const MEANINGS: Readonly<Record<string, string>> = {
  SQLITE_BUSY:
    'another Hearsay server has this journal open: stop that one, ask it with `--server`, or give another path',
  SQLITE_NOTADB: 'this file is no Hearsay journal: give another path',
  SQLITE_CANTOPEN: 'it cannot be opened: give a path in a folder that exists and can be written',
  SQLITE_READONLY: 'it can only be read: allow writing to the file and its folder',
  SQLITE_PERM: 'access is not allowed: allow writing to the file and its folder',
  SQLITE_FULL: 'the disk is full, nothing was written: make room, then try again',
  SQLITE_IOERR: 'the disk failed, nothing was written: check the disk and its free space, then try again',
  SQLITE_CORRUPT: 'the file is damaged: restore it from a copy',
};

/** Extended codes that the driver has no name for, by their numbers. */
const UNNAMED: Readonly<Record<string, string>> = {
  UNKNOWN_SQLITE_ERROR_1544: 'SQLITE_READONLY_DIRECTORY',
};

/** The refusal for an error of the driver; what is no error of SQLite comes back as it is. */
export function sqliteRefusal(error: unknown, path: string): unknown {
  const code = sqliteCode(error);
  if (code === null) return error;
  const meaning = meaningOf(code) ?? `SQLite refused it (${(error as Error).message})`;
  return new JournalError(`Journal ${path}: ${meaning} [${code}].`);
}

/** The refusal where a journal cannot be let go as one file, as on a full disk: then all of it is in two. */
export function unclosed(error: unknown, path: string): unknown {
  const code = sqliteCode(error);
  if (code === null) return error;
  const kept = `what was acknowledged is in it and in ${path}-wal: keep the two together`;
  return new JournalError(`Journal ${path} could not be made one file at the end [${code}]; ${kept}.`);
}

/** SQLite's code of an error of the driver; null for other errors. */
export function sqliteCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  const code = UNNAMED[error.code] ?? error.code;
  return /^(UNKNOWN_)?SQLITE_/.test(code) ? code : null;
}

function meaningOf(code: string): string | undefined {
  const primary = Object.keys(MEANINGS).find(known => code === known || code.startsWith(`${known}_`));
  return primary === undefined ? undefined : MEANINGS[primary];
}
