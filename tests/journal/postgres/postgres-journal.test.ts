// The journal in PostgreSQL: the contract, and what only several writers can suffer.
import pg from 'pg';
import { beforeAll, beforeEach, describe } from 'vitest';
import { columnsOf, type Head, type JournalRow } from '../../../src/journal/stored/journal-row.js';
import { openPostgresJournal } from '../../../src/journal/postgres/postgres-journal.js';
import { openPostgresRows } from '../../../src/journal/postgres/rows.js';
import type { RowStore } from '../../../src/journal/stored/row-store.js';
import { journalContract } from '../../contract/journal.contract.js';
import { describeOnPostgres, sharedPostgres } from '../../fixtures/on-postgres.js';
import type { Postgres } from '../../fixtures/postgres.js';

describeOnPostgres('a journal in PostgreSQL', () => {
  let postgres: Postgres;
  let address: string;
  beforeAll(async () => {
    postgres = await sharedPostgres();
  });
  beforeEach(async () => {
    address = await postgres.newDatabase();
  });

  /** Does to the database what any client could do. */
  async function tamper(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
    const client = new pg.Client(url);
    await client.connect();
    try {
      await work(client);
    } finally {
      await client.end();
    }
  }

  async function storeRows(rows: readonly JournalRow[], head: Head | null): Promise<RowStore> {
    const url = await postgres.newDatabase();
    await (await openPostgresRows(url)).close();
    await tamper(url, async client => {
      const places = columnsOf({} as JournalRow).map((_, place) => `$${place + 1}`);
      for (const row of rows)
        await client.query(`INSERT INTO hearsay_event VALUES (${places.join()})`, [...columnsOf(row)]);
      if (head) await client.query('UPDATE hearsay_head SET seq = $1, hash = $2', [head.seq, head.hash]);
      else await client.query('DELETE FROM hearsay_head');
    });
    return openPostgresRows(url);
  }

  describe('contract', () =>
    journalContract(async () => (await openPostgresJournal(address)).journal, storeRows));
});
