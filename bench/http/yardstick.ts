// What every yardstick server begins with: the journal that it was started with, opened, and the address it tells its parent.
import { openSqliteJournal } from '../../src/journal/sqlite/sqlite-journal.js';
import { Ledger } from '../../src/journal/ledger.js';
import { benchVocabulary } from '../worlds/power-law.js';

/** Of the file that is this process's first argument. */
export async function openWorld(): Promise<Ledger> {
  const [file = ''] = process.argv.slice(2);
  const ledger = await Ledger.open({
    journal: await openSqliteJournal(file),
    vocabulary: benchVocabulary(),
    clock: Date.now,
  });
  await ledger.graph.names.ready();
  return ledger;
}

/** Ends with the process that asked for it. */
export function tell(port: number): void {
  process.on('disconnect', () => process.exit());
  process.send?.({ url: `http://127.0.0.1:${port}` });
}
