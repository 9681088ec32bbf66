// Whole journals from one file into a new one, and redaction. Most run in this process: starting one a case takes too long.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backup, exportJournal, importJournal, restore } from '../../src/cli/journal-command.js';
import { surroundingsOf, type Surroundings } from '../../src/cli/surroundings.js';
import { checkJournal } from '../../src/journal/check-journal.js';
import { hearsayHere } from '../fixtures/hearsay-here.js';
import { json, withJournal } from '../fixtures/hearsay-json.js';
import { serving } from '../fixtures/hearsay-process.js';

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
      [() => restore(at('text'), { data: at('new.db') }, from), 'no Hearsay journal'],
    ];
    for (const [attempt, message] of cases) {
      await expect(attempt()).rejects.toThrow(message);
      expect(existsSync(at('new.db'))).toBe(false);
    }
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

test('a text is redacted in a journal that no server holds', () =>
  withJournal(async data => {
    const args = ['redact', '1', '--reason', 'asked for', '--by', 'Ann', '--data', data, '--what'];
    expect(await json([...args, 'NAME'])).toMatchObject({ code: 0, answer: { seq: 1, already: false } });
    expect((await checkJournal(data)).findings).toEqual([]);
    expect((await hearsayHere([...args, 'SONG'])).code).toBe(2);
  }));
