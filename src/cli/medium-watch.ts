// Whether the database of a journal is there: told to the log as it comes and goes, and not waited for by a server that stops.
import type { Log } from './log.js';
import { AWAY_SECONDS, type OpenJournal } from './open-journal.js';

const LOOK_EVERY_MS = 250;

export class DatabaseWatch {
  private isAway = false;
  private isStopping = false;

  constructor(private readonly log: Log) {}

  /** To be told when the database is lost, and with null when it is there again. */
  readonly trouble = (error: unknown): void => {
    this.isAway = error !== null;
    if (!this.isAway) this.log.event('journal back');
    else this.log.event('journal away', { why: error instanceof Error ? error.message : String(error) });
  };

  /** To be told what went wrong in the background. */
  readonly incident = (where: 'snapshot' | 'journal', error: unknown): void => {
    // What others write is of no concern any more, and the journal may be closed already.
    if (where === 'journal' && this.isStopping) return;
    this.log.incident(where, error);
  };

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
