// What is written new is there whole or not at all: killed in the middle, it leaves nothing under its name, and the next run clears up.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { outPieces, writeNewFile, writeNewFolder } from '../../../src/cli/terminal/new-file.js';
import { textHashOf } from '../../../src/domain/kept-text.js';
import { copyJournal } from '../../../src/journal/upkeep/copy-journal.js';
import { openSqliteJournal } from '../../../src/journal/sqlite/sqlite-journal.js';
import { openTextFolder, textFolderOf } from '../../../src/journal/texts/text-folder.js';
import { pending } from '../../contract/pending-event.js';

const PROGRAM = ['--import', 'tsx', join(import.meta.dirname, 'half-written-process.ts')];

let folder: string;
const at = (...names: string[]): string => join(folder, ...names);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-new-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function* pieces(...texts: string[]): AsyncIterable<string> {
  for (const text of texts) yield await Promise.resolve(text);
}

/** Kills a process that writes, once it has written half. */
async function killedHalfway(what: string, ...paths: string[]): Promise<void> {
  const child = spawn(process.execPath, [...PROGRAM, what, ...paths], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  await Promise.race([once(child.stdout, 'data'), ended]);
  expect(child.exitCode).toBeNull();
  child.kill('SIGKILL');
  await ended;
}

describe('killed in the middle', () => {
  test('a file is not there, and the next run leaves it alone in its folder', async () => {
    await killedHalfway('file', at('out'));
    expect([existsSync(at('out')), readdirSync(folder).length]).toEqual([false, 1]);
    expect(await writeNewFile(at('out'), pieces('a', 'b'))).toBe(2);
    expect(readdirSync(folder)).toEqual(['out']);
  });

  test('a folder is not there, whole files or not, and the next run leaves it alone', async () => {
    await killedHalfway('folder', at('out'));
    expect([existsSync(at('out')), readdirSync(folder).length]).toEqual([false, 1]);
    await writeNewFolder(at('out'), write => write('a.csv', pieces('a')));
    expect([readdirSync(folder), readdirSync(at('out'))]).toEqual([['out'], ['a.csv']]);
  });

  test('a journal is not there, nor a text of it, and the next run leaves it alone', async () => {
    const journal = await openSqliteJournal(at('a.db'));
    await journal.append([pending('a')], 0);
    await journal.close();
    await openTextFolder(textFolderOf(at('a.db'))).keep('Words.');
    await killedHalfway('journal', at('b.db'), at('a.db'));
    const left = readdirSync(folder).filter(name => !name.startsWith('a.db'));
    expect(left.length).toBeGreaterThan(1);
    expect(left.filter(name => !/^b\.db\.[0-9a-f-]{36}\.part/.test(name))).toEqual([]);
    const original = await openSqliteJournal(at('a.db'));
    await copyJournal(original, at('b.db'));
    await original.close();
    expect(readdirSync(folder)).toEqual(['a.db', 'a.db.texts', 'b.db']);
  });

  test('a run that is refused clears up too, and parts of other files stay', async () => {
    await killedHalfway('file', at('out'));
    await killedHalfway('file', at('out.b'));
    writeFileSync(at('out'), 'mine');
    await expect(writeNewFile(at('out'), pieces('a'))).rejects.toThrow('exists already');
    expect(readdirSync(folder)).toEqual(['out', expect.stringMatching(/^out\.b\..*\.part$/)]);
  });
});

test('a part of a text is cleared with the next text that is kept, or taken away', async () => {
  const texts = openTextFolder(at('texts'));
  const sha256 = await texts.keep('Words.');
  const part = at('texts', `${textHashOf('Others.')}.txt.0b8a1c62-6d4e-4b57-9d0e-0f3a5f0c1d2e.part`);
  writeFileSync(part, 'Oth');
  await openTextFolder(at('texts')).keep('Words.');
  expect(existsSync(part)).toBe(false);
  writeFileSync(part, 'Oth');
  await texts.remove(sha256);
  expect(readdirSync(at('texts'))).toEqual([]);
});

test.skipIf(process.platform === 'win32')(
  'files and folders are for their owner alone, whatever the umask (skipped on Windows: no such rights)',
  async () => {
    const umask = process.umask(0);
    try {
      await writeNewFolder(at('out'), write => write('a.csv', pieces('a')));
      await writeNewFile(at('file'), pieces('a'));
    } finally {
      process.umask(umask);
    }
    const rights = [at('out'), at('out', 'a.csv'), at('file')].map(path => statSync(path).mode & 0o777);
    expect(rights).toEqual([0o700, 0o600, 0o600]);
  },
);

describe('is refused in one line, and leaves nothing:', () => {
  test.each<[string, () => string, string]>([
    ['a file that is there', () => (writeFileSync(at('out'), 'mine'), at('out')), 'exists already'],
    ['a folder that is there', () => (mkdirSync(at('out')), at('out')), 'exists already'],
    ['a link that leads nowhere', () => (symlinkSync('none', at('out')), at('out')), 'exists already'],
    ['a folder that is not there', () => at('none', 'out'), 'There is no folder'],
    ['a folder that is a file', () => (writeFileSync(at('file'), ''), at('file', 'out')), 'cannot be used'],
  ])('%s', async (_, make, message) => {
    const path = make();
    const before = readdirSync(folder);
    await expect(writeNewFile(path, pieces('a'))).rejects.toThrow(message);
    await expect(writeNewFolder(path, write => write('a', pieces('a')))).rejects.toThrow(message);
    expect(readdirSync(folder)).toEqual(before);
  });

  test('what another run began to write meanwhile', async () => {
    let others: Promise<unknown> = Promise.resolve();
    async function* overtaken(): AsyncIterable<string> {
      yield 'a';
      others = writeNewFile(at('out'), pieces('theirs'));
      await others;
    }
    await expect(writeNewFile(at('out'), overtaken())).rejects.toMatchObject({ code: 'CONFLICT' });
    expect([readdirSync(folder), readFileSync(at('out'), 'utf8')]).toEqual([['out'], 'theirs']);
  });

  test('what fails in the middle', async () => {
    async function* failing(): AsyncIterable<string> {
      yield await Promise.resolve('a');
      throw new Error('broken');
    }
    await expect(writeNewFile(at('out'), failing())).rejects.toThrow('broken');
    await expect(writeNewFolder(at('out'), write => write('a', failing()))).rejects.toThrow('broken');
    expect(readdirSync(folder)).toEqual([]);
  });
});

test('standard output is given piece after piece', async () => {
  const taken: string[] = [];
  const outText = (text: string): Promise<void> => Promise.resolve(void taken.push(text));
  expect(await outPieces(pieces('é', 'b'), { outText })).toBe(3);
  expect(taken).toEqual(['é', 'b']);
});
