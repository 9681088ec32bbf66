// A journal whose files are moved, deleted or replaced while it is open: nothing is acknowledged that would not be found again.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { JournalError } from '../../../src/domain/refusal.js';
import { checkJournal } from '../../../src/journal/upkeep/check-journal.js';
import { copyJournal } from '../../../src/journal/upkeep/copy-journal.js';
import type { Journal } from '../../../src/journal/stored/journal.js';
import { openSqliteJournal } from '../../../src/journal/sqlite/sqlite-journal.js';
import { all } from '../../contract/journal.contract.js';
import { pending } from '../../contract/pending-event.js';
import { atNext } from '../../fixtures/driver-moment.js';

let home: string;
let folder: string;
let path: string;
let journal: Journal;
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'hearsay-place-'));
  folder = join(home, 'data');
  path = join(folder, 'journal.db');
  journal = await openSqliteJournal(path);
  await write('a');
  await write('b');
});
afterEach(async () => {
  await journal.close().catch(() => undefined);
  rmSync(home, { recursive: true });
});

const write = (word: string) => journal.append([pending(word)], journal.lastSeq);

const words = async (of: Journal): Promise<readonly string[]> =>
  (await all(of.read(0))).map(({ event }) => (event.type === 'SourceHeld' ? event.source.slice(7) : ''));

/** What a kill would leave under the journal's path, with what lies beside it: as another process would find it. */
async function afterKill(): Promise<readonly string[]> {
  const copy = join(mkdtempSync(join(home, 'killed-')), 'journal.db');
  for (const end of ['', '-wal']) if (existsSync(path + end)) copyFileSync(path + end, copy + end);
  const found = await openSqliteJournal(copy);
  try {
    return await words(found);
  } finally {
    await found.close();
  }
}

/** Runs `act` right after the next commit to the file, before the journal can look. */
const afterCommit = (act: () => void): void =>
  atNext(
    sql => sql === 'COMMIT',
    commit => {
      commit();
      act();
    },
  );

const away = (): void => renameSync(folder, join(home, 'away'));
const back = (): void => renameSync(join(home, 'away'), folder);

describe('a file that is not where it was opened takes no write', () => {
  test.each<[string, () => void]>([
    ['moved with its log', () => ['', '-wal'].forEach(end => renameSync(path + end, `${path}.moved${end}`))],
    ['moved without its log', () => renameSync(path, `${path}.moved`)],
    ['moved with its folder', away],
    ['deleted with its log', () => ['', '-wal'].forEach(end => rmSync(path + end))],
    ['replaced by another', () => (renameSync(path, `${path}.moved`), writeFileSync(path, 'another'))],
  ])('%s', async (_, lose) => {
    lose();
    const attempt = write('c');
    await expect(attempt).rejects.toThrow(JournalError);
    await expect(attempt).rejects.toThrow(/moved away or deleted.*nothing was written: put it back/);
    expect(journal.obstacle()?.message).toMatch(/moved away or deleted/);
    expect([journal.lastSeq, await words(journal)]).toEqual([2, ['a', 'b']]);
  });
});

test('a file that comes back takes writes again, and what was refused is not in it', async () => {
  away();
  await expect(write('lost')).rejects.toThrow(JournalError);
  back();
  expect(journal.obstacle()).toBeNull();
  await write('c');
  expect(await afterKill()).toEqual(['a', 'b', 'c']);
});

test('a write during which the file is moved is refused, and is not there when it comes back', async () => {
  afterCommit(away);
  await expect(write('lost')).rejects.toThrow(/nothing was written/);
  back();
  expect(await afterKill()).toEqual(['a', 'b']);
  await write('c');
  expect(await afterKill()).toEqual(['a', 'b', 'c']);
  await journal.close();
  expect(await checkJournal(path)).toMatchObject({ events: 3, findings: [] });
});

test('a redaction during which the file is moved is refused, and the event is as it was when it comes back', async () => {
  const note = { type: 'AttestationWithdrawn', id: 'attestation:x', reason: 'a secret' } as const;
  await journal.append([{ ...pending('c'), event: note }], 2);
  const notice = {
    ...pending('d'),
    event: { type: 'Redacted', seq: 3, what: 'REASON', reason: 'asked for' },
  } as const;
  afterCommit(away);
  await expect(journal.redact(3, 'REASON', notice, 3)).rejects.toThrow(/nothing was written/);
  back();
  expect((await all(journal.read(2))).map(({ event }) => event)).toEqual([note]);
  await journal.redact(3, 'REASON', notice, 3);
  await journal.close();
  expect(await checkJournal(path)).toMatchObject({ events: 4, findings: [] });
});

/** The file is moved away right after a commit, and the disk fails when that is to be taken back. */
const moveAndFail = (): void =>
  afterCommit(() => {
    away();
    atNext(
      () => true,
      () => {
        throw new Error('the disk fails');
      },
    );
  });

test('what cannot be taken back at once is taken back when the file is there again, before anything else', async () => {
  moveAndFail();
  await expect(write('lost')).rejects.toThrow(/while it was written to: put it back there.*taken out again/);
  await expect(write('lost')).rejects.toThrow(/taken out again/);
  back();
  expect(journal.obstacle()).toBeNull();
  expect(await afterKill()).toEqual(['a', 'b']);
  await write('c');
  expect(await afterKill()).toEqual(['a', 'b', 'c']);
});

test('what cannot be taken back at once is taken back before the file is let go', async () => {
  moveAndFail();
  await expect(write('lost')).rejects.toThrow(JournalError);
  back();
  await journal.close();
  expect(await afterKill()).toEqual(['a', 'b']);
});

describe('a file that is moved while its log is made anew', () => {
  const movedThen = (): void =>
    atNext(
      sql => sql.startsWith('PRAGMA journal_mode = DELETE'),
      work => {
        away();
        return work();
      },
    );

  test('takes no write, and goes on when it is back', async () => {
    rmSync(`${path}-wal`);
    movedThen();
    await expect(write('lost')).rejects.toThrow(/nothing was written/);
    back();
    await write('c');
    expect(await afterKill()).toEqual(['a', 'b', 'c']);
    expect(await words(journal)).toEqual(['a', 'b', 'c']);
  });

  test('after a write, too', async () => {
    afterCommit(() => {
      rmSync(`${path}-wal`);
      movedThen();
    });
    await expect(write('lost')).rejects.toThrow(JournalError);
    back();
    await write('c');
    expect(await afterKill()).toEqual(['a', 'b', 'c']);
    await journal.close();
    expect(await checkJournal(path)).toMatchObject({ events: 3, findings: [] });
  });
});

test('a file whose path leads elsewhere takes no write until it leads there again', async () => {
  await journal.close();
  const link = join(home, 'link');
  symlinkSync(folder, link);
  path = join(link, 'journal.db');
  journal = await openSqliteJournal(path);
  await write('c');
  rmSync(link);
  mkdirSync(link);
  await expect(write('lost')).rejects.toThrow(/nothing was written/);
  rmdirSync(link);
  symlinkSync(folder, link);
  await write('d');
  expect(await afterKill()).toEqual(['a', 'b', 'c', 'd']);
});

describe('a log that is not where it was is made anew, and nothing that it held is lost', () => {
  test('deleted', async () => {
    rmSync(`${path}-wal`);
    await write('c');
    expect(await afterKill()).toEqual(['a', 'b', 'c']);
    await write('d');
    expect(await afterKill()).toEqual(['a', 'b', 'c', 'd']);
  });

  test('deleted while it was written to', async () => {
    afterCommit(() => rmSync(`${path}-wal`));
    await write('c');
    expect(await afterKill()).toEqual(['a', 'b', 'c']);
  });

  test('deleted while nobody writes, once somebody looks', async () => {
    rmSync(`${path}-wal`);
    expect(journal.obstacle()).toBeNull();
    expect(await afterKill()).toEqual(['a', 'b']);
  });

  test('replaced by another file, which is put aside', async () => {
    rmSync(`${path}-wal`);
    writeFileSync(`${path}-wal`, 'another');
    await write('c');
    expect(await afterKill()).toEqual(['a', 'b', 'c']);
    expect(readdirSync(folder).filter(name => name.endsWith('.aside'))).toHaveLength(1);
  });

  test('deleted before it is closed', async () => {
    rmSync(`${path}-wal`);
    await journal.close();
    expect([readdirSync(folder), await afterKill()]).toEqual([['journal.db'], ['a', 'b']]);
  });
});

test('a journal that was deleted can still be copied', async () => {
  rmSync(folder, { recursive: true });
  const copy = join(home, 'copy.db');
  expect(await copyJournal(journal, copy)).toMatchObject({ seq: 2 });
  expect(await checkJournal(copy)).toMatchObject({ events: 2, findings: [] });
});

test('a journal that is closed elsewhere says so, is whole there, and leaves what lies in its place', async () => {
  const moved = join(home, 'moved.db');
  renameSync(path, moved);
  renameSync(`${path}-wal`, `${moved}-wal`);
  for (const end of ['', '-wal']) writeFileSync(path + end, `another${end}`);
  await expect(journal.close()).rejects.toThrow(/all in that file: put it back before the next start/);
  const alone = join(home, 'alone.db');
  copyFileSync(moved, alone);
  expect(await checkJournal(alone)).toMatchObject({ events: 2, findings: [] });
  expect(readdirSync(dirname(path)).sort()).toEqual(['journal.db', 'journal.db-wal']);
});
