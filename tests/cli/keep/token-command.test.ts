import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hearsayHere, servingHere } from '../../fixtures/hearsay-here.js';
import { inFolder } from '../../fixtures/hearsay-process.js';

const DOSSIER = 'graph-data/choe-moscow-2014/dossier.yaml';
const STATS = '{ stats { seq } }';

interface Made {
  readonly name: string;
  readonly scope: string;
  readonly token: string;
}

async function create(data: string, name: string, scope: string): Promise<Made> {
  const { code, out, err } = await hearsayHere(
    ['token', 'create', '--data', data, '--name', name, '--scope', scope, '--json'],
    '',
  );
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out) as Made;
}

const withData = (use: (data: string, folder: string) => Promise<void>): Promise<void> =>
  inFolder(async folder => use(join(folder, 'a.db'), folder));

test('a token is shown once, kept as a hash beside the journal, listed without it, and revoked', () =>
  withData(async data => {
    const { token } = await create(data, 'Ann', 'write');
    expect(token).toMatch(/^hearsay_[\w-]{43}$/);
    const file = `${data}.tokens.json`;
    expect(readFileSync(file, 'utf8')).not.toContain(token);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const listed = await hearsayHere(['token', 'list', '--data', data, '--json']);
    expect(JSON.parse(listed.out)).toMatchObject({ tokens: [{ name: 'Ann', scope: 'write' }] });
    expect(listed.out).not.toMatch(/hearsay_|[0-9a-f]{64}/);
    const revoked = await hearsayHere(['token', 'revoke', 'Ann', '--data', data]);
    expect(revoked).toMatchObject({ code: 0, out: 'Revoked the token "Ann".\n', err: '' });
    expect((await hearsayHere(['token', 'list', '--data', data])).out).toMatch(/^There are no tokens/);
    // Making a token opens no journal, and needs none.
    expect(existsSync(data)).toBe(false);
  }));

test('people are shown the token and what to do with it', () =>
  withData(async data => {
    const { out } = await hearsayHere([
      'token',
      'create',
      '--data',
      data,
      '--name',
      'Ann',
      '--scope',
      'read',
    ]);
    expect(out).toMatch(/^Token {2}hearsay_[\w-]{43}\n/);
    expect(out).toContain('Authorization: Bearer');
  }));

describe('is refused:', () => {
  test.each<readonly [string, readonly string[], number, RegExp]>([
    ['a name that is taken', ['create', '--name', 'Ann', '--scope', 'read'], 1, /"Ann" already/],
    ['a name with a line end', ['create', '--name', 'A\nB', '--scope', 'read'], 1, /name/],
    ['an empty name', ['create', '--name', ' ', '--scope', 'read'], 1, /empty/],
    ['a scope that is none', ['create', '--name', 'Bea', '--scope', 'root'], 2, /read, write, admin/],
    ['no scope', ['create', '--name', 'Bea'], 2, /--scope/],
    ['to revoke what is not there', ['revoke', 'Bea'], 1, /no token "Bea"/],
  ])('%s', (_, args, expected, why) =>
    withData(async data => {
      if (args.includes('Ann')) await create(data, 'Ann', 'admin');
      const { code, err } = await hearsayHere(['token', ...args, '--data', data]);
      expect({ code, err }).toEqual({ code: expected, err: expect.stringMatching(why) as string });
    }),
  );
});

test('another address than loopback is not served without tokens: one line, and no journal is made', () =>
  withData(async data => {
    const { code, out, err } = await hearsayHere([
      'serve',
      '--host',
      '0.0.0.0',
      '--port',
      '0',
      '--data',
      data,
    ]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^hearsay: Others can reach 0\.0\.0\.0[^\n]*\n$/);
    expect(existsSync(data)).toBe(false);
  }));

test('the commands give their token from the environment or a file, and a revoked one ends at once', () =>
  withData(async (data, folder) => {
    const { token } = await create(data, 'Ann', 'read');
    const file = join(folder, 'token.txt');
    writeFileSync(file, `${token}\n`);
    await servingHere(['--empty', '--data', data], async ({ api }) => {
      const ask = async (args: readonly string[], env = {}) => {
        const { code, out, err } = await hearsayHere(['query', '-', '--server', api, ...args], STATS, {
          HEARSAY_TOKEN: '',
          ...env,
        });
        expect(out + err).not.toContain(token);
        return code === 0 ? 'answered' : /\[(\w+)\]|holds no token/.exec(err)?.[0];
      };
      expect(await ask([])).toBe('[UNAUTHENTICATED]');
      expect(await ask([], { HEARSAY_TOKEN: token })).toBe('answered');
      expect(await ask(['--token-file', file])).toBe('answered');
      expect(await ask([], { HEARSAY_TOKEN: `${token} and more` })).toBe('holds no token');
      await hearsayHere(['token', 'revoke', 'Ann', '--data', data]);
      expect(await ask(['--token-file', file])).toBe('[UNAUTHENTICATED]');
    });
  }));

describe('tokens belong to the journal, not to the spelling of its path:', () => {
  const refused = (api: string): Promise<unknown> =>
    hearsayHere(['query', '-', '--server', api], STATS, { HEARSAY_TOKEN: '' }).then(({ err }) => err);

  test.each([
    ['a link', '/l.db'],
    ['a link to a link', '/m.db'],
    ['a linked folder', '/way/a.db'],
    ['a way round', '/x/../a.db'],
  ])('a server that is given %s demands them', (_, spelled) =>
    withData(async (data, folder) => {
      await hearsayHere(['load', DOSSIER, '--data', data]);
      await create(data, 'Ann', 'read');
      mkdirSync(join(folder, 'x'));
      symlinkSync(data, join(folder, 'l.db'));
      symlinkSync('l.db', join(folder, 'm.db'));
      symlinkSync(folder, join(folder, 'way'));
      const path = `${folder}${spelled}`;
      await servingHere(['--data', path], async ({ api }) => {
        expect(await refused(api)).toContain('[UNAUTHENTICATED]');
      });
      expect((await hearsayHere(['token', 'list', '--data', path])).out).toContain('Ann');
      expect((await hearsayHere(['doctor', '--data', path, '--port', '0'])).out).toContain(
        'tokens      1 in',
      );
    }),
  );

  test('one that is made by a link is the journal’s, before there is a journal', () =>
    withData(async (data, folder) => {
      symlinkSync('a.db', join(folder, 'l.db'));
      const { token } = await create(join(folder, 'l.db'), 'Ann', 'read');
      await servingHere(['--empty', '--data', data], async ({ api }) => {
        expect(await refused(api)).toContain('[UNAUTHENTICATED]');
        const asked = await hearsayHere(['query', '-', '--server', api], STATS, { HEARSAY_TOKEN: token });
        expect(asked.code).toBe(0);
      });
    }));

  test('those that an older version laid beside a link are not passed over in silence', () =>
    withData(async (data, folder) => {
      await hearsayHere(['load', DOSSIER, '--data', data]);
      await create(data, 'Ann', 'read');
      symlinkSync('a.db', join(folder, 'l.db'));
      const old = join(folder, 'l.db.tokens.json');
      renameSync(`${data}.tokens.json`, old);
      for (const args of [
        ['serve', '--port', '0'],
        ['query', 'WhoIsNumberTwo'],
        ['token', 'list'],
      ]) {
        const { code, err } = await hearsayHere([...args, '--data', join(folder, 'l.db')]);
        expect([code, err.trimEnd().split('\n')]).toEqual([1, [expect.stringContaining(`move ${old} to`)]]);
      }
    }));

  test('a second name of the file, which has none beside it, is refused', () =>
    withData(async (data, folder) => {
      await hearsayHere(['load', DOSSIER, '--data', data]);
      await create(data, 'Ann', 'read');
      linkSync(data, join(folder, 'hard.db'));
      const { code, out, err } = await hearsayHere([
        'serve',
        '--port',
        '0',
        '--data',
        join(folder, 'hard.db'),
      ]);
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toMatch(/^hearsay: [^\n]*has 2 names[^\n]*\n$/);
    }));

  test('a file of tokens that a link leads to is changed itself, and the link stays', () =>
    withData(async (data, folder) => {
      const [file, link] = [join(folder, 'tokens.json'), join(folder, 'link.json')];
      await create(data, 'Ann', 'read');
      renameSync(`${data}.tokens.json`, file);
      symlinkSync('tokens.json', link);
      const made = ['token', 'create', '--tokens', link, '--name', 'Bea', '--scope', 'read'];
      expect((await hearsayHere(made)).code).toBe(0);
      expect(lstatSync(link).isSymbolicLink()).toBe(true);
      expect(readFileSync(file, 'utf8')).toContain('"Bea"');
    }));
});

test('help shows examples first', async () => {
  const { code, out } = await hearsayHere(['token', '--help']);
  expect({ code, out }).toEqual({
    code: 0,
    out: expect.stringMatching(/^Examples:\n {2}\$ hearsay token/) as string,
  });
});
