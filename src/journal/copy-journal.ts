// Copies a journal into a new file, event by event with its chain, while the original goes on being written.
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, copyFile, link, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Conflict, InvalidInput, JournalError } from '../domain/refusal.js';
import type { Row } from './journal-row.js';
import type { Journal } from './journal.js';
import { openSqliteJournal } from './sqlite-journal.js';
import { logOf } from './sqlite-log.js';
import { fillJournal } from './fill-journal.js';
import { syncFolder } from './sync-folder.js';

/** What a copy holds. */
export interface Copied {
  /** Place of its last event. */
  readonly seq: number;
  readonly bytes: number;
}

/** The journal as it stands when this is called. @throws Conflict where the file exists; nothing is left after a refusal. */
export const copyJournal = async (journal: Journal, path: string): Promise<Copied> =>
  writeJournal(path, journal.rows(0, journal.lastSeq));

/**
 * Makes a journal from a backup. The backup itself is not opened, so it may lie where nothing can be written.
 * @throws InvalidInput where there is none, JournalError where its chain does not hold, Conflict where `path` exists.
 */
export async function restoreJournal(backup: string, path: string): Promise<Copied> {
  const file = resolve(path);
  if (existsSync(file)) throw exists(file);
  const { size } = await stat(backup).catch(() => ({ size: 0 }));
  if (size === 0) throw new InvalidInput(`There is no journal in ${backup}: give the path of a backup.`);
  return inPart(file, async part => {
    await copyToWrite(backup, part);
    const log = logOf(backup);
    if (existsSync(log)) await copyToWrite(log, logOf(part));
    const journal = await openSqliteJournal(part);
    try {
      return await copyJournal(journal, file);
    } finally {
      await journal.close();
    }
  });
}

/** A copy has the rights of the original, which may allow nobody to write. */
async function copyToWrite(from: string, to: string): Promise<void> {
  await copyFile(from, to);
  await chmod(to, 0o600);
}

/**
 * Writes rows into a new journal file, which appears only once it is whole and on disk. @throws Conflict where the file exists.
 * @param before what must be done before it appears
 */
export async function writeJournal(
  path: string,
  rows: AsyncIterable<Row>,
  before: () => Promise<void> = () => Promise.resolve(),
): Promise<Copied> {
  const file = resolve(path);
  if (existsSync(file)) throw exists(file);
  return inPart(file, async part => {
    const seq = await fill(part, rows);
    await before();
    await link(part, file);
    await syncFolder(dirname(file));
    return { seq, bytes: (await stat(file)).size };
  });
}

/** Lets `work` write beside a file to be, and clears up after it. */
async function inPart<T>(file: string, work: (part: string) => Promise<T>): Promise<T> {
  const part = `${file}.${randomUUID()}.part`;
  try {
    return await work(part);
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw exists(file);
    if (code === undefined || syscall === undefined) throw error;
    throw new JournalError(
      `${file} cannot be written (${code}): give a path in a folder that can be written.`,
    );
  } finally {
    for (const rest of ['', '-journal', '-wal', '-shm']) await rm(part + rest, { force: true });
  }
}

async function fill(part: string, rows: AsyncIterable<Row>): Promise<number> {
  const copy = await openSqliteJournal(part);
  try {
    await fillJournal(copy, rows);
    return copy.lastSeq;
  } finally {
    await copy.close();
  }
}

const exists = (file: string): Conflict =>
  new Conflict(`${file} exists already: nothing is overwritten, give another path.`, { field: ['file'] });
