// Whole journals from one file into a new one, and redaction. Most run in this process: starting one a case takes too long.
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backup, exportJournal, importJournal, restore } from '../../../src/cli/keep/journal-command.js';
import { surroundingsOf, type Surroundings } from '../../../src/cli/terminal/surroundings.js';
import { textHashOf } from '../../../src/domain/kept-text.js';
import { checkJournal } from '../../../src/journal/upkeep/check-journal.js';
import { writeJournal } from '../../../src/journal/upkeep/copy-journal.js';
import type { JournalRow } from '../../../src/journal/stored/journal-row.js';
import { openSqliteJournal } from '../../../src/journal/sqlite/sqlite-journal.js';
import { openTextFolder, textFolderOf, textsIn } from '../../../src/journal/texts/text-folder.js';
import { hearsayHere } from '../../fixtures/hearsay-here.js';
import { json, withJournal } from '../../fixtures/hearsay-json.js';
import { serving } from '../../fixtures/hearsay-process.js';

const from: Surroundings = { ...surroundingsOf(process), out: () => {} };

const exported = async (data: string, file: string): Promise<string> => {
  expect(await exportJournal(file, { data }, from)).toBe(0);
  return readFileSync(file, 'utf8');
};

test('a backup that is restored is the same journal, and so is one that is exported and imported', () =>
  withJournal(async (data, folder) => {
    const at = (name: string): string => join(folder, name);
    const lines = await exported(data, at('a.jsonl'));
    await backup(at('backup.db'), { data, by: 'Ann' }, from);
    await restore(at('backup.db'), { data: at('restored.db') }, from);
    await importJournal(at('a.jsonl'), { data: at('imported.db') }, from);
    expect(await exported(at('restored.db'), at('b.jsonl'))).toBe(lines);
    expect(await exported(at('imported.db'), at('c.jsonl'))).toBe(lines);
    expect((await checkJournal(at('imported.db'))).findings).toEqual([]);
    expect(readdirSync(folder).filter(name => /part|wal|shm/.test(name))).toEqual([]);
  }));

test('nothing is overwritten', () =>
  withJournal(async (data, folder) => {
    const there = join(folder, 'there');
    writeFileSync(there, 'mine');
    for (const attempt of [
      () => backup(there, { data, by: 'Ann' }, from),
      () => restore(data, { data: there }, from),
      () => importJournal(data, { data: there }, from),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'CONFLICT' });
    }
    await expect(exportJournal(there, { data }, from)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(readFileSync(there, 'utf8')).toBe('mine');
  }));

test('what is damaged, cut short or no journal makes no journal', () =>
  withJournal(async (data, folder) => {
    const at = (name: string): string => join(folder, name);
    const lines = (await exported(data, at('a.jsonl'))).trimEnd().split('\n');
    const imported = (name: string, text?: string): Promise<unknown> => {
      if (text !== undefined) writeFileSync(at(name), text);
      return importJournal(at(name), { data: at('new.db') }, from);
    };
    const cases: readonly (readonly [() => Promise<unknown>, string])[] = [
      [() => imported('cut', lines.slice(0, -1).join('\n')), 'its first line says'],
      [() => imported('gap', lines.filter((_, place) => place !== 3).join('\n')), 'Event 3 is missing'],
      [() => imported('forged', lines.join('\n').replace('"way":"', '"way":"X')), 'Event 1'],
      [() => imported('text', 'Dear diary'), 'no head of a journal'],
      [() => imported('empty', ''), 'It is empty'],
      [() => imported('none'), 'ENOENT'],
      [() => restore(at('none'), { data: at('new.db') }, from), 'There is no journal in'],
      [
        () => restore(at('text'), { data: at('new.db') }, from),
        `Journal ${at('text')}: this file is no Hearsay`,
      ],
      [
        () => restore(at('half.db'), { data: at('new.db') }, from),
        `Journal ${at('half.db')}: the file is damaged`,
      ],
      [() => restore(folder, { data: at('new.db') }, from), 'There is no journal in'],
      [() => restore('/dev/null', { data: at('new.db') }, from), 'There is no journal in'],
    ];
    const whole = readFileSync(data);
    writeFileSync(at('half.db'), whole.subarray(0, whole.length / 2));
    for (const [attempt, message] of cases) {
      await expect(attempt()).rejects.toThrow(message);
      expect(existsSync(at('new.db'))).toBe(false);
    }
  }));

test('into a folder that is not there nothing goes, and none is made', () =>
  withJournal(async (data, folder) => {
    const at = (name: string): string => join(folder, name);
    await exported(data, at('lines'));
    await backup(at('backup.db'), { data, by: 'Ann' }, from);
    const none = join(folder, 'none', 'new.db');
    for (const attempt of [
      () => backup(none, { data, by: 'Ann' }, from),
      () => restore(at('backup.db'), { data: none }, from),
      () => importJournal(at('lines'), { data: none }, from),
      () => exportJournal(none, { data }, from),
    ]) {
      await expect(attempt()).rejects.toThrow(`There is no folder ${join(folder, 'none')}: make it`);
    }
    expect(existsSync(join(folder, 'none'))).toBe(false);
  }));

test('lines go to standard output and come from standard input, and a backup does neither', () =>
  withJournal(async (data, folder) => {
    const lines = await exported(data, join(folder, 'lines'));
    const { code, out, err } = await hearsayHere(['export-journal', '-', '--data', data]);
    expect({ code, out }).toEqual({ code: 0, out: lines });
    expect(err).toMatch(/^Exported /);
    const copied = join(folder, 'copied.db');
    expect(await hearsayHere(['import-journal', '-', '--data', copied], lines)).toMatchObject({ code: 0 });
    expect(await exported(copied, join(folder, 'again'))).toBe(lines);
    await expect(backup('-', { data, by: 'Ann' }, from)).rejects.toThrow('A backup is a file');
    expect(existsSync('-')).toBe(false);
  }));

test('what lies under the name by the end is left alone, and no texts beside it', () =>
  withJournal(async (data, folder) => {
    const there = join(folder, 'there');
    const texts = openTextFolder(textFolderOf(data));
    const hashes = [await texts.keep('Words.')];
    const journal = await openSqliteJournal(data);
    async function* overtaken(): AsyncIterable<JournalRow> {
      yield* journal.rows(0);
      writeFileSync(there, 'theirs');
    }
    const attempt = writeJournal(there, overtaken(), { from: texts, hashes: () => hashes });
    await expect(attempt).rejects.toMatchObject({ code: 'CONFLICT' });
    await journal.close();
    expect(readFileSync(there, 'utf8')).toBe('theirs');
    expect(readdirSync(folder).sort()).toEqual(['a.db', 'a.db.texts', 'there']);
  }));

test('texts that lie beside the place of a copy stay there, and those of the copy join them', () =>
  withJournal(async (data, folder) => {
    const texts = openTextFolder(textFolderOf(data));
    await texts.keep('Words.');
    await openTextFolder(textFolderOf(join(folder, 'b.db'))).keep('Others.');
    await backup(join(folder, 'b.db'), { data, by: 'Ann' }, from);
    const hashes = ['Others.', 'Words.'].map(textHashOf).sort();
    expect([...(await textsIn(textFolderOf(join(folder, 'b.db'))))].sort()).toEqual(hashes);
  }));

test('a backup that a link leads to is restored with its texts', () =>
  withJournal(async (data, folder) => {
    await openTextFolder(textFolderOf(data)).keep('Words.');
    await backup(join(folder, 'monday.db'), { data, by: 'Ann' }, from);
    symlinkSync('monday.db', join(folder, 'latest.db'));
    await restore(join(folder, 'latest.db'), { data: join(folder, 'c.db') }, from);
    expect(await textsIn(textFolderOf(join(folder, 'c.db')))).toEqual([textHashOf('Words.')]);
  }));

test('a server backs up while it serves, and the copy can be restored', () =>
  withJournal(async (data, folder) => {
    const backups = join(folder, 'backups');
    mkdirSync(backups);
    await serving(['--data', data, '--backups', backups], async ({ api }) => {
      await expect(backup(join(folder, 'x.db'), { data, by: 'Ann' }, from)).rejects.toThrow(
        'another Hearsay',
      );
      expect(await json(['backup', 'monday.db', '--server', api])).toMatchObject({ code: 0 });
    });
    await restore(join(backups, 'monday.db'), { data: join(folder, 'new.db') }, from);
    expect((await checkJournal(join(folder, 'new.db'))).findings).toEqual([]);
  }));

test('what was redacted stays so in backups and lines, and what vouches for the rest comes along', () =>
  withJournal(async (data, folder) => {
    const at = (name: string): string => join(folder, name);
    const whole = await exported(data, at('whole'));
    const found = whole.split('\n').find(line => line.includes('"value":{"')) ?? '';
    const { seq, body } = JSON.parse(found) as {
      seq: number;
      body: { event: { claim: { value: { text: string } } } };
    };
    const { text } = body.event.claim.value;
    const said = `"text":"${text}"`;
    const args = ['redact', String(seq), '--what', 'VALUE', '--reason', 'asked for', '--data', data];
    expect(await json(args)).toMatchObject({ code: 0, answer: { seq, already: false } });
    expect(readFileSync(data, 'latin1')).not.toContain(said);
    const lines = await exported(data, at('a.jsonl'));
    expect([whole.includes(said), lines.includes(said)]).toEqual([true, false]);
    await backup(at('backup.db'), { data, by: 'Ann' }, from);
    await restore(at('backup.db'), { data: at('restored.db') }, from);
    await importJournal(at('a.jsonl'), { data: at('imported.db') }, from);
    for (const name of ['backup.db', 'restored.db', 'imported.db']) {
      expect(await exported(at(name), at(`${name}.jsonl`))).toBe(lines);
      expect((await checkJournal(at(name))).findings).toEqual([]);
    }
    // With another seal it is a forgery.
    const forged = lines.replace(/"seal":"[0-9a-f]{4}/, '"seal":"0000');
    writeFileSync(at('forged'), forged);
    await expect(importJournal(at('forged'), { data: at('new.db') }, from)).rejects.toThrow(
      /Event \d+: Damaged/,
    );
    expect(existsSync(at('new.db'))).toBe(false);
  }));

test('a text is redacted in a journal that no server holds', () =>
  withJournal(async data => {
    const args = ['redact', '1', '--reason', 'asked for', '--by', 'Ann', '--data', data, '--what'];
    expect(await json([...args, 'NAME'])).toMatchObject({ code: 0, answer: { seq: 1, already: false } });
    expect((await checkJournal(data)).findings).toEqual([]);
    expect((await hearsayHere([...args, 'SONG'])).code).toBe(2);
  }));
