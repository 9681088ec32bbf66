// `hearsay copy`: the same journal on the other side, to the hash, or nothing that could be taken for it.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { copy } from '../../../src/cli/keep/copy-command.js';
import { surroundingsOf } from '../../../src/cli/terminal/surroundings.js';
import type { JournalRow } from '../../../src/journal/stored/journal-row.js';
import { openPostgresJournal } from '../../../src/journal/postgres/postgres-journal.js';
import { openSqliteJournal } from '../../../src/journal/sqlite/sqlite-journal.js';
import { ask } from '../../fixtures/ask-api.js';
import { hearsayHere, servingHere } from '../../fixtures/hearsay-here.js';
import { json } from '../../fixtures/hearsay-json.js';
import { describeOnPostgres } from '../../fixtures/on-postgres.js';
import { startPostgres, type Postgres } from '../../fixtures/postgres.js';

const SECRET = 'a-word-that-nobody-sees';
const DOSSIER = 'graph-data/choe-moscow-2014/dossier.yaml';

describeOnPostgres('a copy', () => {
  let postgres: Postgres;
  let folder: string;
  let data: string;
  let database: string;
  const at = (name: string): string => join(folder, name);
  const nameOf = (url: string): string => url.slice(url.lastIndexOf('/') + 1);

  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres.stop());
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hearsay-'));
    data = at('a.db');
    database = (await postgres.newDatabase()).replace('postgres@', `postgres:${SECRET}@`);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function did(...args: string[]): Promise<string> {
    const { code, out, err } = await hearsayHere(args);
    expect([args[0], code, err]).toEqual([args[0], 0, expect.any(String)]);
    expect(out + err).not.toContain(SECRET);
    return out;
  }

  /** A journal with two kept texts, of which one was redacted, and a name and a value that were. */
  async function writeOriginal(): Promise<void> {
    await did('load', DOSSIER, '--data', data);
    for (const [name, text] of [
      ['kept', 'A made report.'],
      ['taken', 'Another report.'],
    ] as const) {
      writeFileSync(at(name), text);
      await did('import', at(name), '--format', 'article', '--title', name, '--data', data);
    }
    const { seq } = await endOf(data);
    await did('redact', String(seq), '--what', 'TEXT', '--reason', 'asked for', '--data', data);
    await did('redact', '1', '--what', 'NAME', '--reason', 'asked for', '--data', data);
    const made = (await rowsOf(data)).find(({ body }) => body.includes('"value":{"'));
    await did('redact', String(made?.seq), '--what', 'VALUE', '--reason', 'asked for', '--data', data);
  }

  async function endOf(path: string): Promise<{ seq: number; hash: string }> {
    const journal = await openSqliteJournal(path);
    await journal.close();
    return journal.head;
  }

  const linesOf = async (name: string, ...where: string[]): Promise<string> => {
    await did('export-journal', at(name), ...where);
    return readFileSync(at(name), 'utf8');
  };

  async function rowsOf(path: string): Promise<JournalRow[]> {
    const rows: JournalRow[] = [];
    const journal = await openSqliteJournal(path);
    for await (const row of journal.rows(0)) rows.push(row);
    await journal.close();
    return rows;
  }

  async function adopt(rows: readonly JournalRow[]): Promise<void> {
    const { journal } = await openPostgresJournal(database);
    await journal.adopt(rows);
    await journal.close();
  }

  async function refused(message: string | RegExp, ...args: string[]): Promise<void> {
    const { code, out, err } = await hearsayHere(['copy', ...args, '--json']);
    expect([code, err]).toEqual([1, expect.stringMatching(message)]);
    expect(out + err).not.toContain(SECRET);
  }

  /** That there is no file but these, and no texts beside one. */
  const holdsOnly = (...names: string[]): void => expect(readdirSync(folder).sort()).toEqual(names.sort());

  test('goes into a database and back: the same hashes, the same lines, the same texts', async () => {
    await writeOriginal();
    const end = await endOf(data);
    const there = await json(['copy', '--from', `sqlite:${data}`, '--to', database]);
    expect(there).toEqual({
      code: 0,
      answer: {
        from: data,
        to: database.replace(SECRET, '***'),
        ...end,
        texts: 1,
        missing: [],
      },
    });
    const back = await did('copy', '--from', database, '--to', at('b.db'));
    expect(back).toContain(`${end.seq} events, and 1 texts`);
    expect(back).toContain(end.hash);
    const lines = await linesOf('a.jsonl', '--data', data);
    expect(await linesOf('b.jsonl', '--data', at('b.db'))).toBe(lines);
    expect(await linesOf('c.jsonl', '--journal', database)).toBe(lines);
    expect(readdirSync(at('b.db.texts'))).toEqual(readdirSync(at('a.db.texts')));
    for (const where of [
      ['--data', at('b.db')],
      ['--journal', database],
    ]) {
      // The tests' own database does not wait for its disk, which is bad.
      const { out } = await hearsayHere(['doctor', '--port', '0', ...where]);
      expect(out).toMatch(/^ok +texts +1 beside it, all sound$/m);
      expect(out).toMatch(/^ok +journal +\d+ events, all sound$/m);
    }
    const dossiers = await Promise.all(
      [
        ['--data', data],
        ['--data', at('b.db')],
        ['--journal', database],
      ].map(where => did('export', '--format', 'jsonld', ...where)),
    );
    expect(new Set(dossiers).size).toBe(1);
  });

  test('goes from file to file, and from database to database', async () => {
    await writeOriginal();
    const other = await postgres.newDatabase();
    await did('copy', '--from', data, '--to', at('b.db'));
    await did('copy', '--from', at('b.db'), '--to', database);
    await did('copy', '--from', database, '--to', other);
    await did('copy', '--from', other, '--to', at('c.db'));
    expect(await rowsOf(at('c.db'))).toEqual(await rowsOf(data));
  });

  test('of an empty journal is empty', async () => {
    await servingHere(['--empty', '--data', data], () => Promise.resolve());
    await did('copy', '--from', data, '--to', database);
    await did('copy', '--from', database, '--to', at('b.db'));
    expect((await endOf(at('b.db'))).seq).toBe(0);
  });

  test('is taken while a server writes, and holds what was written before it began', async () => {
    await servingHere(['--journal', database], async ({ api }) => {
      const write = (name: string) =>
        ask(api, `mutation { addEntity(input: { kind: PERSON, label: "${name}" }) { entity { id } } }`);
      expect((await write('before')).codes).toEqual([]);
      const [out] = await Promise.all([
        did('copy', '--from', database, '--to', at('b.db'), '--json'),
        ...Array.from({ length: 20 }, (_, place) => write(`while ${place}`)),
      ]);
      expect((JSON.parse(out) as { seq: number }).seq).toBe((await endOf(at('b.db'))).seq);
    });
    expect(await did('doctor', '--port', '0', '--data', at('b.db'))).toContain('all sound');
    expect(await linesOf('b.jsonl', '--data', at('b.db'))).toContain('"before"');
  });

  test('that was cut off goes on where it stopped', async () => {
    await writeOriginal();
    const rows = await rowsOf(data);
    await adopt(rows.slice(0, 20));
    const { code, out, err } = await hearsayHere(['copy', '--from', data, '--to', database]);
    expect([code, err]).toEqual([0, expect.stringMatching(/^Goes on from event 21 in /)]);
    expect(out).toContain('and 1 texts');
    await did('copy', '--from', database, '--to', at('b.db'));
    expect(await rowsOf(at('b.db'))).toEqual(rows);
    const again = await hearsayHere(['copy', '--from', data, '--to', database]);
    expect([again.code, again.err]).toEqual([0, '']);
  });

  test('goes to no place where another journal is', async () => {
    await writeOriginal();
    const rows = await rowsOf(data);
    await did('load', DOSSIER, '--data', at('b.db'));
    await refused('b.db exists already: nothing is overwritten', '--from', data, '--to', at('b.db'));
    await did('load', DOSSIER, '--journal', database);
    await refused(/holds another journal, from event 1 on/, '--from', data, '--to', database);
    await refused('are both', '--from', data, '--to', `sqlite:${data}`);
    await refused('are both', '--from', database, '--to', database);
    database = await postgres.newDatabase();
    await adopt(rows);
    await did('redact', '2', '--what', 'NAME', '--reason', 'asked for', '--journal', database);
    await refused('has a text that was redacted since', '--from', data, '--to', database);
    const longer = await postgres.newDatabase();
    await did('copy', '--from', data, '--to', longer);
    await did('import', at('taken'), '--format', 'article', '--title', 'More', '--journal', longer);
    await refused('holds more events', '--from', data, '--to', longer);
  });

  test('is not made of what is damaged, or not there', async () => {
    await refused('There is no journal', '--from', at('none.db'), '--to', database);
    await refused('There is no journal', '--from', database, '--to', at('b.db'));
    await refused('this is none of them', '--from', data, '--to', `mysql://u:${SECRET}@h/d`);
    await writeOriginal();
    await did('copy', '--from', data, '--to', database);
    await postgres.server.ask(`UPDATE hearsay_event SET "by" = 'x' WHERE seq = 42`, nameOf(database));
    await refused('Event 42: Damaged', '--from', database, '--to', at('b.db'));
    holdsOnly('a.db', 'a.db.texts', 'kept', 'taken');
  });

  test('says which texts it could not take along', async () => {
    await writeOriginal();
    rmSync(at('a.db.texts'), { recursive: true });
    const { code, err } = await hearsayHere(['copy', '--from', data, '--to', database]);
    expect([code, err]).toEqual([0, expect.stringContaining('1 texts are missing')]);
  });

  test.each(['a file', 'a database'])(
    'into %s is refused where a text was redacted meanwhile',
    async where => {
      await writeOriginal();
      await did('copy', '--from', data, '--to', database);
      const to = where === 'a file' ? at('b.db') : await postgres.newDatabase();
      const redact = ['redact', '2', '--what', 'NAME', '--reason', 'asked for', '--journal', database];
      let redacted: number | null = null;
      // Nothing goes on here until that process has ended.
      const progress = (): void =>
        void (redacted ??= spawnSync(process.execPath, ['dist/cli/main.js', ...redact]).status);
      const from = { ...surroundingsOf(process), progress };
      await expect(copy({ from: database, to }, from)).rejects.toThrow(
        'redacted while the journal was copied',
      );
      expect([redacted, existsSync(at('b.db'))]).toEqual([0, false]);
      expect(existsSync(at('b.db.texts'))).toBe(false);
      // Nothing of it is there that would be in the way.
      await did('copy', '--from', database, '--to', to);
      const lines = await linesOf('a.jsonl', '--journal', database);
      expect(await linesOf('b.jsonl', '--journal', to)).toBe(lines);
    },
  );

  test('tells those who look on how far it is', async () => {
    await writeOriginal();
    const told: string[] = [];
    const progress = (line: string): void => void told.push(line);
    await copy({ from: data, to: database }, { ...surroundingsOf(process), out: () => {}, progress });
    expect([told[0], told.at(-1)]).toEqual([expect.stringMatching(/: 1 of [\d,]+ records/), '']);
  });

  test('is what backup and restore of a database are refused with', async () => {
    await did('load', DOSSIER, '--journal', database);
    for (const [command, file] of [
      ['backup', 'b.db'],
      ['restore', 'b.db'],
      ['import-journal', 'b.jsonl'],
    ] as const) {
      const { code, err } = await hearsayHere([command, at(file), '--journal', database]);
      expect([command, code, err]).toEqual([command, 1, expect.stringContaining('hearsay copy --from')]);
      expect(err).not.toContain(SECRET);
    }
    holdsOnly();
  });
});
