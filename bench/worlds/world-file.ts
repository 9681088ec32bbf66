// A made world as a journal file, written once and copied for each server: a journal has one holder at a time.
import { openSqliteJournal } from '../../src/journal/sqlite/sqlite-journal.js';
import type { PendingEvent } from '../../src/journal/stored/journal.js';
import { benchVocabulary, powerLawWorld } from './power-law.js';

const BATCH = 5_000;

export async function writeWorld(file: string, claims: number): Promise<void> {
  const journal = await openSqliteJournal(file);
  let pending: PendingEvent[] = [];
  const flush = async (): Promise<void> => {
    await journal.append(pending, journal.lastSeq);
    pending = [];
  };
  for (const { seq: _, ...event } of powerLawWorld(claims, benchVocabulary())) {
    pending.push(event);
    if (pending.length === BATCH) await flush();
  }
  await flush();
  await journal.close();
}
