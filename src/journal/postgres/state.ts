// Looks at a PostgreSQL database without changing it: whether it holds a journal, and how it is configured.
import { postgresHosts, shownAddress } from './address.js';
import { PostgresLink } from './link.js';
import { isPassing, postgresRefusal, unavailable } from './refusal.js';

export interface PostgresState {
  /** E.g. `15.8`. */
  readonly version: string;
  readonly hasJournal: boolean;
  /** By name, as new connections get them; one that the database does not know is missing. */
  readonly settings: Readonly<Record<string, string>>;
}

const TIME = 8_000;
const TABLES = `
  SELECT count(*) AS count FROM information_schema.tables
  WHERE table_schema = current_schema() AND table_name = 'hearsay_head'`;
const SETTINGS = `
  SELECT name, reset_val AS value FROM pg_settings
  WHERE name IN ('server_version', 'server_encoding', 'fsync', 'full_page_writes', 'synchronous_commit',
    'synchronous_standby_names')`;

/** @throws JournalUnavailable where no server of it takes writes, JournalError where it refuses, InvalidInput for what is no address. */
export async function lookAtPostgres(address: string): Promise<PostgresState> {
  const subject = `Journal ${shownAddress(address)}`;
  let link: PostgresLink | null = null;
  try {
    link = await PostgresLink.open(postgresHosts(address));
    const [tables] = (await link.run<{ count: string }>(TABLES, [], TIME)).rows;
    const { rows } = await link.run<{ name: string; value: string }>(SETTINGS, [], TIME);
    const settings = Object.fromEntries(rows.map(row => [row.name, row.value]));
    return {
      version: settings['server_version'] ?? 'unknown',
      hasJournal: Number(tables?.count) > 0,
      settings,
    };
  } catch (error) {
    throw isPassing(error) ? unavailable(subject, error) : postgresRefusal(error, subject);
  } finally {
    await link?.close();
  }
}
