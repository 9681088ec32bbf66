// `hearsay import --server`: the same records by the API of a server that runs.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hearsayHere } from '../../fixtures/hearsay-here.js';
import { openLedger } from '../../fixtures/open-ledger.js';
import { openServedLedger, type ServedLedger } from '../../fixtures/served-ledger.js';

const FOLDER = 'graph-data/mappings/event-reports';
const SAMPLE = `${FOLDER}/sample.csv`;
const TABLE = ['--format', 'table', '--mapping', `${FOLDER}/mapping.yaml`, '--json'];

let served: ServedLedger;
let folder: string;
beforeEach(async () => {
  const { ledger } = await openLedger();
  served = await openServedLedger(ledger);
  folder = await mkdtemp(join(tmpdir(), 'hearsay-'));
});
afterEach(async () => {
  await served.stop();
  await rm(folder, { recursive: true, force: true });
});

async function imported(file: string, ...to: string[]) {
  const { code, out, err } = await hearsayHere(['import', file, ...TABLE, ...to]);
  return { code, err, report: JSON.parse(out) as Record<string, unknown> };
}

test('what goes into a server is what goes into a journal, and is there once', async () => {
  const intoJournal = await imported(SAMPLE, '--data', join(folder, 'a.db'));
  const intoServer = await imported(SAMPLE, '--server', served.apiUrl);
  expect(intoServer).toEqual(intoJournal);
  const ids = [...served.ledger.graph.claims()].map(({ claim }) => claim.id).sort();
  const { out } = await hearsayHere(
    [...['query', '-', '--json', '--data', join(folder, 'a.db')]],
    '{ claims(first: 100) { nodes { id } } }',
  );
  const { data } = JSON.parse(out) as { data: { claims: { nodes: { id: string }[] } } };
  expect(data.claims.nodes.map(({ id }) => id).sort()).toEqual(ids);
  expect((await imported(SAMPLE, '--server', served.apiUrl)).report).toMatchObject({ accepted: 0, known: 6 });
});

test('more than a request may hold goes in several', async () => {
  const rows = Array.from({ length: 70 }, (_, at) => `a${at}`);
  const file = join(folder, 'large.jsonl');
  const mapping = join(folder, 'mapping.yaml');
  await writeFile(
    mapping,
    `hearsay: mapping/1
id: large
title: Long descriptions
table: { format: jsonl }
entities:
  thing: { id: '{id}', kind: TOPIC, label: '{id}', description: '{text}' }
`,
  );
  const text = 'é'.repeat(4900);
  await writeFile(file, rows.map(id => JSON.stringify({ id, text })).join('\n'));
  const { code, err, out } = await hearsayHere([
    ...['import', file, '--format', 'table', '--mapping', mapping, '--json', '--server', served.apiUrl],
  ]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(JSON.parse(out)).toMatchObject({ read: 70, accepted: 70, entities: 70 });
});

test('the first data set goes into a server as it goes into a journal', async () => {
  const into = async (...to: string[]) => {
    const file = 'graph-data/choe-moscow-2014/dossier.yaml';
    const { code, err, out } = await hearsayHere(['import', file, '--format', 'dossier', '--json', ...to]);
    return { code, err, report: JSON.parse(out) as unknown };
  };
  const intoServer = await into('--server', served.apiUrl);
  expect(intoServer).toMatchObject({ code: 0, err: '' });
  expect(intoServer).toEqual(await into('--data', join(folder, 'a.db')));
});

test('where no server answers, it says so', async () => {
  const nobody = 'http://127.0.0.1:9/graphql';
  const { code, err } = await hearsayHere(['import', SAMPLE, ...TABLE, '--server', nobody]);
  expect([code, err]).toEqual([1, expect.stringContaining('No server answers')]);
});

test.each([
  ['a dry run', ['--dry-run'], 1, 'take a backup'],
  ['a journal besides', ['--data', 'x.db'], 2, 'cannot be used with'],
])('%s is refused in words', async (_, more, expected, words) => {
  const { code, err } = await hearsayHere(['import', SAMPLE, ...TABLE, '--server', served.apiUrl, ...more]);
  expect([code, err]).toEqual([expected, expect.stringContaining(words)]);
});
