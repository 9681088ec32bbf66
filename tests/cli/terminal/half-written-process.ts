// A process of its own that writes something new, says when it has written half of it, and goes no further.
import { once } from 'node:events';
import { writeNewFile, writeNewFolder } from '../../../src/cli/terminal/new-file.js';
import { writeJournal } from '../../../src/journal/upkeep/copy-journal.js';
import { openSqliteJournal } from '../../../src/journal/sqlite/sqlite-journal.js';
import { openTextFolder, textFolderOf, textsIn } from '../../../src/journal/texts/text-folder.js';

const [what = '', target = '', original = ''] = process.argv.slice(2);

async function* upTo<T>(first: T): AsyncIterable<T> {
  yield first;
  console.log('half');
  await once(process.stdin, 'end');
}

/** All rows and all texts, but no end. */
async function copied(): Promise<void> {
  const journal = await openSqliteJournal(original);
  const from = openTextFolder(textFolderOf(original));
  const hashes = await textsIn(textFolderOf(original));
  const stuck = { ...from, read: (sha256: string) => (sha256 === '' ? hang() : from.read(sha256)) };
  await writeJournal(target, journal.rows(0), {
    from: stuck,
    hashes: () => [...hashes, ''],
  });
}

async function hang(): Promise<null> {
  console.log('half');
  await once(process.stdin, 'end');
  return null;
}

const WRITE: Readonly<Record<string, () => Promise<unknown>>> = {
  file: () => writeNewFile(target, upTo('half\n')),
  folder: () =>
    writeNewFolder(target, async write => {
      await write('whole.csv', whole('whole\n'));
      await write('half.csv', upTo('half\n'));
    }),
  journal: copied,
};

async function* whole(text: string): AsyncIterable<string> {
  yield text;
  await Promise.resolve();
}

process.stdin.resume();
await WRITE[what]?.();
