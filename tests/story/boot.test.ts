import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findOperation, operationNames } from '../../src/graphql/operations.js';
import { ask, type ApiAnswer } from '../fixtures/ask-api.js';
import { hearsayHere, servingHere } from '../fixtures/hearsay-here.js';
import { hearsay, inFolder, serving, type Served } from '../fixtures/hearsay-process.js';

const FILE = 'schema/examples.graphql';
const EXAMPLES = readFileSync(FILE, 'utf8');
const example = (name: string): string => findOperation(EXAMPLES, FILE, name) ?? '';
const QUERIES = operationNames(EXAMPLES, FILE).filter(name => example(name).startsWith('query '));

const STATS = '{ stats { entities claims sources attestations seq } }';

const answersOf = async ({ api }: Served): Promise<readonly ApiAnswer[]> => {
  const answers: ApiAnswer[] = [];
  for (const name of QUERIES) answers.push(await ask(api, example(name)));
  return answers;
};

const texts = (answers: readonly ApiAnswer[]): readonly string[] => answers.map(({ text }) => text);

describe('the built server', () => {
  test('answers every example, and after a restart the same byte for byte', () =>
    inFolder(async folder => {
      const data = ['--data', join(folder, 'story.db')];
      const [before, end] = await serving(data, async server => [
        await answersOf(server),
        await server.end('SIGTERM'),
      ]);
      expect(before.flatMap(({ codes }) => codes)).toEqual([]);
      expect(before.every(({ status }) => status === 200)).toBe(true);
      expect(end).toMatchObject({ code: 0, err: '' });
      expect(texts(await serving(data, answersOf))).toEqual(texts(before));
    }));

  test('keeps what was attached, also when it is killed right after it answered', () =>
    inFolder(async folder => {
      const data = ['--data', join(folder, 'story.db')];
      const attach = async ({ api }: Served) =>
        (await ask(api, example('AttachThirdSource'))).data['attachSource'];
      const first = await serving(data, async server => {
        const attached = await attach(server);
        await server.end('SIGKILL');
        return attached;
      });
      expect(first).toMatchObject({ outcome: 'ATTACHED', userErrors: [] });
      const again = await serving(data, attach);
      expect(again).toMatchObject({ outcome: 'ALREADY_ATTACHED', recorded: null, userErrors: [] });
    }));

  test('ends with code 0 when it is interrupted', () =>
    inFolder(async folder => {
      const end = await serving(['--empty', '--data', join(folder, 'a.db')], server => server.end('SIGINT'));
      expect(end).toMatchObject({ code: 0, err: '' });
    }));
});

// From here on in the process of the test, as far as two are not needed: each start of one takes seconds.
describe('a server', () => {
  test('starts without the first data set where it is told to', () =>
    inFolder(async folder => {
      const answer = await servingHere(['--data', join(folder, 'a.db'), '--empty'], ({ api }) =>
        ask(api, STATS),
      );
      expect(answer.data).toEqual({ stats: { entities: 0, claims: 0, sources: 0, attestations: 0, seq: 0 } });
    }));

  test('looks up quotes in the folder it is given', () =>
    inFolder(async folder => {
      await writeFile(join(folder, '000_565ad2c5bf7250ca.txt'), 'Nothing of the article is here.');
      const query = '{ claims(first: 100) { nodes { attestations { nodes { quote { anchor } } } } } }';
      const anchorsIn = async (...options: string[]) => {
        const args = ['--data', join(folder, 'a.db'), ...options];
        const { text } = await servingHere(args, ({ api }) => ask(api, query));
        return [...new Set(text.match(/(?<="anchor":")\w+/g))].sort();
      };
      expect(await anchorsIn()).toEqual(['UNCHECKED']);
      expect(await anchorsIn('--texts', folder)).toEqual(['ORPHANED', 'UNCHECKED']);
    }));
});

describe('what cannot be served is one clear line and exit code 1', () => {
  const refused = async (args: readonly string[], words: RegExp, start = hearsayHere): Promise<void> => {
    const { code, out, err } = await start(['serve', '--port', '0', ...args]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^hearsay: [^\n]+\n$/);
    expect(err).toMatch(words);
  };

  test('a journal that another server holds', () =>
    inFolder(async folder => {
      const data = ['--data', join(folder, 'a.db')];
      await servingHere(['--empty', ...data], () => refused(data, /another Hearsay server/, hearsay));
    }));

  test('a port that is taken', () =>
    inFolder(async folder => {
      await servingHere(['--empty', '--data', join(folder, 'a.db')], ({ api }) =>
        refused(['--port', new URL(api).port, '--data', join(folder, 'b.db')], /Port \d+ .* is taken/),
      );
    }));

  test('a folder that cannot be written', () =>
    inFolder(async folder => {
      await writeFile(join(folder, 'file'), '');
      await refused(['--data', join(folder, 'file', 'a.db')], /folder/);
    }));

  test('a file that is no journal', () =>
    inFolder(async folder => {
      const file = join(folder, 'a.db');
      await writeFile(file, 'Dear diary,\n'.repeat(500));
      await refused(['--data', file], /no Hearsay journal/);
      expect(readFileSync(file, 'utf8')).toBe('Dear diary,\n'.repeat(500));
    }));

  test('a vocabulary that cannot be read, or is wrong', () =>
    inFolder(async folder => {
      const own = join(folder, 'mine.yaml');
      const args = ['--data', join(folder, 'a.db'), '--vocabulary', own];
      await refused(args, /mine\.yaml cannot be read/);
      await writeFile(
        own,
        'predicates:\n  likes: { label: likes, subject: [NOBODY], object: [PERSON], sentence: x }\n',
      );
      const { code, err } = await hearsayHere(['serve', ...args]);
      expect(code).toBe(1);
      expect(err).toMatch(/mine\.yaml:2:\d+: /);
    }));

  test('texts in a folder that is none', () =>
    inFolder(folder =>
      refused(['--data', join(folder, 'a.db'), '--texts', join(folder, 'none')], /no folder/),
    ));
});
