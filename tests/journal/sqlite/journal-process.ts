// A process of its own with the journal it is given: for each given length it appends two events at once, one of length 1 and
// one of that length, and says where the journal ends or how it was refused. It stays, unless it may not open the journal.
import { JournalError } from '../../../src/domain/refusal.js';
import { openSqliteJournal } from '../../../src/journal/sqlite/sqlite-journal.js';
import { pending } from '../../contract/pending-event.js';

const [path = '', ...lengths] = process.argv.slice(2);

async function say(act: () => Promise<number>): Promise<void> {
  try {
    console.log(`ends at ${await act()}`);
  } catch (error) {
    if (!(error instanceof JournalError)) throw error;
    console.log(`refused: ${error.message}`);
  }
}

await say(async () => {
  const journal = await openSqliteJournal(path);
  for (const length of lengths) {
    await say(async () => {
      await journal.append([pending('x'), pending('x'.repeat(Number(length)))], journal.lastSeq);
      return journal.lastSeq;
    });
  }
  process.stdin.resume().on('end', () => process.exit());
  return journal.lastSeq;
});
