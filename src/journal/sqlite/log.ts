// The write-ahead log beside a SQLite file: the last writes are in it alone, so the journal is the two files together.
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { JournalError } from '../../domain/refusal.js';
import { besideJournal } from '../files/journal-path.js';

/** Links are followed, as SQLite follows them. */
export const logOf = (path: string): string => besideJournal(path, '-wal');

/** Bytes of a file; null where there is none that could be seen. */
export function sizeOf(path: string): number | null {
  try {
    return statSync(path, { throwIfNoEntry: false })?.size ?? null;
  } catch {
    return null;
  }
}

/** The refusal of a file that this user cannot read. */
export function unreadable(path: string, error: unknown): JournalError {
  const { code = 'unknown error' } = error as NodeJS.ErrnoException;
  return new JournalError(
    `Journal ${path} cannot be read (${code}): give the path of a file that this user may read.`,
  );
}

/** https://www.sqlite.org/fileformat2.html#the_database_header */
const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';
const WRITE_VERSION_AT = 18;
const READ_VERSION_AT = 19;
const WITH_LOG = 2;

/**
 * Whether a file was not let go as one file, and its log is not beside it: a copy that was taken without the log, perhaps, in which
 * what was recorded last is missing. Where another program brought the two together, nothing is.
 * @throws JournalError where it cannot be read.
 */
export const lacksLog = (path: string): boolean => closedHeaderOf(path)?.[READ_VERSION_AT] === WITH_LOG;

/**
 * Whether a closed file calls itself of a form that SQLite only reads: none that a journal ever had.
 * @throws JournalError where it cannot be read.
 */
export const forbidsWriting = (path: string): boolean =>
  (closedHeaderOf(path)?.[WRITE_VERSION_AT] ?? WITH_LOG) > WITH_LOG;

/** The header of a SQLite file; null where it is none, or is open. */
function closedHeaderOf(path: string): Buffer | null {
  // While a journal is open, nothing else in this process may open the file. Then there is a log.
  if (!isLongFile(path) || sizeOf(logOf(path)) !== null) return null;
  try {
    const header = headerOf(path);
    return header.toString('latin1', 0, MAGIC.length) === MAGIC ? header : null;
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** A shorter file, or none, is no journal; the caller reports that. */
function isLongFile(path: string): boolean {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    return found?.isFile() === true && found.size >= HEADER_BYTES;
  } catch {
    return false;
  }
}

function headerOf(path: string): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  const file = openSync(path, 'r');
  try {
    readSync(file, header, 0, HEADER_BYTES, 0);
    return header;
  } finally {
    closeSync(file);
  }
}
