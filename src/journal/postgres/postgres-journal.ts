// The journal in a PostgreSQL database, for several servers that all accept writes.
import type { Journal } from '../stored/journal.js';
import { openPostgresRows, type PostgresOptions, type PostgresRows } from './rows.js';
import { endAmongOthers, SharedJournal } from '../stored/shared-journal.js';

export interface PostgresJournal {
  readonly journal: Journal;
  /** The rows beneath, for what lies beside them in the database. Closed with the journal. */
  readonly rows: PostgresRows;
}

/** @throws as `openPostgresRows` does, or JournalError where the journal's end is damaged. */
export async function openPostgresJournal(
  address: string,
  options: PostgresOptions = {},
): Promise<PostgresJournal> {
  const rows = await openPostgresRows(address, options);
  try {
    return { journal: new SharedJournal(rows, await endAmongOthers(rows)), rows };
  } catch (error) {
    await rows.close();
    throw error;
  }
}
