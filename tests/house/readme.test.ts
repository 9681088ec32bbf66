// The README cannot drift: its query gives its JSON, its commands run, its links lead somewhere, its tables are complete.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ERROR_CODES } from '../../src/graphql/errors/error-codes.js';
import { LIMITS } from '../../src/graphql/operation/request-limits.js';
import { askLedger } from '../../src/graphql/local-api.js';
import { hearsay, inFolder, startServing } from '../fixtures/hearsay-process.js';
import { openLoadedLedger } from '../fixtures/loaded-ledger.js';

const README = readFileSync('README.md', 'utf8');
const blocks = (language: string): string[] =>
  [...README.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms'))].map(match => match[1] ?? '');
const scripts = (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> })
  .scripts;

/** Arguments of a command line, without the shell: words, or what stands in double quotes. */
const words = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(match => match[1] ?? match[2] ?? '');

test('its query gives its JSON', async () => {
  const { ledger } = await openLoadedLedger();
  const ask = await askLedger({ ledger, by: 'tests' }, () => undefined);
  const { data } = await ask({ query: blocks('graphql')[0] ?? '' });
  expect(JSON.parse(JSON.stringify(data))).toEqual(JSON.parse(blocks('json')[0] ?? ''));
});

test('its npm commands are scripts of the package', () => {
  const used = [
    ...blocks('sh')
      .join('')
      .matchAll(/npm (?:run )?(\w+)/g),
  ].map(match => match[1] ?? '');
  expect(used.length).toBeGreaterThan(1);
  expect(used.filter(name => name !== 'ci' && scripts[name] === undefined)).toEqual([]);
});

test('its hearsay commands run one after another', () =>
  inFolder(async folder => {
    const lines = blocks('sh').flatMap(block =>
      block.split('\n').filter(line => line.startsWith('npx hearsay')),
    );
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) {
      const args = words(line.replace('npx hearsay ', '').replaceAll('./data', join(folder, 'data')));
      if (args[0] === 'serve') {
        const server = await startServing(args.slice(1).filter((_, index, all) => !isPort(all, index)));
        expect(await server.end('SIGTERM')).toMatchObject({ code: 0 });
      } else expect([line, await hearsay(args)]).toMatchObject([line, { code: 0, err: '' }]);
    }
  }));

test('`npx hearsay` runs what was built', () => {
  const out = execFileSync('npx', ['--no-install', 'hearsay', '--version'], {
    encoding: 'utf8',
    stdio: 'pipe',
  });
  expect(out.trim()).toMatch(/^\d+\.\d+\.\d+$/);
});

/** The port is ours to choose: the README's may be taken. */
const isPort = (args: readonly string[], index: number): boolean =>
  args[index] === '--port' || args[index - 1] === '--port';

test('its links lead somewhere', () => {
  const links = [...README.matchAll(/\]\((?!http)([^)#]+)/g)].map(match => match[1] ?? '');
  expect(links.length).toBeGreaterThan(0);
  expect(links.filter(link => !existsSync(link))).toEqual([]);
});

describe('each promise names a test that is there', () => {
  const rows = [...README.matchAll(/^\| .* \| `(tests\/[^`]+)` \|$/gm)].map(match => match[1] ?? '');
  test('there are promises', () => expect(rows.length).toBeGreaterThan(9));
  test.each([...new Set(rows)])('%s', file => expect(existsSync(file)).toBe(true));
});

test('it lists every error code', () => {
  expect(Object.keys(ERROR_CODES).filter(code => !README.includes(`\`${code}\``))).toEqual([]);
});

test('the limits it names are those in force', () => {
  const { bodyBytes, tokens, depth, pageRows } = LIMITS;
  const row = `Requests: ${bodyBytes / 1e6} MB, ${tokens.toLocaleString('en')} tokens, ${depth} fields deep`;
  expect(README).toContain(row);
  expect(README).toContain(`\`first\` at most ${pageRows}`);
});

test('it stays at 120 lines', () => {
  expect(README.trimEnd().split('\n').length).toBeLessThanOrEqual(120);
});
