// Flips bytes of a journal file, one at a time, and says what became of each: found, harmless, or missed.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JournalError } from '../../src/domain/refusal.js';
import { checkJournal } from '../../src/journal/upkeep/check-journal.js';
import type { JournalRow } from '../../src/journal/stored/journal-row.js';
import { openSqliteJournal } from '../../src/journal/sqlite/sqlite-journal.js';

export interface Flips {
  /** Bytes that were flipped. */
  flipped: number;
  /** The check named a place or refused, and reading was refused or gave every row as it was. */
  found: number;
  /** Every row was read as it was, and the check has nothing to say: the byte means nothing. */
  harmless: number;
  /** Places where something else was read than what was written, or what is refused passed the check: none may be. */
  missed: number[];
}

/** Flips the bits of `mask` in the bytes at `places` of a closed journal, each in a copy in `folder`. */
export async function flipBytes(
  path: string,
  folder: string,
  places: Iterable<number>,
  mask: number,
): Promise<Flips> {
  const bytes = readFileSync(path);
  const whole = await outcome(join(folder, 'whole-copy.db'), bytes);
  const flips: Flips = { flipped: 0, found: 0, harmless: 0, missed: [] };
  for (const place of places) {
    const broken = Buffer.from(bytes);
    broken.writeUInt8(broken.readUInt8(place) ^ mask, place);
    flips.flipped += 1;
    // Files of their own: what one damage leaves behind must not be taken for another.
    const read = await outcome(join(folder, `read-${mask}-${place}.db`), broken);
    const checked = await finding(join(folder, `checked-${mask}-${place}.db`), broken);
    if (checked && (read === null || read === whole)) flips.found += 1;
    else if (read === whole) flips.harmless += 1;
    else flips.missed.push(place);
  }
  return flips;
}

/** In memory where there is such a folder: thousands of openings would otherwise wait for a disk. */
export const quickFolder = (): string => (existsSync('/dev/shm') ? '/dev/shm' : tmpdir());

/** Places of the bytes that make up the stored members of events. */
export async function placesOfEvents(path: string): Promise<readonly number[]> {
  const journal = await openSqliteJournal(path);
  const rows: JournalRow[] = [];
  for await (const row of journal.rows(0)) rows.push(row);
  await journal.close();
  const bytes = readFileSync(path);
  return rows.flatMap(({ at, by, way, type, body, salts, hash }) => {
    // A record's texts lie side by side, but for the two numbers.
    const start = bytes.indexOf(Buffer.concat([Buffer.from(at + by + way + type)]));
    const end = bytes.indexOf(hash, bytes.indexOf(body + salts, start)) + hash.length;
    if (start < 0 || end < start) throw new Error('an event lies on more than one page: use shorter ones');
    return Array.from({ length: end - start }, (_, offset) => start + offset);
  });
}

/** All rows as text, or null where the journal was refused. */
async function outcome(path: string, bytes: Buffer): Promise<string | null> {
  writeFileSync(path, bytes);
  try {
    const journal = await openSqliteJournal(path);
    try {
      const rows: JournalRow[] = [];
      for await (const row of journal.rows(0)) rows.push(row);
      return JSON.stringify(rows);
    } finally {
      await journal.close();
    }
  } catch (error) {
    if (error instanceof JournalError) return null;
    throw error;
  } finally {
    remove(path);
  }
}

function remove(path: string): void {
  for (const rest of ['', '-wal', '-shm', '-journal']) rmSync(path + rest, { force: true });
}

/** Whether a check says that something is wrong. */
async function finding(path: string, bytes: Buffer): Promise<boolean> {
  writeFileSync(path, bytes);
  try {
    return (await checkJournal(path)).findings.length > 0;
  } catch (error) {
    if (error instanceof JournalError) return true;
    throw error;
  } finally {
    remove(path);
  }
}
