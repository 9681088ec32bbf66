// A process of its own that records one entity after another in the journal it is given, with a snapshot that is written all the time.
import { Ledger } from '../../../src/journal/ledger.js';
import { openSnapshotFolder, snapshotFolderOf } from '../../../src/journal/snapshot/snapshot-folder.js';
import { Snapshot } from '../../../src/journal/snapshot/snapshot.js';
import { openSqliteJournal } from '../../../src/journal/sqlite/sqlite-journal.js';
import { builtInVocabulary, START } from '../../fixtures/open-ledger.js';

const [path = ''] = process.argv.slice(2);
const snapshot = new Snapshot(openSnapshotFolder(snapshotFolderOf(path)), { every: 1, pageEvents: 8 });
const journal = await openSqliteJournal(path);
const ledger = await Ledger.open({ journal, vocabulary: builtInVocabulary(), clock: () => START, snapshot });
for (;;) {
  const number = ledger.graph.seq + 1;
  await ledger.execute(
    { type: 'AddEntity', id: `entity:t/${number}`, kind: 'PERSON', label: `${number}` },
    'Tess',
  );
  console.log(number);
}
