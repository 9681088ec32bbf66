// The file of a journal before it is opened: whom it is for, and what is none.
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { textHashOf } from '../../../src/domain/kept-text.js';
import { copyJournal, restoreJournal } from '../../../src/journal/upkeep/copy-journal.js';
import { partOf } from '../../../src/journal/files/publish-whole.js';
import { openSqliteJournal } from '../../../src/journal/sqlite/sqlite-journal.js';
import { openTextFolder, textFolderOf } from '../../../src/journal/texts/text-folder.js';
import { pending } from '../../contract/pending-event.js';

const UNKNOWN_RIGHTS = process.platform === 'win32';

let folder: string;
let umask: number;
const at = (...names: string[]): string => join(folder, ...names);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-file-'));
  umask = process.umask(0);
});
afterEach(() => {
  process.umask(umask);
  rmSync(folder, { recursive: true });
});

const rightsOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

async function made(path: string): Promise<void> {
  const journal = await openSqliteJournal(path);
  await journal.append([pending('a')], 0);
  await journal.close();
}

const refusal = async (path: string): Promise<string> => {
  try {
    await (await openSqliteJournal(path)).close();
    return 'none';
  } catch (error) {
    return (error as Error).message;
  }
};

test.skipIf(UNKNOWN_RIGHTS)(
  'a new journal, its log, its folder and its texts are for their owner alone, whatever the umask (skipped on Windows: no such rights)',
  async () => {
    const path = at('new', 'a.db');
    const journal = await openSqliteJournal(path);
    await journal.append([pending('a')], 0);
    expect(existsSync(`${path}-wal`)).toBe(true);
    await openTextFolder(textFolderOf(path)).keep('Words.');
    const names = ['.', 'a.db', 'a.db-wal', 'a.db.texts', join('a.db.texts', `${textHashOf('Words.')}.txt`)];
    expect(names.map(name => [name, rightsOf(at('new', name))])).toEqual([
      ['.', '700'],
      ['a.db', '600'],
      ['a.db-wal', '600'],
      ['a.db.texts', '700'],
      [names[4], '600'],
    ]);
    await journal.close();
  },
);

test.skipIf(UNKNOWN_RIGHTS)(
  'a copy and what is restored from one are too, whoever may read the original (skipped on Windows)',
  async () => {
    await made(at('a.db'));
    chmodSync(at('a.db'), 0o644);
    const journal = await openSqliteJournal(at('a.db'));
    await copyJournal(journal, at('b.db'));
    await journal.close();
    chmodSync(at('b.db'), 0o644);
    await restoreJournal(at('b.db'), at('c.db'));
    chmodSync(at('b.db'), 0o600);
    expect([rightsOf(at('b.db')), rightsOf(at('c.db'))]).toEqual(['600', '600']);
  },
);

test.skipIf(UNKNOWN_RIGHTS)('a journal that is there keeps its rights (skipped on Windows)', async () => {
  await made(at('a.db'));
  chmodSync(at('a.db'), 0o640);
  const journal = await openSqliteJournal(at('a.db'));
  await journal.append([pending('b')], 1);
  expect([rightsOf(at('a.db')), rightsOf(at('a.db-wal'))]).toEqual(['640', '640']);
  await journal.close();
});

test('a file with two names is refused by both, and left as it is', async () => {
  await made(at('a.db'));
  linkSync(at('a.db'), at('b.db'));
  for (const name of ['a.db', 'b.db']) expect(await refusal(at(name))).toMatch(/has 2 names.*-samefile/);
  rmSync(at('a.db'));
  expect(await refusal(at('b.db'))).toBe('none');
});

test('a copy whose process was killed once it was whole is opened, and its other name goes', async () => {
  await made(at('a.db'));
  linkSync(at('a.db'), partOf(at('a.db')));
  expect(await refusal(at('a.db'))).toBe('none');
  expect(readdirSync(folder)).toEqual(['a.db']);
});

test('a link leads to the journal, and one that leads nowhere yet to where it is made', async () => {
  symlinkSync('real.db', at('link.db'));
  await made(at('link.db'));
  expect(readdirSync(folder)).toEqual(['link.db', 'real.db']);
  expect(await refusal(at('real.db'))).toBe('none');
  expect(textFolderOf(at('link.db'))).toBe(textFolderOf(at('real.db')));
});

test.each([
  ['a folder', (): string => folder, 'a folder is there'],
  ['a device', (): string => '/dev/null', 'a device is there'],
  ['a link to a device', (): string => at('null.db'), 'a device is there'],
])('%s is no journal, and nothing is laid beside it', async (_, place, message) => {
  symlinkSync('/dev/null', at('null.db'));
  const before = readdirSync(folder);
  expect(await refusal(place())).toContain(message);
  expect(readdirSync(folder)).toEqual(before);
  expect(existsSync('/dev/null-journal')).toBe(false);
});

test('a file of nothing becomes a journal', async () => {
  writeFileSync(at('a.db'), '');
  await made(at('a.db'));
});
