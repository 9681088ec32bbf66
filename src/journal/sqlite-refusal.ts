// SQLite's error codes in our words, in the one place that knows them.
import { JournalError } from '../domain/refusal.js';

// By primary code: extended ones (SQLITE_BUSY_RECOVERY) begin with it.
const MEANINGS: Readonly<Record<string, string>> = {
  SQLITE_BUSY: 'another Hearsay server has this journal open: stop that one, or give another path',
  SQLITE_NOTADB: 'this file is no Hearsay journal: give another path',
  SQLITE_CANTOPEN: 'it cannot be opened: give a path in a folder that exists and can be written',
  SQLITE_READONLY: 'it can only be read: allow writing to the file and its folder',
  SQLITE_PERM: 'access is not allowed: allow writing to the file and its folder',
  SQLITE_FULL: 'the disk is full, nothing was written: make room, then try again',
  SQLITE_IOERR: 'the disk failed, nothing was written: check the disk and its free space, then try again',
  SQLITE_CORRUPT: 'the file is damaged: restore it from a copy',
};

/** The refusal for an error of the driver; what is no error of SQLite comes back as it is. */
export function sqliteRefusal(error: unknown, path: string): unknown {
  const code = sqliteCode(error);
  if (code === null) return error;
  const primary = Object.keys(MEANINGS).find(known => code === known || code.startsWith(`${known}_`));
  const meaning =
    primary === undefined ? `SQLite refused it (${(error as Error).message})` : MEANINGS[primary];
  return new JournalError(`Journal ${path}: ${meaning} [${code}].`);
}

function sqliteCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' && error.code.startsWith('SQLITE_') ? error.code : null;
}
