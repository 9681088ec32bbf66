// The journal on disk: the contract, and what only a file can suffer: other processes, other programs' files, damage.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { JournalError } from '../../../src/domain/refusal.js';
import { columnsOf, type Head, type JournalRow } from '../../../src/journal/stored/journal-row.js';
import type { RowStore } from '../../../src/journal/stored/row-store.js';
import { INSERT, SET_HEAD } from '../../../src/journal/sqlite/file.js';
import { openSqliteJournal } from '../../../src/journal/sqlite/sqlite-journal.js';
import { openSqliteRows } from '../../../src/journal/sqlite/rows.js';
import { all, journalContract } from '../../contract/journal.contract.js';
import { pending } from '../../contract/pending-event.js';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-journal-'));
  path = join(folder, 'journal.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Makes a closed journal of events, all recorded at one time. */
async function given(...words: string[]): Promise<void> {
  const journal = await openSqliteJournal(path);
  await journal.append(
    words.map(word => pending(word)),
    0,
  );
  await journal.close();
}

/** Does to the file what any SQLite tool could do. */
function tamper(sql: string): void {
  const db = new Database(path);
  db.exec(sql);
  db.close();
}

/** The message of the refusal to open and read the whole journal. */
async function refusal(file = path): Promise<string> {
  try {
    const journal = await openSqliteJournal(file);
    await all(journal.read(0)).finally(() => journal.close());
  } catch (error) {
    if (error instanceof JournalError) return error.message;
    throw error;
  }
  return 'none';
}

/** Puts rows into a file of its own, past all that would check them. */
async function storeRows(rows: readonly JournalRow[], head: Head | null): Promise<RowStore> {
  const file = join(folder, 'stored.db');
  await (await openSqliteJournal(file)).close();
  const db = new Database(file);
  for (const row of rows) db.prepare(INSERT).run(...columnsOf(row));
  if (head) db.prepare(SET_HEAD).run(head.seq, head.hash);
  else db.exec('DELETE FROM head');
  db.close();
  return openSqliteRows(file);
}

describe('contract', () => journalContract(() => openSqliteJournal(path), storeRows));

test('a journal opened again goes on where it ended, and no event is lost', async () => {
  await given('a', 'b');
  const journal = await openSqliteJournal(path);
  expect(journal.lastSeq).toBe(2);
  await expect(journal.append([pending('c', '2025-01-01T00:00:00.000Z')], 2)).rejects.toThrow('before 2026');
  await journal.append([pending('c')], 2);
  const read = await all(journal.read(1));
  expect(read).toEqual([
    { seq: 2, ...pending('b') },
    { seq: 3, ...pending('c') },
  ]);
  await journal.close();
});

test('a closed journal is one file, and its folders are made where missing', async () => {
  path = join(folder, 'deep', 'down', 'journal.db');
  await given('a');
  expect(readdirSync(join(folder, 'deep', 'down'))).toEqual(['journal.db']);
});

test('any SQLite tool can read the journal', async () => {
  await given('a');
  const db = new Database(path);
  const rows = db.prepare('SELECT * FROM event').all();
  db.close();
  const body = '{"version":1,"event":{"type":"SourceHeld","source":"source:a"}}';
  const { at, by, way } = pending('a');
  expect(rows).toMatchObject([{ seq: 1, at, by, way, type: 'SourceHeld', version: 1, body, salts: '[]' }]);
});

test('10,000 events are appended and streamed in order', async () => {
  const journal = await openSqliteJournal(path);
  for (let seq = 0; seq < 10_000; seq += 1000) {
    await journal.append(
      Array.from({ length: 1000 }, (_, place) => pending(`${seq + place + 1}`)),
      seq,
    );
  }
  let expected = 0;
  for await (const { seq, event } of journal.read(0)) {
    expect([seq, event]).toEqual([++expected, { type: 'SourceHeld', source: `source:${seq}` }]);
  }
  expect(expected).toBe(10_000);
  await journal.close();
});

test('an append that fails halfway leaves nothing, and the journal goes on', async () => {
  await given('a');
  tamper(`CREATE TRIGGER moody BEFORE INSERT ON event WHEN new.body LIKE '%bad%'
    BEGIN SELECT RAISE(ABORT, 'not in the mood'); END`);
  const journal = await openSqliteJournal(path);
  const attempt = journal.append([pending('good'), pending('bad'), pending('good')], 1);
  await expect(attempt).rejects.toThrow(JournalError);
  await expect(attempt).rejects.toThrow('not in the mood');
  expect(journal.lastSeq).toBe(1);
  await journal.append([pending('better')], 1);
  expect(await all(journal.read(1))).toEqual([{ seq: 2, ...pending('better') }]);
  await journal.close();
});

test('a second opening in one process is refused, until the first is closed', async () => {
  const first = await openSqliteJournal(path);
  expect(await refusal()).toContain('another Hearsay server has this journal open');
  await first.append([pending('a')], 0);
  await first.close();
  expect(await refusal()).toBe('none');
});

describe('a file that is no journal of ours is refused and left as it is', () => {
  const files: readonly (readonly [name: string, make: () => void | Promise<void>, message: string])[] = [
    ['a text', () => writeFileSync(path, 'Dear diary,\n'.repeat(999)), 'no Hearsay journal'],
    ['a short text', () => writeFileSync(path, 'hi'), 'no Hearsay journal'],
    ["another program's database", () => tamper('CREATE TABLE a (b)'), 'no Hearsay journal'],
    ["another program's mark", () => tamper('PRAGMA application_id = 7'), 'no Hearsay journal'],
    [
      "another program's database with a log",
      () => tamper('PRAGMA journal_mode = WAL; CREATE TABLE a (b)'),
      'no Hearsay journal',
    ],
    [
      'a newer journal',
      () => given('a').then(() => tamper('PRAGMA user_version = 3')),
      'update Hearsay to read it',
    ],
    [
      'a journal of version 0',
      () => given('a').then(() => tamper('PRAGMA user_version = 0')),
      'damaged, it has file version 0',
    ],
  ];
  test.each(files)('%s', async (_, make, message) => {
    await make();
    const before = readFileSync(path);
    expect(await refusal()).toContain(message);
    expect(await refusal()).toContain(message);
    expect(readFileSync(path)).toEqual(before);
  });
});

describe('damage is refused with the place of the event', () => {
  test.each([
    ['a gap', 'DELETE FROM event WHERE seq = 2', 'Event 2 is missing'],
    ['a missing start', 'DELETE FROM event WHERE seq = 1', 'Event 1 is missing'],
    ['a body cut short', `UPDATE event SET body = substr(body, 1, 20) WHERE seq = 2`, 'Event 2: Damaged'],
    ['a body of another type', `UPDATE event SET type = 'ClaimMade' WHERE seq = 3`, 'Event 3: Damaged'],
    [
      'an event of a newer Hearsay',
      `UPDATE event SET body = replace(body, '"version":1', '"version":4') WHERE seq = 2`,
      'Event 2: Written by a newer Hearsay',
    ],
    [
      'a time that goes back',
      `UPDATE event SET at = '2000' || substr(at, 5) WHERE seq = 2`,
      'Event 2 has the time',
    ],
    ['a time that is none', `UPDATE event SET at = 'noon' WHERE seq = 3`, 'Event 3 has the time "noon"'],
    ['a lost table', 'DROP TABLE event', 'and 1 tables'],
    ['a lost end', 'DELETE FROM head', 'does not tell where it ends'],
    ['a last event cut off', 'DELETE FROM event WHERE seq = 3', 'Event 3 is missing'],
  ])('%s', async (_, sql, message) => {
    await given('a', 'b', 'c');
    tamper(sql);
    expect(await refusal()).toContain(message);
  });

  test('bytes overwritten in the file', async () => {
    await given('a', 'b', 'c');
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(0xff, 4096, 4200));
    expect(await refusal()).toContain('restore it from a copy');
  });
});

describe('a place where no file can be is refused in one line', () => {
  test.each([
    ['a folder', () => folder, 'a folder is there, not a file'],
    ['a device', () => '/dev/null', 'a device is there, not a file'],
    ['below a file', () => join(folder, 'file', 'journal.db'), 'cannot be opened'],
    ['right in a file', () => join(folder, 'file', 'deep', 'journal.db'), 'cannot be made'],
  ])('%s', async (_, place, message) => {
    writeFileSync(join(folder, 'file'), '');
    const said = await refusal(place());
    expect(said).toContain(message);
    expect(said).not.toContain('\n');
  });

  test.skipIf(process.platform !== 'linux')(
    'a folder that nobody may write (skipped but on Linux, whose /proc is one even for root)',
    async () => {
      expect(await refusal('/proc/journal.db')).toContain('cannot be opened');
      expect(await refusal('/proc/none/journal.db')).toContain('cannot be made');
    },
  );
});
