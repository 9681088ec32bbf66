// The snapshot beside a journal file: written in the background and at the end, used where it fits, and gone when words are to go.
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Vocabulary } from '../../../src/domain/vocabulary.js';
import { copyJournal } from '../../../src/journal/upkeep/copy-journal.js';
import { Ledger } from '../../../src/journal/ledger.js';
import { Snapshot, type SnapshotOptions } from '../../../src/journal/snapshot/snapshot.js';
import { openSnapshotFolder, snapshotFolderOf } from '../../../src/journal/snapshot/snapshot-folder.js';
import { openSqliteJournal } from '../../../src/journal/sqlite/sqlite-journal.js';
import { builtInVocabulary, START } from '../../fixtures/open-ledger.js';

const EAGER: SnapshotOptions = { every: 1, atLeast: 1, pageEvents: 4 };

let folder: string;
let path: string;
let troubles: unknown[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-snapshot-'));
  path = join(folder, 'journal.db');
  troubles = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

async function opened(options: SnapshotOptions = EAGER, vocabulary = builtInVocabulary()): Promise<Ledger> {
  const store = openSnapshotFolder(snapshotFolderOf(path));
  const snapshot = new Snapshot(store, { ...options, trouble: error => troubles.push(error) });
  return Ledger.open({ journal: await openSqliteJournal(path), vocabulary, clock: () => START, snapshot });
}

const add = (ledger: Ledger, word: string) =>
  ledger.execute(
    { type: 'AddEntity', id: `entity:t/${ledger.graph.seq}`, kind: 'PERSON', label: word },
    'tester',
  );

/** Ten entities and their snapshot, of pages of four events. */
async function made(): Promise<void> {
  const ledger = await opened();
  for (let at = 0; at < 10; at += 1) await add(ledger, `word${at}`);
  await ledger.close();
}

const labels = (ledger: Ledger): string[] => [...ledger.graph.entities()].map(({ entity }) => entity.label);
const WORDS = Array.from({ length: 10 }, (_, at) => `word${at}`);
const page = (number: number): string => join(snapshotFolderOf(path), `page-${number}`);
const copied = ({ start }: Ledger): number => start.pages.at(-1)?.to ?? 0;
const READ: SnapshotOptions = { keeps: false };

/** How it starts now: what it shows, how much of that comes from the snapshot, and why not more. */
async function start(vocabulary?: Vocabulary) {
  const ledger = await opened(READ, vocabulary);
  await ledger.close();
  return { labels: labels(ledger), copied: copied(ledger), misfit: ledger.start.misfit };
}

describe('a snapshot', () => {
  test('is written at a clean stop, and the next start takes all from it', async () => {
    await made();
    expect(await start()).toEqual({ labels: WORDS, copied: 10, misfit: null });
    expect(readdirSync(snapshotFolderOf(path))).toEqual(['page-0', 'page-1', 'page-2']);
  });

  test('is written while the journal is in use', async () => {
    const ledger = await opened({ every: 5, atLeast: 1000 });
    for (const word of WORDS) await add(ledger, word);
    while (!existsSync(page(0))) await setTimeout(5);
    await ledger.close();
    expect((await start()).copied).toBeGreaterThanOrEqual(5);
  });

  test('is left as it is by those who only read it', async () => {
    await made();
    const ledger = await opened(READ);
    await add(ledger, 'more');
    await ledger.close();
    expect(await start()).toEqual({ labels: [...WORDS, 'more'], copied: 10, misfit: null });
  });

  test('is not written where the journal lay before it was moved away', async () => {
    const ledger = await opened({ every: 1000, atLeast: 1 });
    for (const word of WORDS) await add(ledger, word);
    renameSync(path, `${path}.moved`);
    await expect(ledger.close()).rejects.toThrow('moved away');
    expect(existsSync(snapshotFolderOf(path))).toBe(false);
  });

  test('makes no folder for the journal', async () => {
    const store = openSnapshotFolder(snapshotFolderOf(join(folder, 'none', 'journal.db')));
    const head = { from: 1, to: 1, before: '', hash: '', asOf: 1 };
    await expect(store.write(0, Buffer.from('x'), head)).rejects.toThrow('ENOENT');
    expect(existsSync(join(folder, 'none'))).toBe(false);
  });

  test('can be read by its owner alone', async () => {
    await made();
    const rights = [snapshotFolderOf(path), page(0)].map(file => statSync(file).mode & 0o777);
    expect(rights).toEqual([0o700, 0o600]);
  });

  test('holds nothing that hangs on the vocabulary: with another one, the graph is that of a replay', async () => {
    await made();
    const { labels: shown, copied: from } = await start(new Vocabulary([], []));
    expect([shown, from]).toEqual([WORDS, 10]);
  });
});

describe('where it does not fit, the journal is replayed from there, and it is said why', () => {
  const cases: Record<string, { spoil: () => Promise<void> | void; used: number; why: RegExp }> = {
    'a damaged page': { spoil: () => spoilt(page(1)), used: 4, why: /Page 1 of .* damaged/ },
    'a page that is cut off': { spoil: () => truncateSync(page(0), 300), used: 0, why: /damaged or cut off/ },
    'an empty page': { spoil: () => writeFileSync(page(2), ''), used: 8, why: /damaged/ },
    'another version': {
      spoil: () => {
        const text = readFileSync(page(0), 'latin1').replace('"version":2', '"version":9');
        writeFileSync(page(0), text, 'latin1');
      },
      used: 0,
      why: /another version of Hearsay/,
    },
    'a page in the place of another': {
      spoil: () => copyFileSync(page(0), page(1)),
      used: 4,
      why: /does not go on/,
    },
  };
  for (const [name, { spoil, used, why }] of Object.entries(cases))
    test(name, async () => {
      await made();
      await spoil();
      expect(await start()).toEqual({
        labels: WORDS,
        copied: used,
        misfit: expect.stringMatching(why) as string,
      });
      const keeper = await opened();
      await keeper.close();
      expect(await start()).toEqual({ labels: WORDS, copied: 10, misfit: null });
    });

  test('a page that cannot be read', async () => {
    await made();
    rmSync(page(0));
    mkdirSync(page(0));
    expect(await start()).toMatchObject({
      labels: WORDS,
      copied: 0,
      misfit: expect.stringContaining('EISDIR') as string,
    });
  });

  test('a journal that was restored from an older backup', async () => {
    const ledger = await opened();
    for (const word of WORDS.slice(0, 6)) await add(ledger, word);
    await ledger.backup(join(folder, 'backup.db'));
    for (const word of WORDS.slice(6)) await add(ledger, word);
    await ledger.close();
    copyFileSync(join(folder, 'backup.db'), path);
    const { misfit, ...rest } = await start();
    expect(rest).toEqual({ labels: WORDS.slice(0, 6), copied: 4 });
    expect(misfit).toContain('it goes to event 8, the journal to 6');
  });

  test('another journal', async () => {
    await made();
    rmSync(path);
    const other = await opened({ keeps: false });
    for (const word of WORDS) await add(other, `other-${word}`);
    await other.close();
    const { misfit, copied: used } = await start();
    expect([used, misfit]).toEqual([0, expect.stringContaining('another journal')]);
  });
});

describe('redaction', () => {
  const redact = (ledger: Ledger) =>
    ledger.redact({ type: 'Redact', seq: 2, what: 'NAME', reason: 'by order' }, 'tester');
  const onDisk = (): string =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(file => file.isFile())
      .map(file => readFileSync(join(file.parentPath, file.name), 'latin1'))
      .join('');

  test.each([
    ['keeping it up', EAGER],
    ['only reading it', READ],
  ])('takes the snapshot away before it is acknowledged, %s', async (_, options) => {
    await made();
    expect(onDisk()).toContain('word1');
    const ledger = await opened(options);
    await redact(ledger);
    expect(onDisk()).not.toContain('word1');
    await ledger.close();
    const { labels: shown } = await start();
    expect(shown[1]).toMatch(/redacted/i);
    expect(onDisk()).not.toContain('word1');
  });

  test('that a snapshot does not know of has the journal replayed', async () => {
    await made();
    cpSync(snapshotFolderOf(path), join(folder, 'kept'), { recursive: true });
    const ledger = await opened(READ);
    await redact(ledger);
    await ledger.close();
    cpSync(join(folder, 'kept'), snapshotFolderOf(path), { recursive: true });
    const { labels: shown, copied: used, misfit } = await start();
    expect(shown[1]).toMatch(/redacted/i);
    expect([used, misfit]).toEqual([0, expect.stringContaining('older than the redaction of event 2')]);
  });

  test('is refused where the snapshot cannot be taken away', async () => {
    await made();
    const store = openSnapshotFolder(snapshotFolderOf(path));
    const stuck = { ...store, clear: () => Promise.reject(new Error('stuck')) };
    const journal = await openSqliteJournal(path);
    const ledger = await Ledger.open({
      journal,
      vocabulary: builtInVocabulary(),
      clock: () => START,
      snapshot: new Snapshot(stuck, READ),
    });
    await expect(redact(ledger)).rejects.toThrow('stuck');
    expect([ledger.graph.seq, labels(ledger)[1]]).toEqual([10, 'word1']);
    await ledger.close();
  });
});

test('damage in what was not replayed is found in the background, and the next start refuses it', async () => {
  await made();
  spoilt(path, 'word2');
  const ledger = await opened();
  while (troubles.length === 0) await setTimeout(5);
  await ledger.close();
  expect(troubles).toMatchObject([{ message: expect.stringContaining('Event 3') as string }]);
  expect(existsSync(page(0))).toBe(false);
  await expect(start()).rejects.toThrow('Event 3');
});

test('a copy of a journal does without the snapshot', async () => {
  await made();
  const journal = await openSqliteJournal(path);
  await copyJournal(journal, join(folder, 'copy.db'));
  await journal.close();
  path = join(folder, 'copy.db');
  expect(await start()).toEqual({ labels: WORDS, copied: 0, misfit: null });
});

/** Turns a bit, of a word or of the last byte. */
function spoilt(file: string, word?: string): void {
  const bytes = readFileSync(file);
  const place = word === undefined ? bytes.length - 1 : bytes.indexOf(word);
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}
