import { afterEach, beforeEach, expect, test } from 'vitest';
import { ask } from '../../fixtures/ask-api.js';
import { openWatchedServer, type WatchedServer } from '../../fixtures/watched-server.js';

let server: WatchedServer;
beforeEach(async () => (server = await openWatchedServer()));
afterEach(async () => server.close());

const ADD =
  'mutation ($label: String!) { addEntity(input: { kind: PERSON, label: $label }) { entity { id } userErrors { code } } }';
const add = (label: string) => ask(server.apiUrl, ADD, { label });
const READY = { state: 'ready' };

async function state(path: string): Promise<{ status: number; body: unknown }> {
  const answer = await fetch(`${server.url}${path}`);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  return { status: answer.status, body: await answer.json() };
}

test('a server that runs is alive and ready', async () => {
  expect(await state('/healthz')).toEqual({ status: 200, body: { state: 'alive' } });
  expect(await state('/readyz')).toEqual({ status: 200, body: READY });
});

test('after a failed write it is alive but not ready, until a write succeeds again', async () => {
  server.full = true;
  expect((await add('Ann')).codes).toEqual(['JOURNAL_ERROR']);
  const { status, body } = await state('/readyz');
  expect([status, body]).toMatchObject([503, { state: 'not ready' }]);
  expect(JSON.stringify(body)).not.toContain('secret');
  expect((await state('/healthz')).status).toBe(200);
  expect((await ask(server.apiUrl, '{ stats { seq } }')).data).toEqual({ stats: { seq: 0 } });
  server.full = false;
  expect((await add('Ann')).codes).toEqual([]);
  expect(await state('/readyz')).toEqual({ status: 200, body: READY });
});

test('that it is not ready is noted as an answer, and as no fault', async () => {
  server.full = true;
  await add('Ann');
  await server.nextLine();
  await state('/readyz');
  expect(await server.nextLine()).toMatchObject({ route: '/readyz', status: 503, outcome: 'ok', codes: [] });
});

test('a refused mutation leaves it ready', async () => {
  expect((await add('')).codes).toEqual(['INVALID_INPUT']);
  expect((await state('/readyz')).body).toEqual(READY);
});
