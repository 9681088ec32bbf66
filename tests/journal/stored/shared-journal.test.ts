// Several ledgers on one journal in PostgreSQL: they decide in turn, follow one another, and outlive a database that goes away.
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Command } from '../../../src/domain/command.js';
import { JournalUnavailable } from '../../../src/domain/refusal.js';
import { checkRows } from '../../../src/journal/upkeep/check-journal.js';
import type { Ledger } from '../../../src/journal/ledger.js';
import { openPostgresJournal } from '../../../src/journal/postgres/postgres-journal.js';
import { openPostgresRows, type PostgresOptions } from '../../../src/journal/postgres/rows.js';
import { graphDigest } from '../../fixtures/graph-digest.js';
import { describeOnPostgres } from '../../fixtures/on-postgres.js';
import { openLedger } from '../../fixtures/open-ledger.js';
import { startPostgres, type Postgres } from '../../fixtures/postgres.js';
import { until } from '../../fixtures/until.js';

const person = (name: string): Command => ({
  type: 'AddEntity',
  id: `entity:t/${name}`,
  kind: 'PERSON',
  label: `Person ${name}`,
});

describeOnPostgres('ledgers on one journal in PostgreSQL', () => {
  let postgres: Postgres;
  let address: string;
  let ledgers: Ledger[];
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres.stop());
  beforeEach(async () => {
    address = await postgres.newDatabase();
    ledgers = [];
  });
  afterEach(() => Promise.all(ledgers.map(ledger => ledger.close())));

  async function openOne(options: PostgresOptions = {}): Promise<Ledger> {
    const { journal } = await openPostgresJournal(address, { poll: 60_000, ...options });
    const { ledger } = await openLedger(journal);
    ledgers.push(ledger);
    return ledger;
  }

  const openSome = (count: number): Promise<Ledger[]> =>
    Promise.all(Array.from({ length: count }, () => openOne()));

  const seqIs = (ledger: Ledger, seq: number): Promise<void> =>
    until(`event ${seq} is drawn`, () => ledger.graph.seq === seq);

  /** Places of all events by a check of the whole journal, which must find nothing. */
  async function soundLength(): Promise<number> {
    const rows = await openPostgresRows(address);
    const { events, findings } = await checkRows(rows);
    await rows.close();
    expect(findings).toEqual([]);
    return events;
  }

  const database = (): string => address.slice(address.lastIndexOf('/') + 1);

  /** Does something to all connections but the one that asks. */
  const toConnections = (
    what: 'pg_cancel_backend' | 'pg_terminate_backend',
    where = 'true',
  ): Promise<object[]> =>
    postgres.server.ask(
      `SELECT ${what}(pid) FROM pg_stat_activity
       WHERE datname = '${database()}' AND application_name = 'hearsay' AND ${where}`,
    );

  test('what one records, the others draw, and tell those who listen there', async () => {
    const [one, other] = (await openSome(2)) as [Ledger, Ledger];
    const heard: number[] = [];
    other.onCommit(events => heard.push(...events.map(({ seq }) => seq)));
    await one.execute(person('a'), 'Tess');
    await seqIs(other, 1);
    expect(heard).toEqual([1]);
    expect(other.graph.findEntity('entity:t/a')?.entity.label).toBe('Person a');
  });

  test('without a word from the database they look from time to time', async () => {
    const [one, other] = [await openOne(), await openOne({ poll: 50 })];
    await postgres.server.ask('SELECT 1');
    await one.execute(person('a'), 'Tess');
    await toConnections('pg_terminate_backend', `query LIKE 'LISTEN%'`);
    await one.execute(person('b'), 'Tess');
    await seqIs(other, 2);
  });

  test('16 writers on three ledgers: all that was acknowledged is everywhere, once, in one order', async () => {
    const all = await openSome(3);
    const acknowledged: string[] = [];
    const writers = Array.from({ length: 16 }, async (_, writer) => {
      const ledger = all[writer % 3] as Ledger;
      for (let turn = 0; turn < 20; turn += 1) {
        const { events } = await ledger.execute(person(`${writer}-${turn}`), 'Tess');
        expect(events).toHaveLength(1);
        acknowledged.push(`entity:t/${writer}-${turn}`);
      }
    });
    await Promise.all(writers);
    expect(await soundLength()).toBe(320);
    for (const ledger of all) await seqIs(ledger, 320);
    const [{ graph }] = all as [Ledger];
    expect(acknowledged.filter(id => !graph.findEntity(id))).toEqual([]);
    expect(new Set(all.map(each => graphDigest(each.graph))).size).toBe(1);
  });

  test('the same command to two ledgers at once is recorded once', async () => {
    const all = await openSome(2);
    for (let round = 0; round < 20; round += 1) {
      const done = await Promise.all(all.map(ledger => ledger.execute(person(`${round}`), 'Tess')));
      expect(done.map(({ already }) => already).sort()).toEqual([false, true]);
    }
    expect(await soundLength()).toBe(20);
  });

  test('a word that one redacts is gone from the memory of the others', async () => {
    const [one, other] = (await openSome(2)) as [Ledger, Ledger];
    await one.execute({ ...person('a'), description: 'of Mill Lane' } as Command, 'Tess');
    await seqIs(other, 1);
    expect(JSON.stringify([...other.graph.entities()])).toContain('Mill Lane');
    await one.redact({ type: 'Redact', seq: 1, what: 'DESCRIPTION', reason: 'asked for' }, 'Tess');
    await seqIs(other, 2);
    expect(JSON.stringify([...other.graph.entities()])).not.toContain('Mill Lane');
    expect(graphDigest(other.graph)).toBe(graphDigest(one.graph));
    await other.execute(person('b'), 'Tess');
    expect(await soundLength()).toBe(3);
  });

  test('so are values and addresses, which the chain knows as they are', async () => {
    const [one, other] = (await openSome(2)) as [Ledger, Ledger];
    await one.execute({ ...person('a'), sameAs: ['https://example.org/mill-lane'] } as Command, 'Tess');
    const value = 'Mill Lane 7';
    await one.execute(
      { type: 'MakeClaim', subject: 'entity:t/a', predicate: 'identified_by', value },
      'Tess',
    );
    await seqIs(other, 2);
    const shown = (): string => JSON.stringify([[...other.graph.entities()], [...other.graph.claims()]]);
    expect(shown()).toMatch(/mill-lane.*Mill Lane 7/);
    await one.redact({ type: 'Redact', seq: 1, what: 'ADDRESS', reason: 'asked for' }, 'Tess');
    await other.redact({ type: 'Redact', seq: 2, what: 'VALUE', reason: 'asked for' }, 'Tess');
    for (const ledger of [one, other]) await seqIs(ledger, 4);
    expect(shown()).not.toMatch(/mill.lane/i);
    expect(graphDigest(other.graph)).toBe(graphDigest(one.graph));
    await one.execute(person('b'), 'Tess');
    expect(await soundLength()).toBe(5);
  });

  test('connections that are ended under load lose nothing and double nothing', async () => {
    const all = await openSome(2);
    let isOver = false;
    const ender = (async () => {
      while (!isOver) {
        await toConnections('pg_terminate_backend');
        await sleep(150);
      }
    })();
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let turn = 0; turn < 15; turn += 1) {
        const { events } = await (all[writer % 2] as Ledger).execute(person(`${writer}-${turn}`), 'Tess');
        expect(events).toHaveLength(1);
      }
    });
    await Promise.all(writers).finally(() => (isOver = true));
    await ender;
    expect(await soundLength()).toBe(120);
    for (const ledger of all) await seqIs(ledger, 120);
    expect(new Set(all.map(each => graphDigest(each.graph))).size).toBe(1);
  });

  test('a ledger that stands still in its turn loses it, and its command is decided anew', async () => {
    const [one, other] = [await openOne({ turn: 300 }), await openOne({ turn: 300 })];
    const still = new Int32Array(new SharedArrayBuffer(4));
    let turns = 0;
    // Within its decision, with the end in its hand, and only the first time.
    const slow = {
      ...person('slow'),
      get label(): string {
        turns += 1;
        if (turns === 1) Atomics.wait(still, 0, 0, 900);
        return 'Slow';
      },
    } as Command;
    const [first] = await Promise.all([
      one.execute(slow, 'Tess'),
      sleep(50).then(() => other.execute(person('b'), 'Tess')),
    ]);
    expect(first.events).toHaveLength(1);
    expect(await soundLength()).toBe(2);
    expect(graphDigest(one.graph)).toBe(graphDigest(other.graph));
  });

  test('while the database is away reads go on and tell their age, writes are refused, and it recovers by itself', async () => {
    const told: (string | null)[] = [];
    const trouble = (error: unknown): void => void told.push(error === null ? null : 'away');
    const ledger = await openOne({ patience: 400, poll: 100, trouble });
    await ledger.execute(person('a'), 'Tess');
    await postgres.server.kill();
    const refused = await Promise.allSettled(
      [person('b'), person('c')].map(command => ledger.execute(command, 'Tess')),
    );
    for (const result of refused)
      expect(result).toMatchObject({
        reason: {
          code: 'JOURNAL_UNAVAILABLE',
          // Whoever asks this server is not told where its database is.
          message: expect.stringMatching(/^The journal is out of reach \(\w+\)/) as string,
        },
      });
    expect(ledger.graph.findEntity('entity:t/a')).not.toBeNull();
    await until('the age is told', () => ledger.age > 0.5);
    expect(told).toEqual(['away']);
    await postgres.server.start();
    await until('it is there again', () => ledger.age < 0.5);
    await ledger.execute(person('b'), 'Tess');
    expect(told).toEqual(['away', null]);
    expect(await soundLength()).toBe(2);
  });

  test('an address where no database is, is refused with what to do', async () => {
    const nowhere = openPostgresJournal('postgres://tess:secret@127.0.0.1:1/none', { patience: 200 });
    await expect(nowhere).rejects.toThrow(JournalUnavailable);
    await expect(nowhere).rejects.toThrow(
      'postgres://tess:***@127.0.0.1:1/none is out of reach (ECONNREFUSED)',
    );
  });

  test('where the database goes on from an older copy, all is drawn anew', async () => {
    const [one, other] = (await openSome(2)) as [Ledger, Ledger];
    for (const name of ['a', 'b', 'c']) await one.execute(person(name), 'Tess');
    await seqIs(other, 3);
    await postgres.server.ask(
      `DELETE FROM hearsay_event WHERE seq = 3;
       UPDATE hearsay_head SET seq = 2, hash = (SELECT hash FROM hearsay_event WHERE seq = 2)`,
      database(),
    );
    await one.execute(person('d'), 'Tess');
    await until('the other goes that way too', () => other.graph.findEntity('entity:t/d') !== null);
    expect(other.graph.findEntity('entity:t/c')).toBeNull();
    expect(graphDigest(one.graph)).toBe(graphDigest(other.graph));
    expect(await soundLength()).toBe(3);
  });

  const WAITS = `wait_event = 'SyncRep'`;

  /** Has commits wait for a standby of this name; for none where it is empty. */
  async function waitFor(standby: string): Promise<void> {
    await postgres.server.ask(`ALTER SYSTEM SET synchronous_standby_names = '${standby}'`);
    await postgres.server.ask('SELECT pg_reload_conf()');
    // Commits wait only once the checkpointer has read it, and nothing tells when that was.
    await sleep(2_000);
  }

  /** Whether a commit waits that only makes sure of the one before. */
  async function waitsAgain(): Promise<boolean> {
    const found = await postgres.server.ask(
      `SELECT FROM pg_stat_activity WHERE datname = '${database()}' AND ${WAITS} AND query LIKE 'UPDATE%'`,
    );
    return found.length === 1;
  }

  test('what is there already is acknowledged only once a standby has it', async () => {
    const [one, other] = [await openOne({ patience: 400 }), await openOne()];
    await waitFor('nobody');
    const order: string[] = [];
    try {
      await expect(one.execute(person('a'), 'Tess')).rejects.toMatchObject({ code: 'JOURNAL_UNAVAILABLE' });
      await until('it is there, on one disk', async () => {
        await toConnections('pg_terminate_backend', WAITS);
        return (await soundLength()) === 1;
      });
      const done = other
        .execute(person('a'), 'Tess')
        .then(({ already }) => order.push(already ? 'known' : 'new'));
      await until('it waits', async () => order.length > 0 || (await waitsAgain()));
      order.push('standby is there');
      await waitFor('');
      await done;
    } finally {
      await waitFor('');
    }
    expect(order).toEqual(['standby is there', 'known']);
  });

  test.each(['pg_cancel_backend', 'pg_terminate_backend'] as const)(
    'a commit that is cut short by %s while it waits for a standby is acknowledged only once a standby has it',
    async cut => {
      const ledger = await openOne();
      await waitFor('nobody');
      const order: string[] = [];
      try {
        const done = ledger
          .execute(person('a'), 'Tess')
          .then(({ events }) => order.push(`${events.length} acknowledged`));
        await until('it waits', async () => (await toConnections(cut, WAITS)).length > 0);
        await until('it waits again', waitsAgain);
        order.push('standby is there');
        await waitFor('');
        await done;
      } finally {
        await waitFor('');
      }
      expect(order).toEqual(['standby is there', '1 acknowledged']);
      expect(await soundLength()).toBe(1);
    },
  );
});
