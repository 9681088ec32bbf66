// Opens a journal as a ledger, with the vocabulary it is to be read by.
import { JournalUnavailable } from '../../domain/refusal.js';
import type { Vocabulary } from '../../domain/vocabulary.js';
import { JournalWatch } from '../../journal/journal-watch.js';
import { Ledger } from '../../journal/ledger.js';
import { Snapshot } from '../../journal/snapshot/snapshot.js';
import { openVocabulary } from '../terminal/files.js';
import { placeOf, type JournalOptions } from './journal-place.js';
import { tellLackingLog } from './lacking-log.js';
import { openExistingJournal, openJournal, openJournalToRead, type OpenJournal } from './open-journal.js';
import type { Surroundings } from '../terminal/surroundings.js';

export interface LedgerOptions extends JournalOptions {
  /** The user's own vocabulary file. */
  readonly vocabulary?: string;
}

/** With the whole vocabulary instead of a file, where it was read already. */
type OpenOptions = JournalOptions & { readonly vocabulary?: string | Vocabulary };

/** For those who keep a ledger open. */
export interface Keeping {
  readonly watch: JournalWatch;
  /** Told what went wrong in the background, and where. The snapshot is kept up. */
  readonly trouble: (where: 'snapshot' | 'journal', error: unknown) => void;
}

/**
 * The ledger of a journal, which is made where there is none. A file is held until the ledger is closed. It begins from the
 * snapshot of the journal, and leaves that as it is.
 */
export async function openLedger(options: OpenOptions, from: Surroundings): Promise<Ledger> {
  return openedLedger(options, from, openJournal);
}

/** It can be written to where that is allowed. @throws InvalidInput where there is no journal yet: asking must not make one. */
export async function openExistingLedger(options: LedgerOptions, from: Surroundings): Promise<Ledger> {
  return openedLedger(options, from, openExistingJournal);
}

/** The same for those who only ask: nothing is changed, and nothing needs to be allowed to write. */
export async function openLedgerToRead(options: LedgerOptions, from: Surroundings): Promise<Ledger> {
  return openedLedger(options, from, openJournalToRead);
}

/** Replays an open journal into a ledger. The journal is closed with the ledger, and if the replay fails. */
export async function replayLedger(
  { journal, texts, snapshot: pages }: OpenJournal,
  vocabulary: Vocabulary,
  clock: () => number,
  keeping?: Keeping,
): Promise<Ledger> {
  const watch = keeping?.watch ?? new JournalWatch();
  // That the database is away is told once, and not by each who finds it so.
  const told = (where: 'snapshot' | 'journal') => (error: unknown) =>
    error instanceof JournalUnavailable || keeping?.trouble(where, error);
  try {
    const snapshot = new Snapshot(pages, { keeps: keeping !== undefined, trouble: told('snapshot') });
    return await watch.replaying(() =>
      Ledger.open({
        journal: watch.over(journal),
        ...{ vocabulary, clock, texts, snapshot },
        onTrouble: told('journal'),
      }),
    );
  } catch (error) {
    await journal.close();
    throw error;
  }
}

async function openedLedger(
  { vocabulary: given, ...where }: OpenOptions,
  from: Surroundings,
  open: typeof openExistingJournal,
): Promise<Ledger> {
  // First what cannot touch the journal.
  const place = placeOf(where);
  const vocabulary = typeof given === 'object' ? given : await openVocabulary(from.home, given);
  tellLackingLog(place, from);
  return replayLedger(await open(place), vocabulary, from.clock);
}
