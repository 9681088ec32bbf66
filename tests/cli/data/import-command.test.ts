import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { progressText } from '../../../src/cli/terminal/import-progress.js';
import { hearsayHere } from '../../fixtures/hearsay-here.js';
import { inFolder } from '../../fixtures/hearsay-process.js';

const FOLDER = 'graph-data/mappings/event-reports';
const SAMPLE = `${FOLDER}/sample.csv`;
const TABLE = ['--format', 'table', '--mapping', `${FOLDER}/mapping.yaml`];

/** The sample without its bad row. */
const goodRows = async (): Promise<string> =>
  (await readFile(SAMPLE, 'utf8')).trimEnd().split('\n').slice(0, -1).join('\n');

/** Runs `hearsay import … --json` and reads what it printed. */
async function imported(args: readonly string[], input = '') {
  const { code, out } = await hearsayHere(['import', ...args, ...TABLE, '--json'], input);
  return { code, report: JSON.parse(out) as { [member: string]: unknown } };
}

test('says what was new, what was refused and where, and a second time that nothing was new', () =>
  inFolder(async folder => {
    const data = ['--data', join(folder, 'a.db')];
    const first = await imported([SAMPLE, ...data]);
    expect(first).toMatchObject({
      code: 1,
      report: { read: 7, accepted: 6, refused: 1, entities: 7, claims: 3, sources: 8, attestations: 8 },
    });
    expect(first.report['problems']).toEqual([
      { file: SAMPLE, line: 8, column: 32, reason: expect.stringContaining('"999"') as string },
    ]);
    expect((await imported([SAMPLE, ...data])).report).toMatchObject({ accepted: 0, known: 6, claims: 0 });
  }));

test.each(['as it is', 'gzipped'])('reads standard input, %s, and leaves nothing of it behind', how =>
  inFolder(async folder => {
    const data = join(folder, 'a.db');
    if (how === 'as it is') {
      expect(await imported(['-', '--data', data], await goodRows())).toMatchObject({
        code: 0,
        report: { read: 6, claims: 3 },
      });
    } else {
      const packed = join(folder, 'reports.csv.gz');
      await writeFile(packed, gzipSync(await goodRows()));
      expect(await imported([packed, '--data', data])).toMatchObject({
        code: 0,
        report: { read: 6, claims: 3 },
      });
    }
    expect((await readdir(folder)).filter(name => name.includes('input'))).toEqual([]);
  }),
);

test('a dry run says the same and writes nothing, not even a journal', () =>
  inFolder(async folder => {
    const data = ['--data', join(folder, 'new', 'a.db')];
    const dry = await imported([SAMPLE, ...data, '--dry-run']);
    expect(await readdir(folder)).toEqual([]);
    expect(await imported([SAMPLE, ...data])).toEqual(dry);
    expect((await imported([SAMPLE, ...data, '--dry-run'])).report).toMatchObject({ known: 6, claims: 0 });
  }));

test('of several files one that is bad stops the run before anything is written', () =>
  inFolder(async folder => {
    const bad = join(folder, 'bad.csv');
    await writeFile(bad, `${await goodRows()}\n"`);
    const data = ['--data', join(folder, 'a.db')];
    const { code, err } = await hearsayHere(['import', SAMPLE, bad, ...TABLE, ...data]);
    expect(code).toBe(1);
    expect(err).toMatch(/bad\.csv, line 8: a quotation mark opens here/);
    expect((await imported([SAMPLE, ...data])).report).toMatchObject({ accepted: 6, known: 0 });
  }));

test('people are told in lines, problems as compilers write them', () =>
  inFolder(async folder => {
    const { out, err } = await hearsayHere(['import', SAMPLE, ...TABLE, '--data', join(folder, 'a.db')]);
    expect(out).toMatch(/^7 records: 6 new, 0 known, 1 refused, 0 skipped\.\nInto .*: 7 entities, 3 claims/);
    expect(err).toMatch(/^graph-data\/\S+\/sample\.csv:8:32: "999" is not in the map/);
  }));

test.each([
  ['a mapping that is missing', ['import', SAMPLE, '--format', 'table'], 1, /A table needs a mapping/],
  ['a format there is not', ['import', SAMPLE, '--format', 'xls'], 2, /Allowed choices are/],
  [
    'a file that is missing',
    ['import', 'nowhere.csv', ...TABLE],
    1,
    /nowhere\.csv cannot be read \(ENOENT\)/,
  ],
  ['a folder', ['import', 'graph-data', ...TABLE], 1, /graph-data cannot be read \(EISDIR\)/],
  ['standard input twice', ['import', '-', '-', ...TABLE], 1, /name - once/],
])('%s is refused in words', async (_, args, expected, words) => {
  const { code, err } = await hearsayHere(args);
  expect([code, err]).toEqual([expected, expect.stringMatching(words)]);
});

test('check tells what is wrong with a mapping, with its line', () =>
  inFolder(async folder => {
    const good = await readFile(`${FOLDER}/mapping.yaml`, 'utf8');
    await mkdir(join(folder, 'm'));
    const bad = join(folder, 'm', 'bad.yaml');
    await writeFile(bad, good.replace('accuses', 'acuses'));
    const { code, err } = await hearsayHere(['check', bad]);
    const line = good.split('\n').findIndex(text => text.includes("from: '{event}'")) + 1;
    expect([code, err]).toEqual([
      1,
      expect.stringContaining(`bad.yaml:${line}:7: There is no predicate "acuses"`),
    ]);
    expect((await hearsayHere(['check', `${FOLDER}/mapping.yaml`])).code).toBe(0);
  }));

test('progress tells records, rate and time left', () => {
  const now = { phase: 'WRITING', file: 'a.csv', read: 30_000, total: 90_000 } as const;
  expect(progressText(now, 3)).toBe('a.csv: 30,000 of 90,000 records, 10,000 a second, 6 s left');
  expect(progressText({ ...now, phase: 'CHECKING', total: null }, 0)).toBe('a.csv: 30,000 records looked at');
});
