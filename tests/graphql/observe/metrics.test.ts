import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import { afterEach, beforeEach, expect, test } from 'vitest';
import WebSocket from 'ws';
import { changeTokenFile } from '../../../src/graphql/auth/token-file.js';
import { hashToken, makeToken } from '../../../src/graphql/auth/token.js';
import { openTokens } from '../../../src/graphql/auth/tokens.js';
import { ERROR_CODES } from '../../../src/graphql/errors/error-codes.js';
import { LoopDelay } from '../../../src/graphql/observe/loop-delay.js';
import { ask, send } from '../../fixtures/ask-api.js';
import { inFolder } from '../../fixtures/hearsay-process.js';
import { openWatchedServer, type WatchedServer } from '../../fixtures/watched-server.js';

let server: WatchedServer;
beforeEach(async () => (server = await openWatchedServer()));
afterEach(async () => server.close());

const ADD =
  'mutation ($label: String!) { addEntity(input: { kind: PERSON, label: $label }) { entity { id } } }';

/** Asks, and waits until the server has counted it. */
async function counted(query: string, variables = {}): Promise<void> {
  await ask(server.apiUrl, query, variables);
  await server.nextLine();
}

const requests = (operation: string, outcome: string, code = ''): string =>
  `hearsay_requests_total{operation="${operation}",outcome="${outcome}",code="${code}"}`;

test('requests are counted by operation and outcome, refusals by code', async () => {
  await counted('query Secret { stats { seq } }');
  await counted(ADD, { label: 'Ann' });
  await counted(ADD, { label: '' });
  await counted('{ nope }');
  await counted('{ claims(first: 999999) { nodes { id } } }');
  server.full = true;
  await counted(ADD, { label: 'Bob' });
  await send(`${server.url}/nothing`, {});
  await server.nextLine();
  const found = await server.metrics();
  const expected = [
    [requests('query', 'ok'), 1],
    [requests('mutation', 'ok'), 1],
    [requests('mutation', 'refused', 'INVALID_INPUT'), 1],
    [requests('none', 'refused', 'GRAPHQL_VALIDATION_FAILED'), 1],
    [requests('query', 'refused', 'QUERY_TOO_COSTLY'), 1],
    [requests('mutation', 'error', 'JOURNAL_ERROR'), 1],
    [requests('none', 'refused', 'ROUTE_NOT_FOUND'), 1],
    ['hearsay_refusals_total{code="INVALID_INPUT"}', 1],
    ['hearsay_refusals_total{code="QUERY_TOO_COSTLY"}', 1],
    ['hearsay_request_seconds_count{operation="mutation",name=""}', 3],
    ['hearsay_request_seconds_count{operation="query",name="Secret"}', 1],
  ] as const;
  expect(expected.map(([name]) => [name, found.get(name)])).toEqual(expected);
});

test('durations are told by the names of operations; past a hundred names they share one', async () => {
  for (let n = 0; n < 102; n += 1) await counted(`query Q${n} { stats { seq } }`);
  const found = await server.metrics();
  const countOf = (name: string) =>
    found.get(`hearsay_request_seconds_count{operation="query",name="${name}"}`);
  expect(['Q0', 'Q99', 'Q100', 'Q101', 'OTHER'].map(countOf)).toEqual([1, 1, undefined, undefined, 2]);
});

test('journal, graph and commits are measured', async () => {
  await counted(ADD, { label: 'Ann' });
  await counted(ADD, { label: 'Bob' });
  server.full = true;
  await counted(ADD, { label: 'Cid' });
  const found = await server.metrics();
  const expected = [
    ['hearsay_entities', 2],
    ['hearsay_claims', 0],
    ['hearsay_sources', 0],
    ['hearsay_attestations', 0],
    ['hearsay_journal_events', 2],
    ['hearsay_journal_bytes', 4096],
    ['hearsay_commit_seconds_count', 2],
    ['hearsay_commit_failures_total', 1],
    ['hearsay_ready', 0],
    ['hearsay_websockets_open', 0],
  ] as const;
  expect(expected.map(([name]) => [name, found.get(name)])).toEqual(expected);
  expect(found.get('hearsay_replay_seconds')).toBeGreaterThan(0);
  expect(found.get('hearsay_memory_bytes')).toBeGreaterThan(0);
  expect([...found.keys()]).toEqual(
    expect.arrayContaining(
      ['0.5', '0.99', '1'].map(q => `hearsay_event_loop_delay_seconds{quantile="${q}"}`),
    ),
  );
});

test('open subscriptions are counted while they are open, and what they refuse', async () => {
  const client = createClient({
    url: server.apiUrl.replace('http', 'ws'),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    lazy: false,
    onNonLazyError: () => undefined,
  });
  const changes = client.iterate({ query: 'subscription { claimChanged { statusAfter } }' });
  const first = changes.next();
  const refused = client.iterate({ query: 'subscription { nope }' }).next();
  await expect(refused).rejects.toBeDefined();
  expect(await server.nextLine()).toMatchObject({ via: 'websocket', codes: ['GRAPHQL_VALIDATION_FAILED'] });
  const open = await server.metrics();
  await server.nextLine();
  expect([open.get('hearsay_websockets_open'), open.get('hearsay_subscriptions_open')]).toEqual([1, 1]);
  await client.dispose();
  await first;
  expect(await server.nextLine()).toMatchObject({ operation: 'subscription', outcome: 'ok', by: 'tests' });
  const closed = await server.metrics();
  expect([closed.get('hearsay_websockets_open'), closed.get('hearsay_subscriptions_open')]).toEqual([0, 0]);
});

test('whatever clients send, labels are a few known words', async () => {
  for (const name of ['A', 'B', 'C']) await counted(`query ${name} { nope${name} }`);
  await send(`${server.url}/nowhere/a"}`, { headers: { 'x-request-id': 'mine' } });
  await server.nextLine();
  const labels = [...(await server.metrics()).keys()].flatMap(name =>
    [...name.matchAll(/(operation|outcome|code)="([^"]*)"/g)].map(match => match[2] ?? ''),
  );
  const known = ['query', 'mutation', 'subscription', 'none', 'ok', 'refused', 'error', 'gone', 'OTHER', ''];
  expect(labels.filter(label => !known.includes(label) && !Object.hasOwn(ERROR_CODES, label))).toEqual([]);
});

test('a WebSocket that is refused is counted as a refusal', async () => {
  const headers = { origin: 'http://evil.example' };
  const foreign = new WebSocket(server.apiUrl.replace('http', 'ws'), 'graphql-transport-ws', { headers });
  await once(foreign, 'error');
  expect(await server.nextLine()).toMatchObject({ via: 'websocket', codes: ['ORIGIN_NOT_ALLOWED'] });
  expect((await server.metrics()).get('hearsay_refusals_total{code="ORIGIN_NOT_ALLOWED"}')).toBe(1);
});

test('where there are tokens, metrics take one that may read, and health takes none', () =>
  inFolder(async folder => {
    const file = join(folder, 'a.tokens.json');
    const token = makeToken();
    const entry = { name: 'Ann', scope: 'read', sha256: hashToken(token), createdAt: '2026-01-01' } as const;
    changeTokenFile(file, () => [entry]);
    const tokens = openTokens(file, () => undefined);
    const guarded = await openWatchedServer({ tokens });
    const status = async (path: string, headers: Record<string, string> = {}): Promise<number> =>
      (await fetch(`${guarded.url}${path}`, { headers })).status;
    const authorization = `Bearer ${token}`;
    expect([await status('/healthz'), await status('/readyz')]).toEqual([200, 200]);
    expect([await status('/metrics'), await status('/metrics', { authorization })]).toEqual([401, 200]);
    for (let n = 0; n < 4; n += 1) await guarded.nextLine();
    const asking = { authorization, 'content-type': 'application/json' };
    await send(guarded.apiUrl, { method: 'POST', headers: asking, body: '{"query": "{ stats { seq } }"}' });
    const line = await guarded.nextLine();
    expect(line).toMatchObject({ by: 'Ann', outcome: 'ok' });
    expect(JSON.stringify(line)).not.toContain(token);
    await guarded.close();
  }));

test('an event loop that was held up is told so, once', async () => {
  const delay = new LoopDelay();
  await wait(100);
  const until = performance.now() + 300;
  while (performance.now() < until);
  await wait(100);
  const longest = (): number => new Map(delay.read()).get('1') ?? NaN;
  expect(longest()).toBeGreaterThan(0.2);
  expect(longest()).toBe(0);
  delay.close();
});

test('two servers in one process count each for itself', async () => {
  const other = await openWatchedServer();
  await counted('{ stats { seq } }');
  expect((await server.metrics()).get(requests('query', 'ok'))).toBe(1);
  expect((await other.metrics()).get(requests('query', 'ok'))).toBeUndefined();
  await other.close();
});
