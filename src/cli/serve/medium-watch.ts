// Whether the medium of a journal is there, a database or a file: told to the log as it comes and goes, and not waited for by a
// server that stops.
import type { Log } from '../terminal/log.js';
import { AWAY_SECONDS, type OpenJournal, type Trouble } from '../open/open-journal.js';

const LOOK_EVERY_MS = 250;
/** A file that is moved away is noticed by the next write at the latest. */
const LOOK_AT_FILE_EVERY_MS = 1000;

export class MediumWatch {
  private isAway = false;
  private isStopping = false;

  constructor(private readonly log: Log) {}

  /** Call it with the error when the medium is lost, and with null when it is back. */
  readonly trouble = (error: unknown): void => {
    this.isAway = error !== null;
    if (!this.isAway) this.log.event('journal back');
    else this.log.event('journal away', { why: error instanceof Error ? error.message : String(error) });
  };

  /** Call it with what went wrong in the background. */
  readonly incident = (where: 'snapshot' | 'journal', error: unknown): void => {
    // What others write is of no concern any more, and the journal may be closed already.
    if (where === 'journal' && this.isStopping) return;
    this.log.incident(where, error);
  };

  /** Looks from time to time whether a journal can still be written to, also while nobody writes, and tells. Returns how to end that. */
  looking({ journal }: OpenJournal, trouble: Trouble): () => void {
    let isThere = true;
    const look = setInterval(() => {
      const obstacle = journal.obstacle();
      if (isThere !== (obstacle === null)) trouble(obstacle);
      isThere = obstacle === null;
    }, LOOK_AT_FILE_EVERY_MS);
    return () => clearInterval(look);
  }

  /** From now on a database that is away, or does not answer, is given up. Returns how to end that. */
  stopping({ journal, giveUp }: OpenJournal): () => void {
    this.isStopping = true;
    const look = setInterval(() => {
      if (!this.isAway && (journal.others?.age ?? 0) < AWAY_SECONDS) return;
      clearInterval(look);
      giveUp();
    }, LOOK_EVERY_MS);
    return () => clearInterval(look);
  }
}
