// Opens a journal file as a ledger, with the vocabulary it is to be read by.
import { existsSync } from 'node:fs';
import { InvalidInput } from '../domain/refusal.js';
import type { Vocabulary } from '../domain/vocabulary.js';
import { JournalWatch } from '../journal/journal-watch.js';
import { Ledger } from '../journal/ledger.js';
import { Snapshot, type SnapshotOptions } from '../journal/snapshot.js';
import { openSnapshotFolder, snapshotFolderOf } from '../journal/snapshot-folder.js';
import { openTextFolder, textFolderOf } from '../journal/text-folder.js';
import { openSqliteJournal } from '../journal/sqlite-journal.js';
import { openVocabulary } from './files.js';
import type { Surroundings } from './surroundings.js';

export interface LedgerOptions {
  /** Path of the journal. */
  readonly data: string;
  /** The user's own vocabulary file. */
  readonly vocabulary?: string;
}

/** With the whole vocabulary instead of a file, where it was read already. */
type OpenOptions = Pick<LedgerOptions, 'data'> & { readonly vocabulary?: string | Vocabulary };

/**
 * The ledger of a journal file, which is made where there is none. The file is held until the ledger is closed. It begins from the
 * snapshot beside the file, and leaves that as it is unless it is told to keep it up.
 */
export async function openLedger(
  options: OpenOptions,
  { home, clock }: Surroundings,
  watch = new JournalWatch(),
  upkeep: SnapshotOptions = { keeps: false },
): Promise<Ledger> {
  // First what cannot touch the journal.
  const { vocabulary: given } = options;
  const vocabulary = typeof given === 'object' ? given : await openVocabulary(home, given);
  const journal = await openSqliteJournal(options.data);
  try {
    const texts = openTextFolder(textFolderOf(options.data));
    const snapshot = new Snapshot(openSnapshotFolder(snapshotFolderOf(options.data)), upkeep);
    return await watch.replaying(() => Ledger.open(watch.over(journal), vocabulary, clock, texts, snapshot));
  } catch (error) {
    await journal.close();
    throw error;
  }
}

/** @throws InvalidInput where there is no journal yet: asking must not make one. */
export async function openExistingLedger(options: LedgerOptions, from: Surroundings): Promise<Ledger> {
  if (existsSync(options.data)) return openLedger(options, from);
  throw new InvalidInput(
    `There is no journal ${options.data}: make one with \`hearsay serve\` or \`hearsay load\`.`,
  );
}
