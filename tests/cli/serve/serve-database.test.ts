// `hearsay serve` and its kin on a journal in PostgreSQL: several at once, with the password told to nobody.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ask } from '../../fixtures/ask-api.js';
import { hearsayHere, servingHere, startServingHere } from '../../fixtures/hearsay-here.js';
import { json } from '../../fixtures/hearsay-json.js';
import { hearsay, inFolder, startServing } from '../../fixtures/hearsay-process.js';
import { describeOnPostgres } from '../../fixtures/on-postgres.js';
import { startPostgres, type Postgres } from '../../fixtures/postgres.js';
import { until } from '../../fixtures/until.js';

const SECRET = 'a-word-that-nobody-sees';
const DOSSIER = 'graph-data/choe-moscow-2014/dossier.yaml';

describeOnPostgres('a journal in PostgreSQL', () => {
  let postgres: Postgres;
  let journal: string;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres.stop());
  beforeEach(async () => {
    journal = withSecret(await postgres.newDatabase());
  });

  const withSecret = (url: string): string => url.replace('postgres@', `postgres:${SECRET}@`);

  const statsOf = async (api: string): Promise<unknown> =>
    (await ask(api, '{ stats { seq claims } }')).data['stats'];

  const seqOf = async (api: string): Promise<number> => ((await statsOf(api)) as { seq: number }).seq;

  const eventsThere = async (): Promise<number> => {
    const database = journal.slice(journal.lastIndexOf('/') + 1);
    const [row] = await postgres.server.ask<{ seq: string }>('SELECT seq FROM hearsay_head', database);
    return Number(row?.seq);
  };

  test('two servers that start at the same time on an empty one load the first data set once', async () => {
    const once = await inFolder(async folder => {
      const data = join(folder, 'a.db');
      return servingHere(['--data', data], ({ api }) => statsOf(api));
    });
    const servers = await Promise.all([1, 2].map(() => startServingHere(['--journal', journal])));
    try {
      for (const { api } of servers) {
        await until('both show it', async () => (await seqOf(api)) === (await eventsThere()));
        expect(await statsOf(api)).toEqual(once);
      }
    } finally {
      await Promise.all(servers.map(server => server.stop()));
    }
  });

  test('a dossier is loaded while servers run, and they show it', async () => {
    await servingHere(['--journal', journal, '--empty'], async ({ api }) => {
      expect(await seqOf(api)).toBe(0);
      const { code, answer } = await json(['load', DOSSIER, '--journal', journal]);
      expect(code).toBe(0);
      const { seq } = answer as { seq: number };
      await until('the server shows it', async () => (await seqOf(api)) === seq);
    });
  });

  test('is asked, imported into, tried out, exported and redacted like a file', async () => {
    await json(['load', DOSSIER, '--journal', journal]);
    const seq = await eventsThere();
    expect(await json(['query', '-', '--journal', journal], '{ stats { seq } }')).toEqual({
      code: 0,
      answer: { data: { stats: { seq } } },
    });
    const table = ['--format', 'table', '--mapping', 'graph-data/mappings/event-reports/mapping.yaml'];
    const imported = (...more: string[]) =>
      json([
        'import',
        'graph-data/mappings/event-reports/sample.csv',
        ...table,
        '--journal',
        journal,
        ...more,
      ]);
    const tried = await imported('--dry-run');
    expect(await eventsThere()).toBe(seq);
    expect(await imported()).toEqual(tried);
    const after = await eventsThere();
    expect(after).toBeGreaterThan(seq);
    const exported = await hearsayHere(['export', '--format', 'jsonld', '--journal', journal]);
    expect(exported).toMatchObject({ code: 0, out: expect.stringContaining('Choe') as string });
    const redact = ['redact', '1', '--what', 'NAME', '--reason', 'asked for', '--journal', journal];
    expect(await json(redact)).toMatchObject({ code: 0, answer: { seq: 1, entry: after + 1 } });
  });

  test('is not made by asking', async () => {
    const { code, err } = await hearsayHere(['query', '-', '--journal', journal], '{ stats { seq } }');
    expect([code, err]).toEqual([1, expect.stringMatching(/There is no journal .*: make one/)]);
    const tables = await postgres.server.ask(
      `SELECT FROM information_schema.tables WHERE table_name LIKE 'hearsay%'`,
      journal.slice(journal.lastIndexOf('/') + 1),
    );
    expect(tables).toEqual([]);
  });

  test.each([
    ['a host that is not there', 'postgres://u:PASSWORD@127.0.0.1:1/d', 'out of reach'],
    ['a database that is not there', 'postgres://postgres:PASSWORD@HERE/none', 'there is no such database'],
    ['what is no address', 'postgres://u:PASSWORD@:x', 'none of PostgreSQL'],
    ['a password with signs of its own', 'postgres://u:1/PASSWORD@h/d', 'none of PostgreSQL'],
    ['another scheme', 'mysql://u:PASSWORD@h/d', 'this is none of them'],
    ['SQLite without a file', 'sqlite:', 'this is none of them'],
  ])('%s is refused in a line that has no password', async (_, address, message) => {
    const given = address.replace('PASSWORD', SECRET).replace('HERE', `127.0.0.1:${postgres.server.port}`);
    const { code, out, err } = await hearsayHere(['load', DOSSIER, '--json', '--journal', given]);
    expect([code, err]).toEqual([1, expect.stringContaining(message)]);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect(out + err).not.toContain(SECRET);
  });

  test('the address of a database is none of a file, and both together are one too many', async () => {
    const asFile = await hearsayHere(['load', DOSSIER, '--data', journal]);
    expect([asFile.code, asFile.err]).toEqual([1, expect.stringContaining('--journal')]);
    const both = await hearsayHere(['load', DOSSIER, '--data', 'a.db', '--journal', journal]);
    expect([both.code, both.err]).toEqual([2, expect.stringContaining('cannot be used with')]);
    expect(asFile.err + both.err).not.toContain(SECRET);
  });

  test('an address may name a file', () =>
    inFolder(async folder => {
      const file = join(folder, 'a.db');
      expect((await json(['load', DOSSIER, '--journal', `sqlite:${file}`])).code).toBe(0);
      expect(existsSync(file)).toBe(true);
      const asked = await json(['query', '-', '--journal', file], '{ stats { seq } }');
      expect(asked).toEqual(await json(['query', '-', '--data', file], '{ stats { seq } }'));
    }));

  test('where others can reach it, tokens must be named: those of a file that is there', () =>
    inFolder(async folder => {
      const tokens = join(folder, 'tokens.json');
      const serve = ['serve', '--port', '0', '--journal', journal];
      const refusals = [
        [[...serve, '--host', '0.0.0.0'], 'name their file with --tokens'],
        [[...serve, '--tokens', tokens], 'There is no file of tokens'],
        [['token', 'list', '--data', journal], '--tokens'],
      ] as const;
      for (const [args, message] of refusals) {
        const { code, err } = await hearsayHere(args);
        expect([code, err]).toEqual([1, expect.stringContaining(message)]);
        expect(err).not.toContain(SECRET);
      }
      const create = ['token', 'create', '--name', 'Ann', '--scope', 'read', '--tokens', tokens];
      const { token } = (await json(create)).answer as { token: string };
      expect((await hearsayHere(['token', 'list', '--tokens', tokens])).out).toContain('Ann');
      await servingHere(['--journal', journal, '--tokens', tokens], async ({ api }) => {
        const status = async (headers: Record<string, string>): Promise<number> =>
          (
            await fetch(api, {
              method: 'POST',
              headers: { 'content-type': 'application/json', ...headers },
              body: JSON.stringify({ query: '{ stats { seq } }' }),
            })
          ).status;
        expect([await status({}), await status({ authorization: `Bearer ${token}` })]).toEqual([401, 200]);
      });
    }));

  test('the password may come from PGPASSWORD, and where it is wrong that is said', async () => {
    const { server } = postgres;
    await server.ask(`CREATE ROLE guarded SUPERUSER LOGIN PASSWORD '${SECRET}'`);
    const rules = join(server.data, 'pg_hba.conf');
    writeFileSync(rules, `host all guarded 127.0.0.1/32 scram-sha-256\n${readFileSync(rules, 'utf8')}`);
    await server.ask('SELECT pg_reload_conf()');
    const address = journal.replace(`postgres:${SECRET}@`, 'guarded@');
    const load = (password: string) =>
      hearsay(['load', DOSSIER, '--journal', address], '', { PGPASSWORD: password });
    await until('the rule holds', async () => (await load('wrong')).code === 1);
    const wrong = await load('wrong');
    expect(wrong.err).toContain('does not let this user in');
    expect(await load(SECRET)).toMatchObject({ code: 0, err: '' });
  });
});

describeOnPostgres('a server of its own process on a journal in PostgreSQL', () => {
  let postgres: Postgres;
  beforeEach(async () => {
    postgres = await startPostgres();
    return () => postgres.stop();
  });

  test('tells its log that the journal went and came, and never the password', async () => {
    const journal = (await postgres.newDatabase()).replace('postgres@', `postgres:${SECRET}@`);
    const server = await startServing(['--journal', journal, '--log', 'json', '--empty']);
    await postgres.server.kill();
    await postgres.server.start();
    const write = 'mutation { loadSample { userErrors { code } } }';
    await until('it writes again', async () => (await ask(server.api, write)).codes.length === 0);
    const { code, out, err } = await server.end('SIGTERM');
    const events = err
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line) as { event: string });
    expect([code, events.map(({ event }) => event).filter(name => name !== 'request')]).toEqual([
      0,
      ['started', 'journal away', 'journal back', 'stopping', 'stopped'],
    ]);
    expect(out + err).not.toContain(SECRET);
  });

  test.each(['killed', 'standing still'])('ends as it should while the database is %s', async how => {
    const journal = await postgres.newDatabase();
    const server = await startServing(['--journal', journal, '--log', 'json']);
    try {
      if (how === 'killed') await postgres.server.kill();
      else await postgres.server.pause();
      const { code, err } = await server.end('SIGTERM');
      expect([code, err]).toEqual([0, expect.stringContaining('"stopped"')]);
      expect(err).not.toContain('"incident"');
    } finally {
      if (how !== 'killed') postgres.server.resume();
    }
  });
});
