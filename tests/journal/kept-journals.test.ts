// Journals of every form that Hearsay ever wrote open for ever, and say what they said.
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkJournal } from '../../src/journal/upkeep/check-journal.js';
import type { Journal } from '../../src/journal/stored/journal.js';
import { journalLines } from '../../src/journal/stored/journal-lines.js';
import { openSqliteJournal } from '../../src/journal/sqlite/sqlite-journal.js';
import { all } from '../contract/journal.contract.js';
import { pending } from '../contract/pending-event.js';
import { openLedger } from '../fixtures/open-ledger.js';

const FIXTURES = 'tests/fixtures';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-kept-'));
  path = join(folder, 'journal.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Opens a copy: what is kept stays as it is. */
async function opened(version: string): Promise<Journal> {
  copyFileSync(join(FIXTURES, version, 'journal.sqlite'), path);
  return openSqliteJournal(path);
}

const linesOf = (file: string): string[] => readFileSync(join(FIXTURES, file), 'utf8').trimEnd().split('\n');

async function exported(journal: Journal): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of journalLines(journal.head, journal.rows(0))) lines.push(line);
  return lines;
}

test('a journal of file version 1 is given a chain, and keeps its events', async () => {
  const journal = await opened('journal-v1');
  const events = (await all(journal.read(0))).map(({ way, ...event }) => {
    expect(way).toBe('API');
    return JSON.stringify(event);
  });
  expect(events).toEqual(linesOf('journal-v1/events.jsonl'));
  await journal.close();
  expect(await checkJournal(path)).toMatchObject({ events: 23, findings: [] });
});

test('a journal of file version 1 is checked, by whoever may write it', async () => {
  copyFileSync(join(FIXTURES, 'journal-v1', 'journal.sqlite'), path);
  expect(await checkJournal(path)).toMatchObject({ events: 23, findings: [] });
});

test('a journal of file version 1 that is damaged is left as it is', async () => {
  copyFileSync(join(FIXTURES, 'journal-v1', 'journal.sqlite'), path);
  const db = new Database(path);
  db.exec(`UPDATE event SET body = substr(body, 2) WHERE seq = 4`);
  db.close();
  const broken = readFileSync(path);
  await expect(openSqliteJournal(path)).rejects.toThrow('Damaged');
  expect(readFileSync(path)).toEqual(broken);
});

test('a journal of file version 2 says what it said, to the byte', async () => {
  const journal = await opened('journal-v2');
  expect(await exported(journal)).toEqual(linesOf('journal-v2/journal.jsonl'));
  await journal.close();
  expect(await checkJournal(path)).toMatchObject({ events: 28, findings: [] });
});

test.each(['journal-v1', 'journal-v2'])(
  'of %s words can go that its chain knows as they are',
  async version => {
    const { ledger, journal } = await openLedger(await opened(version));
    const events = await all(journal.read(0));
    const { seq = 0, event } = events.find(({ event: { type } }) => type === 'SourceAdded') ?? {};
    const url = event?.type === 'SourceAdded' ? (event.source.url ?? '') : '';
    expect(url).toMatch(/^https?:/);
    const hashes = async () => (await exported(journal)).slice(1).map(line => /"hash":"\w+"/.exec(line)?.[0]);
    const before = await hashes();
    await ledger.redact({ type: 'Redact', seq, what: 'ADDRESS', reason: 'asked for' }, 'Ann');
    expect((await hashes()).slice(0, -1)).toEqual(before);
    expect((await exported(journal))[seq]).not.toContain(url);
    await ledger.close();
    expect((await checkJournal(path)).findings).toEqual([]);
  },
);

test('a journal of event version 3 says what it said, to the byte', async () => {
  const journal = await opened('journal-v3');
  expect(await exported(journal)).toEqual(linesOf('journal-v3/journal.jsonl'));
  await journal.close();
  expect(await checkJournal(path)).toMatchObject({ events: 34, findings: [] });
});

test.each([
  ['journal-v1', 23, { entities: 3, claims: 2, sources: 4, attestations: 4 }],
  ['journal-v2', 28, { entities: 4, claims: 2, sources: 4, attestations: 4 }],
  ['journal-v3', 34, { entities: 4, claims: 3, sources: 4, attestations: 4 }],
])('%s is drawn, and goes on', async (version, seq, counts) => {
  const { ledger, journal } = await openLedger(await opened(version));
  expect([ledger.graph.seq, ledger.graph.counts]).toEqual([seq, counts]);
  await journal.append([pending('on', '2099-01-01T00:00:00.000Z')], seq);
  await ledger.close();
  expect((await checkJournal(path)).findings).toEqual([]);
});
