// Opens a journal wherever it is, with what lies beside it: kept texts and the snapshot.
import { existsSync } from 'node:fs';
import { InvalidInput, Refusal } from '../../domain/refusal.js';
import type { Journal } from '../../journal/stored/journal.js';
import { openPostgresJournal } from '../../journal/postgres/postgres-journal.js';
import type { PostgresRows } from '../../journal/postgres/rows.js';
import { lookAtPostgres } from '../../journal/postgres/state.js';
import { postgresSnapshot } from '../../journal/postgres/postgres-snapshot.js';
import { postgresTexts, textsInDatabase } from '../../journal/postgres/postgres-texts.js';
import { openSnapshotFolder, snapshotFolderOf } from '../../journal/snapshot/snapshot-folder.js';
import type { SnapshotStore } from '../../journal/snapshot/snapshot-store.js';
import {
  openSqliteJournal,
  openSqliteJournalAsAllowed,
  openSqliteJournalToRead,
} from '../../journal/sqlite/sqlite-journal.js';
import { openTextFolder, textFolderOf, textsIn } from '../../journal/texts/text-folder.js';
import type { TextStore } from '../../journal/texts/text-store.js';
import { journalBytes } from './journal-bytes.js';
import type { JournalPlace } from './journal-place.js';

export interface OpenJournal {
  readonly journal: Journal;
  readonly texts: TextStore;
  /** Hashes of all texts that are there, named by an event or not. */
  readonly textHashes: () => Promise<readonly string[]>;
  readonly snapshot: SnapshotStore;
  /** Room that the journal takes; null where that is not to be had for now. */
  readonly bytes: () => Promise<number | null>;
  /** Waits no longer for a database that is away: whoever does is refused. The journal is still to be closed. */
  readonly giveUp: () => void;
}

/** A database that is there was reached less long ago: it is looked at twice a second. */
export const AWAY_SECONDS = 2;

/** Told when the database of a journal is lost, and with null when it is there again. */
export type Trouble = (error: unknown) => void;

/**
 * Opens a journal, and makes it where there is none. A file is held until the journal is closed; a database is not.
 * @throws JournalError where it cannot be had.
 */
export const openJournal = (place: JournalPlace, trouble?: Trouble): Promise<OpenJournal> =>
  open(place, openSqliteJournal, trouble);

/**
 * To be read, and written where that is allowed.
 * @throws InvalidInput where there is no journal yet: asking must not make one.
 */
export const openExistingJournal = (place: JournalPlace): Promise<OpenJournal> =>
  openExisting(place, openSqliteJournalAsAllowed);

/** To be read only: nothing is changed, and nothing needs to be allowed to write. @throws as `openExistingJournal` does. */
export const openJournalToRead = (place: JournalPlace): Promise<OpenJournal> =>
  openExisting(place, openSqliteJournalToRead);

/** Lets `use` read a journal, then closes it. @throws as `openExistingJournal` does. */
export async function withExistingJournal<T>(
  place: JournalPlace,
  use: (opened: OpenJournal) => Promise<T>,
): Promise<T> {
  const opened = await openJournalToRead(place);
  try {
    return await use(opened);
  } finally {
    await opened.journal.close();
  }
}

export async function isThere(place: JournalPlace): Promise<boolean> {
  return place.kind === 'FILE' ? existsSync(place.file) : (await lookAtPostgres(place.address)).hasJournal;
}

/** How a journal in a file is opened. */
type OpenFile = (file: string) => Promise<Journal>;

async function openExisting(place: JournalPlace, openFile: OpenFile): Promise<OpenJournal> {
  if (await isThere(place)) return open(place, openFile);
  throw new InvalidInput(
    `There is no journal ${place.shown}: make one with \`hearsay serve\` or \`hearsay load\`.`,
  );
}

const open = async (place: JournalPlace, openFile: OpenFile, trouble?: Trouble): Promise<OpenJournal> =>
  place.kind === 'FILE'
    ? besideFile(place.file, await openFile(place.file))
    : openDatabase(place.address, trouble);

function besideFile(file: string, journal: Journal): OpenJournal {
  const folder = textFolderOf(file);
  return {
    journal,
    texts: openTextFolder(folder),
    textHashes: () => textsIn(folder),
    snapshot: openSnapshotFolder(snapshotFolderOf(file)),
    bytes: () => journalBytes(file),
    giveUp: () => undefined,
  };
}

async function openDatabase(address: string, trouble?: Trouble): Promise<OpenJournal> {
  const { journal, rows } = await openPostgresJournal(address, trouble ? { trouble } : {});
  return {
    journal,
    texts: postgresTexts(rows.reader),
    textHashes: () => textsInDatabase(rows.reader),
    snapshot: postgresSnapshot(rows),
    bytes: () => databaseBytes(rows),
    giveUp: () => void rows.close(),
  };
}

const BYTES = `
  SELECT sum(pg_total_relation_size(c.oid)) AS bytes FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = current_schema() AND c.relname IN ('hearsay_event', 'hearsay_head')`;
async function databaseBytes(rows: PostgresRows): Promise<number | null> {
  // Whoever asks for figures does not wait for a database.
  if (rows.age > AWAY_SECONDS) return null;
  try {
    const [found] = await rows.reader.run<{ bytes: string | null }>(BYTES, []);
    return Number(found?.bytes ?? 0);
  } catch (error) {
    // Some databases that speak the protocol do not say.
    if (error instanceof Refusal) return null;
    throw error;
  }
}
