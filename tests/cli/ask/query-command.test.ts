import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hearsayHere, servingHere } from '../../fixtures/hearsay-here.js';
import { json, withJournal } from '../../fixtures/hearsay-json.js';
import { inFolder } from '../../fixtures/hearsay-process.js';

const stats = '{ stats { claims } }';

test('answers the same from a file, standard input and an example, from a journal and a server', () =>
  withJournal(async (data, folder) => {
    const file = join(folder, 'question.graphql');
    await writeFile(file, stats);
    const fromFile = await json(['query', file, '--data', data]);
    expect(fromFile).toMatchObject({
      code: 0,
      answer: { data: { stats: { claims: expect.any(Number) as number } } },
    });
    expect(await json(['query', '-', '--data', data], stats)).toEqual(fromFile);
    const fromJournal = await json(['query', 'WhoIsNumberTwo', '--data', data]);
    expect(fromJournal).toMatchObject({ code: 0, answer: { data: { inOctober: { nodes: [{}] } } } });
    await servingHere(['--data', data], async ({ api }) => {
      expect(await json(['query', file, '--server', api])).toEqual(fromFile);
      expect(await json(['query', 'WhoIsNumberTwo', '--server', api])).toEqual(fromJournal);
    });
  }));

test('passes variables and the name of an operation on', () =>
  withJournal(async data => {
    const text = `query A($text: String!) { search(text: $text) { totalCount } } query B ${stats}`;
    const asked = ['query', '-', '--data', data, '--variables', '{"text": "최룡해"}', '--operation', 'A'];
    expect(await json(asked, text)).toEqual({ code: 0, answer: { data: { search: { totalCount: 1 } } } });
  }));

test('prints the data as YAML for people', () =>
  withJournal(async data => {
    const { out, code } = await hearsayHere(['query', '-', '--data', data], stats);
    expect(code).toBe(0);
    expect(out).toMatch(/^stats:\n {2}claims: \d+\n$/);
  }));

test.each([
  ['an error in the question', ['-'], '{ nope }', 'GRAPHQL_VALIDATION_FAILED'],
  ['a name that is neither file nor example', ['Nope'], '', 'INVALID_INPUT'],
  ['variables that are no JSON object', ['-', '--variables', '[1]'], stats, 'INVALID_INPUT'],
])('ends with code 1 for %s', (_, args, input, expected) =>
  withJournal(async data => {
    const { code, answer } = await json(['query', ...args, '--data', data], input);
    expect({ code, answer }).toMatchObject({
      code: 1,
      answer: { errors: [{ extensions: { code: expected } }] },
    });
  }),
);

test('makes no journal where there is none', () =>
  inFolder(async folder => {
    const asked = await json(['query', '-', '--data', join(folder, 'none.db')], stats);
    expect(asked).toMatchObject({
      code: 1,
      answer: { errors: [{ extensions: { code: 'INVALID_INPUT' } }] },
    });
  }));

test('says so when no server answers', async () => {
  const { code, err } = await hearsayHere(['query', '-', '--server', 'http://127.0.0.1:1/graphql'], stats);
  expect(code).toBe(1);
  expect(err).toMatch(/^hearsay: No server answers at [^\n]*\n$/);
});
