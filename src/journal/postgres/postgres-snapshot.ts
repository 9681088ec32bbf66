// The snapshot of a journal in the same database: one server writes it, all later starts use it.
import type { PostgresRows } from './rows.js';
import { LOCKED_HEAD } from './text.js';
import type { PageHead } from '../snapshot/snapshot-page.js';
import type { SnapshotStore } from '../snapshot/snapshot-store.js';

const READ = 'SELECT bytes FROM hearsay_page WHERE page = $1';
const HEADS = 'SELECT head FROM hearsay_page ORDER BY page';
const CLEAR = 'DELETE FROM hearsay_page';

/** A page that another server brought further stays; and one with words that were redacted meanwhile is not written. */
const WRITE = `
  INSERT INTO hearsay_page (page, last, head, bytes)
  SELECT $1, $2, $3, $4
  WHERE NOT EXISTS (SELECT 1 FROM hearsay_event WHERE seq > $5 AND type = 'Redacted')
  ON CONFLICT (page) DO UPDATE SET last = $2, head = $3, bytes = $4 WHERE hearsay_page.last < $2`;

export function postgresSnapshot(rows: PostgresRows): SnapshotStore {
  const { reader } = rows;
  return {
    name: `the snapshot in ${rows.name}`,
    read: async page => {
      const [row] = await reader.run<{ bytes: Buffer }>(READ, [page]);
      return row?.bytes ?? null;
    },
    heads: async () => {
      const found = await reader.run<{ head: string }>(HEADS, []);
      return found.map(({ head }) => JSON.parse(head) as PageHead);
    },
    write: (page, bytes, head) =>
      rows.apart(async (link, milliseconds) => {
        // Redactions take the end too: one that is under way is over before the page is written, or comes after and clears it.
        await link.ask(`BEGIN; ${LOCKED_HEAD}`, milliseconds);
        await link.run(WRITE, [page, head.to, JSON.stringify(head), bytes, head.asOf], milliseconds);
        await link.ask('COMMIT', milliseconds);
      }),
    clear: async () => {
      await reader.run(CLEAR, []);
    },
  };
}
