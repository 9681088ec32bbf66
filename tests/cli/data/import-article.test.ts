// `hearsay import --format article`: source and text in, candidates reviewed at a terminal, texts found again by themselves.
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { run } from '../../../src/cli/run.js';
import { surroundingsOf } from '../../../src/cli/terminal/surroundings.js';
import { hearsayHere, servingHere } from '../../fixtures/hearsay-here.js';

const TEXT = 'A made report.\n\nOn Monday Choe Ryong-hae went to Moscow. The UPI said so.';
const SAMPLE = 'graph-data/choe-moscow-2014/dossier.yaml';

let folder: string;
let data: string;
let article: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearsay-'));
  data = join(folder, 'a.db');
  article = join(folder, 'article.txt');
  await writeFile(article, TEXT);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const OF = ['--format', 'article', '--title', 'Made', '--published', '2014-11-19'];

async function imported(...more: string[]) {
  const { code, out, err } = await hearsayHere(['import', article, ...OF, '--json', ...more]);
  return { code, err, report: JSON.parse(out) as Record<string, unknown> };
}

async function asked(question: string, ...to: string[]): Promise<Record<string, unknown>> {
  const { out } = await hearsayHere(['query', '-', '--json', ...to], question);
  const { data: found, errors } = JSON.parse(out) as { data: Record<string, unknown>; errors?: unknown };
  expect(errors).toBeUndefined();
  return found;
}

/** As `hearsayHere`, with someone at the terminal who gives these answers. */
async function reviewed(answers: readonly string[], ...args: string[]) {
  const lines: string[] = [];
  const left = [...answers];
  const code = await run({
    ...surroundingsOf(process),
    argv: ['import', article, ...OF, '--review', ...args],
    out: line => void lines.push(line),
    err: line => void lines.push(`err ${line}`),
    question: () => Promise.resolve(left.shift() ?? null),
    progress: null,
  });
  return { code, lines };
}

test('source and text go in, and a second time nothing is new', async () => {
  const named = ['--data', data, '--party-name', 'The Made Paper'];
  expect(await imported(...named)).toMatchObject({
    code: 0,
    report: { accepted: 1, sources: 1, entities: 1 },
  });
  expect(await imported(...named)).toMatchObject({ code: 0, report: { known: 1, sources: 0, entities: 0 } });
  const { sources } = await asked(
    '{ sources { nodes { title publishedAt held party { label } texts { characters state } } } }',
    ...['--data', data],
  );
  expect(sources).toEqual({
    nodes: [
      {
        title: 'Made',
        publishedAt: '2014-11-19',
        held: true,
        party: { label: 'The Made Paper' },
        texts: [{ characters: TEXT.length, state: 'SOUND' }],
      },
    ],
  });
});

test('a dry run says the same and writes nothing', async () => {
  const dry = await imported('--data', data, '--dry-run');
  expect(readdirSync(folder)).toEqual(['article.txt']);
  expect(await imported('--data', data)).toEqual(dry);
});

test('at a terminal each candidate is asked for, and what is taken is attached with its quote', async () => {
  await hearsayHere(['load', SAMPLE, '--data', data]);
  const first = await reviewed(['what', 'y', 's'], '--data', data);
  expect(first.lines.join('\n')).toMatch(
    /1 of \d+: .*\n {2}“On Monday Choe Ryong-hae went to Moscow\.” \(paragraph 2\)/,
  );
  expect([first.code, first.lines.at(-1)]).toEqual([0, 'Attached 1.']);
  const { sources } = await asked(
    '{ sources(text: "Made") { nodes { attestations { nodes { recorded { way } quote { exact anchor } } } } } }',
    ...['--data', data],
  );
  expect(sources).toEqual({
    nodes: [
      {
        attestations: {
          nodes: [
            {
              recorded: { way: 'COMMAND_LINE' },
              quote: { exact: 'On Monday Choe Ryong-hae went to Moscow.', anchor: 'EXACT' },
            },
          ],
        },
      },
    ],
  });
  expect((await reviewed([], '--data', data)).lines.at(-1)).toBe('Attached 0.');
});

test('a server takes articles too, keeps their texts beside its journal, and finds them by itself', async () => {
  await hearsayHere(['load', SAMPLE, '--data', data]);
  await servingHere(['--data', data], async ({ api }) => {
    expect(await imported('--server', api)).toMatchObject({ code: 0, report: { sources: 1 } });
    expect(readdirSync(`${data}.texts`)).toHaveLength(1);
    expect((await reviewed(['y', 's'], '--server', api)).lines.at(-1)).toBe('Attached 1.');
    const { sources } = await asked(
      '{ sources(text: "Made") { nodes { attestations { nodes { quote { anchor } } } } } }',
      ...['--server', api],
    );
    expect(sources).toEqual({ nodes: [{ attestations: { nodes: [{ quote: { anchor: 'EXACT' } }] } }] });
  });
});

test.each([
  ['a review where nobody sits', ['--review'], /--review asks at a terminal/],
  ['a review of a dry run', ['--review', '--dry-run'], /leave out --dry-run/],
  ['two parties', ['--party', 'entity:a', '--described-as', 'someone'], /Give one of --party/],
  ['a day that is none', ['--published', 'yesterday'], /yesterday/],
  ['a kind there is not', ['--kind', 'SONG'], /not one of ARTICLE/],
])('%s is refused in words, and no journal is made', async (_, args, words) => {
  const { code, err } = await hearsayHere(['import', article, ...OF, '--data', data, ...args]);
  expect([code, err]).toEqual([1, expect.stringMatching(words)]);
  expect(existsSync(data)).toBe(false);
});

test('a party that is not known is refused, and its text is not kept', async () => {
  const { code, report } = await imported('--data', data, '--party', 'entity:none');
  expect([code, report['refused'], existsSync(`${data}.texts`)]).toEqual([1, 1, false]);
});

test('a name that several bear is refused with their ids', async () => {
  for (const kind of ['PERSON', 'STATE']) {
    const add = `mutation { addEntity(input: { kind: ${kind}, label: "Twin" }) { entity { id } } }`;
    await imported('--data', data);
    await asked(add, '--data', data);
  }
  const args = ['import', article, ...OF, '--data', data, '--party-name', 'Twin'];
  const { code, err } = await hearsayHere(args);
  expect([code, err]).toEqual([1, expect.stringMatching(/Several are named "Twin".*entity:.*entity:/)]);
});

test('options of articles with another format are refused', async () => {
  const { code, err } = await hearsayHere(['import', article, '--format', 'popolo', '--party-name', 'A']);
  expect([code, err]).toEqual([1, expect.stringContaining('--party-name is for articles')]);
});
