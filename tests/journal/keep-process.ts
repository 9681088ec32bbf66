// A process of its own that keeps one text after another in the journal it is given, and says each one's number once it is kept.
import { openSqliteJournal } from '../../src/journal/sqlite/sqlite-journal.js';
import { openTextFolder, textFolderOf } from '../../src/journal/texts/text-folder.js';
import { openLedger } from '../fixtures/open-ledger.js';

const [path = '', round = ''] = process.argv.slice(2);
const { ledger } = await openLedger(await openSqliteJournal(path), openTextFolder(textFolderOf(path)));
const source = { new: { kind: 'ARTICLE', url: 'https://example.org/a' } } as const;
for (let number = 0; ; number += 1) {
  await ledger.execute(
    { type: 'KeepText', source, text: `${round} ${number} ${'word '.repeat(2000)}` },
    'Tess',
  );
  console.log(number);
}
