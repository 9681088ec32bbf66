import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LIMITS } from '../../src/graphql/operation/request-limits.js';
import { ask, send } from '../fixtures/ask-api.js';
import { startServer } from '../../src/graphql/server.js';
import { openServedLedger, type ServedLedger } from '../fixtures/served-ledger.js';

const JSON_TYPE = { 'content-type': 'application/json' };
const STATS = '{ stats { seq } }';
const post = (body: string, headers: Record<string, string> = JSON_TYPE): RequestInit => ({
  method: 'POST',
  headers,
  body,
});
const asking = (query: string, variables = {}): RequestInit => post(JSON.stringify({ query, variables }));
const deep = `{ node(id: "x") { ${'... on Entity { claims { nodes { subject { '.repeat(4)} id ${'} } } } '.repeat(4)}} }`;

/** `fetch` sets Host and Origin by itself. */
async function sendAs(
  url: string,
  headers: Record<string, string>,
): Promise<{ status?: number; code: string }> {
  const sent = request(url, { method: 'POST', headers: { ...JSON_TYPE, ...headers } });
  const answered = new Promise<{ status: number; code: string }>((resolve, reject) => {
    sent.on('error', reject).on('response', response => {
      text(response).then(body => {
        const { errors } = JSON.parse(body) as { errors?: [{ extensions: { code: string } }] };
        resolve({ status: response.statusCode ?? 0, code: errors?.[0].extensions.code ?? 'served' });
      }, reject);
    });
  });
  sent.end(JSON.stringify({ query: STATS }));
  return answered;
}

let served: ServedLedger;
beforeAll(async () => (served = await openServedLedger()));
afterAll(async () => served.stop());

describe('what cannot be served is refused with a status, a code and JSON', () => {
  const cases: readonly (readonly [string, string, RequestInit, number, string])[] = [
    ['no GraphQL', '/graphql', asking('{ stats {'), 400, 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', '/graphql', asking('{ nope }'), 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['too deep an operation', '/graphql', asking(deep), 400, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'too long a document',
      '/graphql',
      asking(`{ ${'a '.repeat(LIMITS.tokens)} }`),
      400,
      'GRAPHQL_PARSE_FAILED',
    ],
    [
      'too costly an operation',
      '/graphql',
      asking(
        '{ claims(first: 100) { nodes { subject { claims(first: 100) { nodes { id attestations(first: 100) { nodes { id } } } } } } } }',
      ),
      400,
      'QUERY_TOO_COSTLY',
    ],
    [
      'a variable that does not fit',
      '/graphql',
      asking('query ($n: Int) { claims(first: $n) { totalCount } }', { n: 'x' }),
      400,
      'BAD_USER_INPUT',
    ],
    [
      'a subscription by POST',
      '/graphql',
      asking('subscription { claimChanged { statusAfter } }'),
      400,
      'SUBSCRIPTION_NEEDS_WEBSOCKET',
    ],
    [
      'two operations and no name',
      '/graphql',
      asking(`query A ${STATS} query B ${STATS}`),
      400,
      'OPERATION_RESOLUTION_FAILURE',
    ],
    [
      'a mutation by GET',
      '/graphql?query=mutation%7Ba%7D',
      { headers: JSON_TYPE },
      400,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['no query', '/graphql', post('{}'), 400, 'BAD_REQUEST'],
    ['a batch', '/graphql', post(`[${JSON.stringify({ query: STATS })}]`), 400, 'BAD_REQUEST'],
    ['no JSON', '/graphql', post('{nope'), 400, 'BAD_REQUEST'],
    ['a poisoned body', '/graphql', post(`{"__proto__": {}, "query": "${STATS}"}`), 400, 'BAD_REQUEST'],
    [
      'a form',
      '/graphql',
      post('query=1', { 'content-type': 'application/x-www-form-urlencoded' }),
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['plain text', '/graphql', post(STATS, { 'content-type': 'text/plain' }), 415, 'UNSUPPORTED_MEDIA_TYPE'],
    [
      'a GET that a foreign page could send',
      `/graphql?query=${encodeURIComponent(STATS)}`,
      {},
      400,
      'BAD_REQUEST',
    ],
    [
      'a body of two megabytes',
      '/graphql',
      post(JSON.stringify({ query: STATS, pad: 'x'.repeat(2_000_000) })),
      413,
      'BODY_TOO_LARGE',
    ],
    ['an unknown address', '/nothing', {}, 404, 'ROUTE_NOT_FOUND'],
    ['an unknown method', '/graphql', { method: 'PUT' }, 404, 'ROUTE_NOT_FOUND'],
    ['an unreadable address', '/%zz', {}, 400, 'BAD_REQUEST'],
    ['a way out of the playground', '/playground/..%2fsecret.txt', {}, 404, 'ROUTE_NOT_FOUND'],
  ];
  test.each(cases)('%s', async (_, path, init, status, code) => {
    const before = served.ledger.graph.seq;
    const answer = await send(`${served.url}${path}`, init);
    expect({ status: answer.status, codes: answer.codes }).toEqual({ status, codes: [code] });
    expect(answer.type).toMatch(/^application\/json/);
    expect(answer.text).not.toMatch(/\bat .*\.[jt]s:/);
    expect([served.ledger.graph.seq, served.incidents]).toEqual([before, []]);
  });
});

describe('only this machine may ask, under a name of its own', () => {
  test.each([
    ['its address', {}, 200, 'served'],
    ['localhost', { host: 'localhost:PORT' }, 200, 'served'],
    ['a page of its own', { origin: 'http://localhost:PORT' }, 200, 'served'],
    ['another host name', { host: 'evil.example' }, 403, 'HOST_NOT_ALLOWED'],
    ['another port', { host: 'localhost:1' }, 403, 'HOST_NOT_ALLOWED'],
    ['a page from elsewhere', { origin: 'http://evil.example' }, 403, 'ORIGIN_NOT_ALLOWED'],
    ['a page from nowhere', { origin: 'null' }, 403, 'ORIGIN_NOT_ALLOWED'],
    ['a page of another port', { origin: 'http://localhost:1' }, 403, 'ORIGIN_NOT_ALLOWED'],
  ])('%s', async (_, headers, status, code) => {
    const { port } = new URL(served.url);
    const withPort = Object.entries(headers).map(([name, value]) => [name, value.replace('PORT', port)]);
    const sent = Object.fromEntries(withPort) as Record<string, string>;
    expect(await sendAs(served.apiUrl, sent)).toEqual({ status, code });
  });
});

test('queries are answered by POST, and by GET with a header that no form can send', async () => {
  const expected = { stats: { seq: served.ledger.graph.seq } };
  expect((await ask(served.apiUrl, STATS)).data).toEqual(expected);
  const byGet = await send(`${served.apiUrl}?query=${encodeURIComponent(STATS)}`, { headers: JSON_TYPE });
  expect(byGet.data).toEqual(expected);
});

test('the introspection that tools send is answered', async () => {
  const { codes, data } = await ask(
    served.apiUrl,
    getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true }),
  );
  expect([codes, Object.keys(data)]).toEqual([[], ['__schema']]);
});

describe('the pages', () => {
  const PAGES = [
    ['Explorer', '/', "style-src 'self'"],
    ['Playground', '/playground/', "style-src 'self' 'unsafe-inline'"],
  ];
  test.each(PAGES)(
    '%s is served with a policy that lets it load from here only',
    async (title, path, styles) => {
      const response = await fetch(`${served.url}${path}`);
      expect(await response.text()).toContain(`<title>${title}</title>`);
      const policy = response.headers.get('content-security-policy') ?? '';
      const { host } = new URL(served.url);
      expect(policy.split('; ')).toEqual(
        expect.arrayContaining([
          "default-src 'self'",
          "script-src 'self'",
          styles,
          `connect-src 'self' ws://${host} wss://${host}`,
        ]),
      );
      expect(policy).not.toMatch(/https?:|\*/);
    },
  );

  test('files with a hash in their name are kept by browsers, pages are asked for anew', async () => {
    const kept = async (path: string) => (await fetch(`${served.url}${path}`)).headers.get('cache-control');
    expect(await kept('/assets/page-a1b2c3.js')).toBe('public, max-age=31536000, immutable');
    expect([await kept('/'), await kept('/playground/')]).toEqual(['no-cache', 'no-cache']);
  });

  test('whoever leaves out a slash, or opens the API in a browser, is sent to the playground', async () => {
    const { url, apiUrl, playgroundUrl } = served;
    expect((await fetch(`${url}/playground`)).url).toBe(playgroundUrl);
    expect((await fetch(apiUrl, { headers: { accept: 'text/html' } })).url).toBe(playgroundUrl);
  });
});

test('a port that is taken is refused in one line', async () => {
  const { ledger, url } = served;
  const port = Number(new URL(url).port);
  const second = startServer({ ledger, by: 'tests', port, webFolder: '', log: () => undefined });
  await expect(second).rejects.toThrow(/^Port \d+ on 127\.0\.0\.1 is taken[^\n]*$/);
});

test('a closed server answers nothing more, and leaves the ledger open', async () => {
  const other = await openServedLedger();
  await other.stop();
  await expect(fetch(other.apiUrl)).rejects.toThrow();
  expect(await other.ledger.history(0, 1)).toHaveLength(1);
});
