// Any byte of a stored event that is flipped in the file is found, by opening it and by a check. All bits: `npm run journal:flip`.
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { flipBytes, placesOfEvents, quickFolder } from '../../../scripts/journal/flip-bytes.js';
import { openSqliteJournal } from '../../../src/journal/sqlite/sqlite-journal.js';
import { pending } from '../../contract/pending-event.js';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = mkdtempSync(join(quickFolder(), 'hearsay-flip-'));
  path = join(folder, 'journal.db');
  const journal = await openSqliteJournal(path);
  const named = { type: 'ClaimWithdrawn', id: 'claim:1', reason: 'a \u0001 “reason”' } as const;
  await journal.append([pending('a'), { ...pending('b'), event: named }], 0);
  await journal.close();
});
afterEach(() => rmSync(folder, { recursive: true }));

test.each([0x01, 0x20])('every byte of every event, flipped by %i, is found', async mask => {
  const places = await placesOfEvents(path);
  const flips = await flipBytes(
    path,
    folder,
    places.filter((_, index) => index % 5 === mask % 5),
    mask,
  );
  expect(flips).toEqual({ ...flips, found: flips.flipped, harmless: 0, missed: [] });
  expect(flips.flipped).toBeGreaterThan(50);
});

test('a flipped byte anywhere in the file is found, or leaves every event as it was', async () => {
  const { size } = statSync(path);
  const places = Array.from({ length: 120 }, (_, step) => Math.floor((step * size) / 120) + (step % 7));
  const flips = await flipBytes(path, folder, places, 0xff);
  expect(flips.missed).toEqual([]);
  expect(flips.found + flips.harmless).toBe(places.length);
});

test('a check finds what hinders only writing: a table whose definition makes no sense, a page that is filed wrongly', async () => {
  const fixture = 'tests/fixtures/journal-v3/journal.sqlite';
  const definition = readFileSync(fixture).indexOf('one INTEGER PRIMARY KEY CHECK');
  const placeOfVacuumPage = 52;
  const flips = await flipBytes(fixture, folder, [definition, placeOfVacuumPage], 1);
  expect(flips).toEqual({ flipped: 2, found: 2, harmless: 0, missed: [] });
  const formForWriters = 18;
  expect((await flipBytes(fixture, folder, [formForWriters], 2)).missed).toEqual([]);
});

test('definitions of tables that are no text, or write names in other letters, neither end the process nor hide where the journal ends', async () => {
  const fixture = 'tests/fixtures/journal-v3/journal.sqlite';
  const head = readFileSync(fixture).indexOf('CREATE TABLE head');
  const [blank, nameOfColumn] = [
    head + 'CREATE TABLE head (\n'.length,
    head + 'CREATE TABLE head (\n    one INTEGER PRIMARY KEY CHECK (one = 1),\n    '.length,
  ];
  expect(await flipBytes(fixture, folder, [blank], 0x80)).toMatchObject({ found: 1, missed: [] });
  expect(await flipBytes(fixture, folder, [nameOfColumn], 0x20)).toMatchObject({ harmless: 1, missed: [] });
});

test('a check ends where a page claims more events than it has, and leads back to the first', async () => {
  const numberOfEvents = 4096 + 3;
  const flips = await flipBytes('tests/fixtures/journal-v3/journal.sqlite', folder, [numberOfEvents], 1);
  expect(flips).toEqual({ flipped: 1, found: 1, harmless: 0, missed: [] });
});
