// What becomes of the texts beside a journal: backup and restore take them along, an export says that it does not, doctor counts them.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { textHashOf } from '../../../src/domain/kept-text.js';
import { textFindings } from '../../../src/cli/keep/doctor-files.js';
import { hearsayHere, servingHere } from '../../fixtures/hearsay-here.js';

const TEXT = 'A made report.';
const SHA256 = textHashOf(TEXT);

let folder: string;
let data: string;
const at = (name: string): string => join(folder, name);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearsay-'));
  data = at('a.db');
  await writeFile(at('a.txt'), TEXT);
  await did('import', at('a.txt'), '--format', 'article', '--title', 'Made', '--data', data);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function did(...args: string[]): Promise<{ out: string; err: string }> {
  const { code, out, err } = await hearsayHere(args);
  expect([args[0], code, err]).toEqual([args[0], 0, expect.any(String)]);
  return { out, err };
}

const textsOf = (journal: string): string[] => readdirSync(`${at(journal)}.texts`);

/** What doctor says of texts, as `state: found`. */
async function doctored(journal: string): Promise<string[]> {
  const { out } = await hearsayHere(['doctor', '--data', journal, '--port', '0', '--json']);
  const { findings } = JSON.parse(out) as { findings: { check: string; state: string; found: string }[] };
  return findings.filter(({ check }) => check === 'texts').map(({ state, found }) => `${state}: ${found}`);
}

test('backup and restore take texts along', async () => {
  expect((await did('backup', at('b.db'), '--data', data)).out).toMatch(/and 1 texts beside it\.$/m);
  expect(textsOf('b.db')).toEqual([`${SHA256}.txt`]);
  await did('restore', at('b.db'), '--data', at('c.db'));
  expect(textsOf('c.db')).toEqual([`${SHA256}.txt`]);
  expect(await doctored(at('c.db'))).toEqual(['ok: 1 beside it, all sound']);
});

test('a backup of a server takes texts along', async () => {
  const backups = at('backups');
  mkdirSync(backups);
  await servingHere(['--data', data, '--backups', backups], async ({ api }) => {
    await did('backup', 'b.db', '--server', api);
  });
  expect(readdirSync(join(backups, 'b.db.texts'))).toEqual([`${SHA256}.txt`]);
});

test('a backup that is refused leaves no texts', async () => {
  await writeFile(at('b.db'), 'something else');
  const { code } = await hearsayHere(['backup', at('b.db'), '--data', data]);
  expect([code, existsSync(`${at('b.db')}.texts`)]).toEqual([1, false]);
});

test('an export says that texts are not in it, and doctor names those that are missing then', async () => {
  const { err } = await did('export-journal', at('lines'), '--data', data);
  expect(err).toContain(`1 texts of sources are not in it: copy ${data}.texts along`);
  await did('import-journal', at('lines'), '--data', at('c.db'));
  expect(await doctored(at('c.db'))).toEqual([`bad: text ${SHA256} is missing`]);
});

test('doctor names texts that are damaged, and counts those that no event names', async () => {
  writeFileSync(join(`${data}.texts`, `${SHA256}.txt`), 'changed');
  const spare = 'b'.repeat(64);
  writeFileSync(join(`${data}.texts`, `${spare}.txt`), '');
  expect(await doctored(data)).toEqual([
    `bad: text ${SHA256} is damaged`,
    `warn: 1 that no event names, such as ${spare}`,
  ]);
});

test('doctor is silent where there are no texts', async () => {
  rmSync(`${data}.texts`, { recursive: true });
  expect(await textFindings(data, [])).toEqual([]);
  expect(await textFindings(data, null)).toEqual([]);
});
