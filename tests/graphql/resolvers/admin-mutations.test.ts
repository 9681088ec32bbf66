import { existsSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openBackupFolder } from '../../../src/graphql/operation/backup-folder.js';
import { askLedger } from '../../../src/graphql/local-api.js';
import { openSqliteJournal } from '../../../src/journal/sqlite/sqlite-journal.js';
import { ask } from '../../fixtures/ask-api.js';
import { inFolder } from '../../fixtures/hearsay-process.js';
import { openLedger } from '../../fixtures/open-ledger.js';
import { openServedLedger } from '../../fixtures/served-ledger.js';

type Payload = Readonly<Record<string, unknown>> & { readonly userErrors: readonly { code: string }[] };

/** A ledger on disk with one entity in it, and admins who ask; the backups go to a folder beside it. */
const withAdmin = (
  use: (ask: (field: string) => Promise<Payload>, folder: string) => Promise<void>,
  hasFolder = true,
): Promise<void> =>
  inFolder(async folder => {
    const { ledger } = await openLedger(await openSqliteJournal(join(folder, 'a.db')));
    await ledger.execute({ type: 'AddEntity', kind: 'PERSON', label: 'Jane Roe' }, 'Ann');
    const backups = hasFolder ? { backups: openBackupFolder(folder) } : {};
    const answer = await askLedger({ ledger, by: 'Ada', ...backups }, (_, error) => {
      throw error;
    });
    const ask = async (field: string): Promise<Payload> => {
      const { data, errors } = await answer({ query: `mutation { it: ${field} }` });
      if (errors) throw new Error(JSON.stringify(errors));
      return data?.['it'] as Payload;
    };
    try {
      await use(ask, folder);
    } finally {
      await ledger.close();
    }
  });

const codes = ({ userErrors }: Payload): readonly string[] => userErrors.map(({ code }) => code);

describe('backup', () => {
  const backup = (file: string): string =>
    `backup(file: ${JSON.stringify(file)}) { file seq bytes userErrors { code field message } }`;

  test('writes a copy that opens, into the folder that the server was given', () =>
    withAdmin(async (ask, folder) => {
      const done = await ask(backup('copy.db'));
      expect(done).toMatchObject({ file: 'copy.db', seq: 1, userErrors: [] });
      const { ledger } = await openLedger(await openSqliteJournal(join(folder, 'copy.db')));
      expect(ledger.graph.counts.entities).toBe(1);
      await ledger.close();
    }));

  test.each([
    ['up and out', '../out.db'],
    ['an absolute path', '/tmp/hearsay-out.db'],
    ['a folder inside', 'sub/out.db'],
    ['the folder itself', '.'],
    ['what is above', '..'],
    ['a hidden file', '.out.db'],
    ['the file of the tokens', 'a.db.tokens.json'],
    ['nothing', ''],
    ['a NUL', 'out.db\u0000.txt'],
    ['a backslash', '..\\out.db'],
    ['an address of SQLite', 'file:out.db'],
    ['what could be an option', '-out.db'],
    ['a line end', 'out.db\n'],
    ['too long a name', 'x'.repeat(200)],
  ])('refuses %s', (_, file) =>
    withAdmin(async (ask, folder) => {
      const before = readdirSync(folder);
      expect(codes(await ask(backup(file)))).toEqual(['INVALID_INPUT']);
      expect(readdirSync(folder)).toEqual(before);
      expect(existsSync(join(folder, '..', 'out.db'))).toBe(false);
    }),
  );

  test('refuses a name that is taken, by a link that leads nowhere too', () =>
    withAdmin(async (ask, folder) => {
      writeFileSync(join(folder, 'taken.db'), 'mine');
      const elsewhere = `${folder}-elsewhere.db`;
      symlinkSync(elsewhere, join(folder, 'link.db'));
      for (const name of ['taken.db', 'link.db', 'a.db'])
        expect(codes(await ask(backup(name)))).toEqual(['CONFLICT']);
      expect(existsSync(elsewhere)).toBe(false);
    }));

  test('is refused where the server was given no folder', () =>
    withAdmin(async ask => expect(codes(await ask(backup('copy.db')))).toEqual(['INVALID_INPUT']), false));

  test('a folder that is not there is refused at the start', () => {
    expect(() => openBackupFolder('/nowhere/at/all')).toThrow(/There is no folder/);
  });
});

describe('redact', () => {
  const redact = (seq: number, what: string): string =>
    `redact(seq: ${seq}, what: ${what}, reason: "a court order") { entry { seq by way type summary } userErrors { code } }`;

  test('takes the text out, and says who did so and why', () =>
    withAdmin(async ask => {
      const done = await ask(redact(1, 'NAME'));
      expect(done).toMatchObject({
        entry: { seq: 2, by: 'Ada', way: 'API', type: 'Redacted' },
        userErrors: [],
      });
      expect(JSON.stringify(done)).toContain('a court order');
    }));

  test('takes values, qualifiers and addresses out of every answer, kept ones too', async () => {
    const { ledger } = await openLedger();
    const kim = {
      id: 'entity:t/kim',
      kind: 'PERSON',
      label: 'Kim',
      sameAs: ['https://example.org/kim'],
    } as const;
    await ledger.execute({ type: 'AddEntity', ...kim }, 'Ann');
    const said = { subject: kim.id, predicate: 'identified_by', value: 'K-1' } as const;
    const qualifiers = [{ name: 'scheme', value: 'a register' }];
    const { claim = '' } = await ledger.execute({ type: 'MakeClaim', ...said, qualifiers }, 'Ann');
    const source = { new: { kind: 'ARTICLE', title: 'T', url: 'https://example.org/a' } } as const;
    await ledger.execute({ type: 'AttachSource', claim, source, own: true }, 'Ann');
    const served = await openServedLedger(ledger);
    const query = `{
      entity(id: "${kim.id}") { sameAs claims { nodes { sentence value { kind text } qualifiers { value } } } }
      sources { edges { node { url } } }
      search(text: "kim") { totalCount }
      journal { edges { node { summary } } }
    }`;
    const words = ['example.org/kim', 'K-1', 'a register', 'example.org/a'];
    const shown = async (): Promise<string[]> => {
      const answers: string[] = [];
      // By Apollo, compiled, kept.
      for (let time = 0; time < 3; time += 1)
        answers.push(JSON.stringify((await ask(served.apiUrl, query)).data));
      expect(new Set(answers).size).toBe(1);
      return words.filter(word => answers[0]?.includes(word));
    };
    try {
      expect(await shown()).toEqual(words);
      for (const [seq, what] of [
        [1, 'ADDRESS'],
        [2, 'VALUE'],
        [2, 'QUALIFIER'],
        [3, 'ADDRESS'],
      ] as const) {
        const { data } = await ask(served.apiUrl, `mutation { it: ${redact(seq, what)} }`);
        expect(data).toMatchObject({ it: { userErrors: [], entry: { type: 'Redacted' } } });
      }
      expect(await shown()).toEqual([]);
      const { data } = await ask(served.apiUrl, query);
      expect(data).toMatchObject({
        entity: { sameAs: [], claims: { nodes: [{ value: { kind: 'SOME_VALUE' } }] } },
        sources: { edges: [{ node: { url: null } }] },
      });
      expect(served.incidents).toEqual([]);
    } finally {
      await served.stop();
    }
  });

  test('of what was redacted before changes nothing', () =>
    withAdmin(async ask => {
      await ask(redact(1, 'NAME'));
      expect(await ask(redact(1, 'NAME'))).toEqual({ entry: null, userErrors: [] });
    }));

  test.each([
    ['an entry that is not there', 99, 'NAME', 'NOT_FOUND'],
    ['a text that the entry has not', 1, 'QUOTE', 'INVALID_INPUT'],
  ])('refuses %s', (_, seq, what, code) =>
    withAdmin(async ask => expect(codes(await ask(redact(seq, what)))).toEqual([code])),
  );
});
