// `hearsay export`: where it goes, what it says, and that it never leaves half of anything.
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { hearsayHere } from '../../fixtures/hearsay-here.js';
import { inFolder } from '../../fixtures/hearsay-process.js';

const DOSSIER = 'graph-data/choe-moscow-2014/dossier.yaml';

const inJournal = (use: (folder: string, data: string) => Promise<void>): Promise<void> =>
  inFolder(async folder => {
    const data = join(folder, 'test.db');
    expect((await hearsayHere(['load', DOSSIER, '--data', data])).code).toBe(0);
    await use(folder, data);
  });

test('tables go into a new folder, and what went out is counted', () =>
  inJournal(async (folder, data) => {
    const out = join(folder, 'tables');
    const { code, out: said } = await hearsayHere([
      'export',
      '--format',
      'csv',
      '--out',
      out,
      '--data',
      data,
    ]);
    expect(code).toBe(0);
    expect(said).toContain('70 entities, 85 claims, 14 sources, 116 attestations');
    expect(await readdir(out)).toEqual(['attestations.csv', 'claims.csv', 'entities.csv', 'sources.csv']);
  }));

test('a view limits what goes out', () =>
  inJournal(async (folder, data) => {
    const out = join(folder, 'tables');
    const view = ['--status', 'CORROBORATED', '--min-independent', '2'];
    const { code } = await hearsayHere(['export', '--format', 'csv', '--out', out, '--data', data, ...view]);
    expect(code).toBe(0);
    const rows = parse<Record<string, string>>(await readFile(join(out, 'claims.csv'), 'utf8'), {
      columns: true,
    });
    expect(new Set(rows.map(row => row['status']))).toEqual(new Set(['CORROBORATED']));
  }));

test('nothing is overwritten, and a mistake leaves nothing behind', () =>
  inJournal(async (folder, data) => {
    const out = join(folder, 'tables');
    const args = ['export', '--format', 'csv', '--data', data];
    const unknown = await hearsayHere([...args, '--out', out, '--claim', 'claim:none']);
    expect(unknown).toMatchObject({ code: 1, err: expect.stringContaining('claim:none') as string });
    expect(existsSync(out)).toBe(false);
    const wrongTime = await hearsayHere([...args, '--out', out, '--known-at', 'yesterday']);
    expect(wrongTime).toMatchObject({ code: 1, err: expect.stringContaining('yesterday') as string });
    expect(await hearsayHere([...args, '--out', out])).toMatchObject({ code: 0 });
    const again = await hearsayHere([...args, '--out', out]);
    expect(again).toMatchObject({ code: 1, err: expect.stringContaining('exists already') as string });
  }));

test('a format of several files does not go to standard output', () =>
  inJournal(async (_, data) => {
    const { code, err } = await hearsayHere(['export', '--format', 'csv', '--data', data]);
    expect(code).toBe(1);
    expect(err).toContain('--out');
  }));

test('a dash is standard output, and no file', () =>
  inJournal(async (_, data) => {
    const args = ['export', '--format', 'jsonld', '--data', data];
    const plain = await hearsayHere(args);
    expect(await hearsayHere([...args, '--out', '-'])).toEqual(plain);
    expect(JSON.parse(plain.out)).toMatchObject({ '@graph': expect.any(Array) as unknown });
    const tables = await hearsayHere(['export', '--format', 'csv', '--data', data, '--out', '-']);
    expect(tables).toMatchObject({ code: 1, err: expect.stringContaining('name a new folder') as string });
    expect(existsSync('-')).toBe(false);
  }));

test('where there is no journal, none is made', () =>
  inFolder(async folder => {
    const data = join(folder, 'none.db');
    const { code, err } = await hearsayHere(['export', '--format', 'csv', '--out', folder, '--data', data]);
    expect({ code, made: existsSync(data) }).toEqual({ code: 1, made: false });
    expect(err).toContain('There is no journal');
  }));
