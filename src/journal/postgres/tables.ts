// The tables of a journal in PostgreSQL, in plain SQL, so databases that speak its protocol can hold them too.
import { JournalError } from '../../domain/refusal.js';
import { EMPTY_HEAD } from '../stored/journal-row.js';
import type { PostgresLink } from './link.js';

/** Of the tables, not of the events in them. */
const FORM = 1;
const TIME = 30_000;

const CREATE = `
  BEGIN;
  CREATE TABLE hearsay_event (
    seq bigint PRIMARY KEY CHECK (seq > 0),
    at text NOT NULL,
    "by" text NOT NULL,
    way text NOT NULL,
    type text NOT NULL,
    version integer NOT NULL,
    body text NOT NULL,
    salts text NOT NULL,
    checksum bigint NOT NULL,
    hash text NOT NULL
  );
  CREATE TABLE hearsay_text (sha256 text PRIMARY KEY, body bytea NOT NULL);
  CREATE TABLE hearsay_page (
    page integer PRIMARY KEY,
    last bigint NOT NULL,
    head text NOT NULL,
    bytes bytea NOT NULL
  );
  CREATE TABLE hearsay_head (
    one integer PRIMARY KEY CHECK (one = 1),
    seq bigint NOT NULL,
    hash text NOT NULL,
    form integer NOT NULL
  );
  INSERT INTO hearsay_head VALUES (1, 0, '${EMPTY_HEAD.hash}', ${FORM});
  COMMIT`;

const TABLES = `
  SELECT count(*) AS count FROM information_schema.tables
  WHERE table_schema = current_schema() AND table_name IN ('hearsay_event', 'hearsay_head')`;

/** Another server was quicker to make them. */
const MADE_MEANWHILE = ['42P07', '42710', '23505', '40001'];

/** Makes the tables where there are none. @throws JournalError where a newer Hearsay made them, or some are lost. */
export async function claimTables(link: PostgresLink, name: string): Promise<void> {
  const count = async (): Promise<number> => {
    const { rows } = await link.run<{ count: string }>(TABLES, [], TIME);
    return Number(rows[0]?.count);
  };
  if ((await count()) === 0) await make(link);
  if ((await count()) !== 2) {
    throw new JournalError(
      `Journal ${name} is damaged, it has lost a table: restore the database from a backup.`,
    );
  }
  const { rows } = await link.run<{ form: number }>('SELECT form FROM hearsay_head', [], TIME);
  const [{ form } = { form: FORM }] = rows;
  if (form > FORM) {
    throw new JournalError(
      `Journal ${name} has form ${form}, this Hearsay reads ${FORM}: update Hearsay to read it.`,
    );
  }
}

async function make(link: PostgresLink): Promise<void> {
  try {
    await link.ask(CREATE, TIME);
  } catch (error) {
    await link.ask('ROLLBACK', TIME);
    if (!MADE_MEANWHILE.includes(String((error as { readonly code?: string }).code))) throw error;
  }
}
