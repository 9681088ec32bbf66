// What lies beside a journal in PostgreSQL: its snapshot, from which other servers start, and the texts that were kept.
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Command } from '../../src/domain/command.js';
import { Ledger } from '../../src/journal/ledger.js';
import { openPostgresJournal } from '../../src/journal/postgres/postgres-journal.js';
import type { PostgresRows } from '../../src/journal/postgres/rows.js';
import { postgresSnapshot } from '../../src/journal/postgres/postgres-snapshot.js';
import { postgresTexts, textsInDatabase } from '../../src/journal/postgres/postgres-texts.js';
import { Snapshot } from '../../src/journal/snapshot/snapshot.js';
import { graphDigest } from '../fixtures/graph-digest.js';
import { describeOnPostgres, sharedPostgres } from '../fixtures/on-postgres.js';
import { builtInVocabulary, START } from '../fixtures/open-ledger.js';
import { until } from '../fixtures/until.js';

const person = (name: string): Command => ({
  ...{ type: 'AddEntity', id: `entity:t/${name}`, kind: 'PERSON', label: `Person ${name}` },
  description: `of ${name} Lane`,
});

describeOnPostgres('beside a journal in PostgreSQL', () => {
  let address: string;
  let ledgers: Ledger[];
  beforeAll(sharedPostgres);
  beforeEach(async () => {
    address = await (await sharedPostgres()).newDatabase();
    ledgers = [];
  });
  afterEach(() => Promise.all(ledgers.map(ledger => ledger.close())));

  /** @param every after so many events pages are written by themselves */
  async function openOne(every = 6): Promise<{ ledger: Ledger; snapshot: Snapshot; rows: PostgresRows }> {
    const { journal, rows } = await openPostgresJournal(address);
    const snapshot = new Snapshot(postgresSnapshot(rows), { pageEvents: 4, every, atLeast: 1 });
    const texts = postgresTexts(rows.reader);
    const ledger = await Ledger.open({
      ...{ journal, texts, snapshot },
      vocabulary: builtInVocabulary(),
      clock: () => START,
    });
    ledgers.push(ledger);
    return { ledger, snapshot, rows };
  }

  async function addSome(ledger: Ledger, names: string): Promise<void> {
    for (const name of names) await ledger.execute(person(name), 'Tess');
  }

  test('a server that starts begins with what another one wrote', async () => {
    const one = await openOne();
    await addSome(one.ledger, 'abcdefghij');
    await one.snapshot.upToDate();
    await addSome(one.ledger, 'k');
    const other = await openOne();
    expect(other.ledger.start).toMatchObject({ pages: [{ to: 4 }, { to: 8 }, { to: 10 }], misfit: null });
    expect(graphDigest(other.ledger.graph)).toBe(graphDigest(one.ledger.graph));
  });

  test('while it grows, it is kept up by whoever comes first, and what one brought further stays', async () => {
    const one = await openOne();
    const other = await openOne();
    await addSome(one.ledger, 'abcdefghijklmn');
    const heads = (): Promise<readonly { readonly to: number }[]> =>
      postgresSnapshot(one.rows).heads?.() ?? Promise.resolve([]);
    await until('pages are there', async () => (await heads()).length > 1);
    await one.snapshot.upToDate();
    await until('all is drawn', () => other.ledger.graph.seq === 14);
    await other.snapshot.upToDate();
    expect((await heads()).map(({ to }) => to)).toEqual([4, 8, 12, 14]);
    const store = postgresSnapshot(one.rows);
    const last = { from: 13, to: 13, before: 'x', hash: 'y', asOf: 13 };
    await store.write(3, Buffer.from('older'), last);
    expect((await heads()).at(-1)).toMatchObject({ to: 14 });
  });

  test('words that are redacted go from it, and a page with them that comes late is not written', async () => {
    const [one, other] = [await openOne(1000), await openOne(1000)];
    await addSome(one.ledger, 'abcdefg');
    await one.snapshot.upToDate();
    const store = postgresSnapshot(other.rows);
    const bytes = (await store.read(0)) ?? Buffer.alloc(0);
    const [head] = (await store.heads?.()) ?? [];
    if (!head) throw new Error('there is a page');
    expect(bytes.toString()).toContain('a Lane');
    await one.ledger.redact({ type: 'Redact', seq: 1, what: 'DESCRIPTION', reason: 'asked for' }, 'Tess');
    expect(await store.read(0)).toBeNull();
    await store.write(0, bytes, head);
    expect(await store.read(0)).toBeNull();
    await until('it is drawn', () => other.ledger.graph.seq === 8);
    await other.snapshot.upToDate();
    expect((await store.read(0))?.toString()).toContain('b Lane');
    expect((await store.read(0))?.toString()).not.toContain('a Lane');
  });

  test('a text that one keeps the others read, and a redacted one is gone for all', async () => {
    const [one, other] = [await openOne(), await openOne()];
    await addSome(one.ledger, 'a');
    const described = { kind: 'ARTICLE', title: 'An article', party: 'entity:t/a' } as const;
    await one.ledger.execute({ type: 'AddSource', source: described, held: true }, 'Tess');
    const [{ source } = { source: { id: '' } }] = [...one.ledger.graph.sources()];
    const text = 'Kim said: “리용철”, and so on.';
    await one.ledger.execute({ type: 'KeepText', source: { id: source.id }, text }, 'Tess');
    await until('it is drawn', () => [...other.ledger.graph.keptTexts()].length === 1);
    const [version] = [...other.ledger.graph.keptTexts()];
    const { sha256, recorded } = version ?? { sha256: '', recorded: { seq: 0 } };
    expect(await other.ledger.texts?.read(sha256)).toBe(text);
    expect(await other.ledger.texts?.state(sha256)).toBe('SOUND');
    const redact = { type: 'Redact', seq: recorded.seq, what: 'TEXT', reason: 'asked for' } as const;
    await one.ledger.redact(redact, 'Tess');
    expect(await other.ledger.texts?.state(sha256)).toBe('MISSING');
  });

  test('a text that was changed in the database is damaged, not read', async () => {
    const { rows, ledger } = await openOne();
    const sha256 = (await ledger.texts?.keep('one')) ?? '';
    expect(await textsInDatabase(rows.reader)).toEqual([sha256]);
    await rows.reader.run('UPDATE hearsay_text SET body = $1', [Buffer.from([0xff, 0x00])]);
    expect([await ledger.texts?.read(sha256), await ledger.texts?.state(sha256)]).toEqual([null, 'DAMAGED']);
    await ledger.texts?.keep('one');
    expect(await ledger.texts?.read(sha256)).toBe('one');
  });
});
