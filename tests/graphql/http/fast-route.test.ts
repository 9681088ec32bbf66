// Known queries past Apollo, over HTTP: the same answers with the same headers, and everything else goes the long way.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RequestLine } from '../../../src/graphql/operation/request-notes.js';
import { startServer, type RunningServer } from '../../../src/graphql/server.js';
import type { Ledger } from '../../../src/journal/ledger.js';
import { openLoadedLedger } from '../../fixtures/loaded-ledger.js';

const QUERY =
  'query ($n: Int) { claims(first: $n) { totalCount nodes { id status support { independent } } } }';

let ledger: Ledger;
let served: RunningServer;
let lines: RequestLine[];

beforeEach(async () => {
  lines = [];
  ({ ledger } = await openLoadedLedger());
  const service = { requests: (line: RequestLine) => lines.push(line) };
  const log = (_: string, error: unknown): never => {
    throw error;
  };
  served = await startServer({ ledger, by: 'tests', port: 0, webFolder: '', log, service });
});
afterEach(() => served.close());

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Headers but those that differ each time. */
async function post(body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(served.apiUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const all = [...response.headers].filter(([name]) => !['date', 'x-request-id'].includes(name));
  return { status: response.status, headers: Object.fromEntries(all), text: await response.text() };
}

/** The way that each request so far took; its line is written once its connection knows the answer is out. */
const ways = async (count: number): Promise<readonly (string | null)[]> => {
  await expect.poll(() => lines.length).toBe(count);
  return lines.map(({ shortcut }) => shortcut);
};

describe('a query that was answered before', () => {
  test('is answered with the same bytes and headers: by Apollo, compiled, and with the kept answer', async () => {
    const first = await post({ query: QUERY, variables: { n: 3 } });
    const second = await post({ query: QUERY, variables: { n: 3 } });
    const third = await post({ query: QUERY, variables: { n: 3 } });
    expect(first).toMatchObject({ status: 200 });
    expect(second).toEqual(first);
    expect(third).toEqual(first);
    expect(await ways(3)).toEqual([null, 'compiled', 'kept']);
    expect(
      lines.map(({ operation, outcome, by, route, status }) => ({ operation, outcome, by, route, status })),
    ).toEqual(
      Array.from({ length: 3 }, () => ({
        operation: 'query',
        outcome: 'ok',
        by: 'tests',
        route: '/graphql',
        status: 200,
      })),
    );
  });

  test('is compiled for other variables and for the other media type, each kept apart', async () => {
    await post({ query: QUERY, variables: { n: 3 } });
    const older = await post({ query: QUERY, variables: { n: 2 } });
    const newer = await post(
      { query: QUERY, variables: { n: 2 } },
      { accept: 'application/graphql-response+json' },
    );
    expect(older.text).toBe(newer.text);
    expect(older.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(newer.headers['content-type']).toBe('application/graphql-response+json; charset=utf-8');
    expect(await ways(3)).toEqual([null, 'compiled', 'compiled']);
  });

  test('tells of what was recorded since', async () => {
    const ask = async () => (await post('{"query":"{ stats { entities } }"}')).text;
    expect(await ask()).toBe(await ask());
    const before = await ask();
    await ledger.execute({ type: 'AddEntity', id: 'entity:late', kind: 'PERSON', label: 'Late' }, 'Tess');
    expect(await ask()).not.toBe(before);
    expect(await ways(4)).toEqual([null, 'compiled', 'kept', 'compiled']);
  });
});

describe('what goes the long way, and is refused there in its words', () => {
  test.each<[string, unknown, Record<string, string>]>([
    ['a variable that does not fit', { query: QUERY, variables: { n: 'x' } }, {}],
    ['a page that cannot be given', { query: QUERY, variables: { n: -1 } }, {}],
    ['a page beyond the limit', { query: QUERY, variables: { n: 1000 } }, {}],
    ['a body that is no JSON', '{"query":', {}],
    ['a member that is poison', `{"query":${JSON.stringify(QUERY)},"__proto__":{}}`, {}],
    ['extensions', { query: QUERY, extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } }, {}],
    ['a foreign page', { query: QUERY }, { origin: 'https://evil.example' }],
    ['another media type', { query: QUERY }, { 'content-type': 'text/plain' }],
  ])('%s', async (_, body, headers) => {
    const cold = await post(body, headers);
    await post({ query: QUERY, variables: { n: 1 } });
    await post({ query: QUERY, variables: { n: 1 } });
    expect(await post(body, headers)).toEqual(cold);
    expect(await ways(4)).toEqual([null, null, 'compiled', null]);
  });

  test('mutations, each time', async () => {
    const query =
      'mutation { addEntity(input: { id: "entity:x", kind: PERSON, label: "X" }) { userErrors { code } } }';
    await post({ query });
    await post({ query });
    expect(await ways(2)).toEqual([null, null]);
  });
});

test('an answer that rests on files is worked out each time', async () => {
  const query = '{ claims(first: 1) { nodes { attestations { nodes { quote { anchor } } } } } }';
  for (let time = 0; time < 3; time += 1) await post({ query });
  expect(await ways(3)).toEqual([null, 'compiled', 'compiled']);
});

test('a body of several pieces is put together, on both ways', async () => {
  const long = `${QUERY} #${'…'.repeat(20_000)}`;
  const first = await post({ query: long, variables: { n: 1 } });
  expect(await post({ query: long, variables: { n: 1 } })).toEqual(first);
  expect(first.status).toBe(200);
});
