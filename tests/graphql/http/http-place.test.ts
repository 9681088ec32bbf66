// What answers say of the journal, and requests that wait for a place in it, over HTTP.
import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { comesTo } from '../../../src/graphql/http/journal-position.js';
import { LIMITS } from '../../../src/graphql/operation/request-limits.js';
import type { RequestLine } from '../../../src/graphql/operation/request-notes.js';
import { startServer, type RunningServer } from '../../../src/graphql/server.js';
import type { Command } from '../../../src/domain/command.js';
import type { Ledger } from '../../../src/journal/ledger.js';
import { openGuardedLedger } from '../../fixtures/guarded-ledger.js';
import { openLedger } from '../../fixtures/open-ledger.js';
import { until } from '../../fixtures/until.js';

const COUNT = '{ stats { entities seq } }';
const ADD =
  'mutation ($label: String!) { addEntity(input: { kind: PERSON, label: $label }) { userErrors { code } } }';

const person = (name: string): Command => ({
  type: 'AddEntity',
  id: `entity:t/${name}`,
  kind: 'PERSON',
  label: `Person ${name}`,
});

let ledger: Ledger;
let listening: number;
let served: RunningServer | null;
let lines: RequestLine[];

beforeEach(async () => {
  ({ ledger } = await openLedger());
  listening = 0;
  served = null;
  lines = [];
  const onCommit = ledger.onCommit.bind(ledger);
  ledger.onCommit = listener => {
    const stop = onCommit(listener);
    listening += 1;
    return () => {
      listening -= 1;
      stop();
    };
  };
});
afterEach(() => served?.close());

/** Serves the ledger; who waits for a place does so for as long as the test lasts, unless told otherwise. */
async function serve(behindMs = 600_000): Promise<void> {
  const log = (_: string, error: unknown): never => {
    throw error;
  };
  served = await startServer({
    ledger,
    by: 'tests',
    port: 0,
    webFolder: '',
    log,
    limits: { ...LIMITS, behindMs },
    service: { requests: line => lines.push(line) },
  });
}

type Headers = Readonly<Record<string, string>>;

interface Answer {
  readonly status: number;
  readonly seq: string | null;
  readonly body: {
    readonly data?: Readonly<Record<string, unknown>>;
    readonly errors?: readonly { message: string; extensions: Readonly<Record<string, unknown>> }[];
  };
}

async function answerOf(asked: Promise<Response>): Promise<Answer> {
  const response = await asked;
  const body = (await response.json()) as Answer['body'];
  return { status: response.status, seq: response.headers.get('x-hearsay-seq'), body };
}

const post = (query: string, headers: Headers = {}, variables = {}, signal?: AbortSignal): Promise<Answer> =>
  answerOf(
    fetch(served?.apiUrl ?? '', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
      signal: signal ?? null,
    }),
  );

const get = (query: string, headers: Headers = {}): Promise<Answer> =>
  answerOf(
    fetch(`${served?.apiUrl}?query=${encodeURIComponent(query)}`, {
      headers: { 'apollo-require-preflight': 'yes', ...headers },
    }),
  );

const fromSeq = (seq: number | string): Headers => ({ 'x-hearsay-min-seq': String(seq) });

/** Waits until so many requests wait for a place. */
const waiting = (count: number): Promise<void> =>
  until(`${count} wait for a place`, () => listening === count);

describe('answers tell the place that they saw', () => {
  test('a query the one before it, by each of its ways, a mutation the one after it', async () => {
    await serve();
    await ledger.execute(person('a'), 'Tess');
    for (let way = 0; way < 3; way += 1) expect((await post(COUNT)).seq).toBe('1');
    expect((await get(COUNT)).seq).toBe('1');
    const added = await post(ADD, {}, { label: 'B' });
    expect(added).toMatchObject({ status: 200, seq: '2' });
    expect((await post(ADD, {}, { label: '' })).seq).toBe('2');
    expect((await post('{ nope }')).seq).toBe('2');
    await until('all are told', () => lines.length === 7);
    expect(lines.map(({ shortcut }) => shortcut)).toEqual([
      null,
      'compiled',
      'kept',
      ...Array<null>(4).fill(null),
    ]);
  });

  test('none tells an age where nobody else writes', async () => {
    await serve();
    const response = await fetch(`${served?.apiUrl}?query=${COUNT}`, {
      headers: { 'apollo-require-preflight': 'yes' },
    });
    expect(response.headers.get('x-hearsay-age')).toBeNull();
    expect(await (await fetch(`${served?.url}/readyz`)).json()).toEqual({ state: 'ready' });
  });

  test('who is not let in is told nothing, and waits for nothing', async () => {
    const guarded = await openGuardedLedger();
    try {
      const headers = { 'content-type': 'application/json', ...fromSeq(1_000_000) };
      const asked = fetch(guarded.apiUrl, {
        method: 'POST',
        headers,
        body: JSON.stringify({ query: COUNT }),
      });
      expect(await answerOf(asked)).toMatchObject({ status: 401, seq: null });
    } finally {
      await guarded.stop();
    }
  });
});

describe('a request that demands a place', () => {
  const ways: readonly (readonly [string, (headers: Headers) => Promise<Answer>])[] = [
    ['by POST', headers => post(COUNT, headers)],
    ['by GET', headers => get(COUNT, headers)],
  ];

  test.each(ways)('%s is answered at once where the graph is there', async (_, ask) => {
    await serve();
    await ledger.execute(person('a'), 'Tess');
    for (const seq of ['0', '1', '0001']) {
      expect(await ask(fromSeq(seq))).toMatchObject({ status: 200, body: { data: { stats: { seq: 1 } } } });
    }
    expect(listening).toBe(0);
  });

  test.each(ways)('%s waits until the graph is there, and sees it', async (_, ask) => {
    await serve();
    // Known by then: it would be answered at once.
    for (let time = 0; time < 2; time += 1) await ask({});
    const answers = [2, 1, 2].map(seq => ask(fromSeq(seq)));
    await waiting(3);
    await ledger.execute(person('a'), 'Tess');
    expect(await answers[1]).toMatchObject({ status: 200, seq: '1', body: { data: { stats: { seq: 1 } } } });
    await waiting(2);
    await ledger.execute(person('b'), 'Tess');
    for (const answer of await Promise.all(answers.slice(1))) expect(answer.status).toBe(200);
    expect(await answers[0]).toMatchObject({ seq: '2', body: { data: { stats: { entities: 2, seq: 2 } } } });
    expect(listening).toBe(0);
  });

  test.each(ways)('%s is told where the graph stands when it does not come there in time', async (_, ask) => {
    await serve(1);
    await ledger.execute(person('a'), 'Tess');
    const { status, seq, body } = await ask(fromSeq(3));
    expect([status, seq, listening]).toEqual([503, '1', 0]);
    expect(body.errors?.[0]?.extensions).toEqual({ code: 'JOURNAL_BEHIND', demanded: 3, seq: 1 });
    expect(body.errors?.[0]?.message).toContain('place 1 of the journal, demanded was 3');
    await until('it is told', () => lines.length === 1);
    expect(lines[0]).toMatchObject({ status: 503, outcome: 'refused', codes: ['JOURNAL_BEHIND'] });
  });

  test('a mutation that comes too early records nothing', async () => {
    await serve(1);
    expect((await post(ADD, fromSeq(1), { label: 'A' })).status).toBe(503);
    expect(ledger.graph.seq).toBe(0);
  });

  test.each(['', ' ', '-1', '1.5', '1e3', '0x1', 'last', '1, 2', '9'.repeat(16)])(
    'what is no whole number is refused in words: "%s"',
    async demanded => {
      await serve();
      for (let time = 0; time < 2; time += 1) await post(COUNT);
      for (const [, ask] of ways) {
        const { status, body } = await ask(fromSeq(demanded));
        expect([status, body.errors?.[0]?.extensions]).toEqual([400, { code: 'BAD_REQUEST' }]);
        expect(body.errors?.[0]?.message).toContain('x-hearsay-min-seq is no whole number');
      }
    },
  );

  test('a known query is answered without Apollo where the graph is there', async () => {
    await serve();
    for (let time = 0; time < 3; time += 1) await post(COUNT, fromSeq(0));
    await until('all are told', () => lines.length === 3);
    expect(lines.map(({ shortcut }) => shortcut)).toEqual([null, 'compiled', 'kept']);
  });

  test('who leaves while it waits leaves nothing behind', async () => {
    await serve();
    const leaving = new AbortController();
    const asked = [COUNT, ADD].map(query => post(query, fromSeq(1), { label: 'A' }, leaving.signal));
    await waiting(2);
    leaving.abort();
    for (const answer of await Promise.allSettled(asked)) expect(answer.status).toBe('rejected');
    await waiting(0);
    await until('they are told', () => lines.length === 2);
    expect(lines.map(({ outcome }) => outcome)).toEqual(['gone', 'gone']);
    expect(ledger.graph.seq).toBe(0);
  });

  test('a place that is reached, time that is over and a response that is closed each end all of the waiting', async () => {
    const response = new EventEmitter();
    const wait = (ms: number): Promise<void> => comesTo(ledger, ledger.graph.seq + 1, ms, response);
    const ends: readonly (() => unknown)[] = [
      () => ledger.execute(person('a'), 'Tess'),
      () => response.emit('close'),
    ];
    for (const end of ends) {
      const waited = wait(600_000);
      expect([listening, response.listenerCount('close')]).toEqual([1, 1]);
      await end();
      await waited;
      expect([listening, response.listenerCount('close')]).toEqual([0, 0]);
    }
    await wait(1);
    expect([listening, response.listenerCount('close')]).toEqual([0, 0]);
  });
});
