// One server's writers in a process of their own, on a journal that others may write to: it writes whenever its parent says so.
import { isPostgres } from '../../src/journal/postgres/address.js';
import { openPostgresJournal } from '../../src/journal/postgres/postgres-journal.js';
import { openSqliteJournal } from '../../src/journal/sqlite/sqlite-journal.js';
import { writersOn } from '../writes/writers.js';

/** What the parent asks for; the answer is how many milliseconds one attach took, or nothing once it is closed. */
export interface Order {
  readonly writers: number;
  readonly ms: number;
}

const [address = ''] = process.argv.slice(2);
const journal = isPostgres(address)
  ? (await openPostgresJournal(address)).journal
  : await openSqliteJournal(address);
const writers = await writersOn(journal, `server ${process.pid}`);
process.send?.('ready');
process.on('message', (order: Order | 'close') => {
  void (async () => {
    if (order !== 'close') process.send?.(await writers.attach(order.writers, order.ms));
    else {
      await writers.close();
      process.disconnect();
    }
  })();
});
