// Copies the rows of one journal into another, transaction by transaction; the target checks the chain.
import { Conflict } from '../../domain/refusal.js';
import { columnsOf, type JournalRow } from './journal-row.js';
import type { Journal } from './journal.js';

const BATCH = 2000;

/** Adds rows to a journal that they follow. */
export async function fillJournal(journal: Journal, rows: AsyncIterable<JournalRow>): Promise<void> {
  let batch: JournalRow[] = [];
  for await (const row of rows) {
    if (batch.push(row) < BATCH) continue;
    await journal.adopt(batch);
    batch = [];
  }
  await journal.adopt(batch, true);
}

/**
 * Those of the rows of a whole journal that another does not have yet: it must have the first of them, or none.
 * @throws Conflict where it has others, before any is given.
 */
export async function* rowsBeyond(
  rows: AsyncIterable<JournalRow>,
  journal: Journal,
  name: string,
): AsyncIterable<JournalRow> {
  const there = journal.rows(0, journal.lastSeq)[Symbol.asyncIterator]();
  for await (const row of rows) {
    const known = await there.next();
    if (known.done) yield row;
    else checkSame(row, known.value, name);
  }
  if (!(await there.next()).done)
    throw new Conflict(`${name} holds more events than what is to be copied: ${ADVICE}.`);
}

const ADVICE = 'nothing is overwritten, give an empty database';

/** By all columns: a text that was redacted on one side only leaves the chain as it was. */
function checkSame(row: JournalRow, known: JournalRow, name: string): void {
  if (columnsOf(row).join('\0') === columnsOf(known).join('\0')) return;
  if (row.hash === known.hash)
    throw new Conflict(
      `Event ${row.seq} in ${name} has a text that was redacted since, or lost one: ${ADVICE}.`,
    );
  throw new Conflict(`${name} holds another journal, from event ${row.seq} on: ${ADVICE}.`);
}
