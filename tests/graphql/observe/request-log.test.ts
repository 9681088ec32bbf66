import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { RequestNotes } from '../../../src/graphql/operation/request-notes.js';
import { openWatchedServer, type WatchedServer } from '../../fixtures/watched-server.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;
const STATS = '{ stats { seq } }';

let server: WatchedServer;
beforeAll(async () => (server = await openWatchedServer()));
afterAll(async () => server.close());

const post = (query: string, variables = {}, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(server.apiUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });

/** Sends bytes as they are; resolves with all that comes back. */
async function sendBytes(bytes: string): Promise<string> {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  let answer = '';
  socket.on('data', data => (answer += data.toString()));
  socket.end(bytes);
  await once(socket, 'close');
  return answer;
}

describe('a request keeps the id it was sent with, where that is sane', () => {
  test.each([
    ['a UUID', '0b0c9f0e-2a4b-4b8e-9d55-2f1f6a0c7a11', true],
    ['a trace of another kind', 'edge:7.a_B', true],
    ['one that is too long', 'x'.repeat(101), false],
    ['one with blanks', 'a b', false],
    ['one with markup', '<b>', false],
    ['an empty one', '', false],
  ])('%s', async (_, id, kept) => {
    const answer = await post(STATS, {}, { 'x-request-id': id });
    const line = await server.nextLine();
    expect(answer.headers.get('x-request-id')).toBe(line.id);
    expect(line.id).toEqual(kept ? id : (expect.stringMatching(UUID) as string));
  });
});

describe('every answer has an id and a line, whoever refuses it', () => {
  test.each([
    [
      'a query',
      () => post(STATS),
      { operation: 'query', outcome: 'ok', status: 200, codes: [], by: 'tests' },
    ],
    [
      'no GraphQL',
      () => post('{'),
      { operation: 'none', outcome: 'refused', codes: ['GRAPHQL_PARSE_FAILED'] },
    ],
    ['no query', () => post(''), { operation: 'none', outcome: 'refused', codes: ['BAD_REQUEST'] }],
    [
      'a page from elsewhere',
      () => post(STATS, {}, { origin: 'http://evil.example' }),
      { status: 403, outcome: 'refused', codes: ['ORIGIN_NOT_ALLOWED'], by: null },
    ],
    [
      'an unknown address',
      () => fetch(`${server.url}/nothing?secret=1`),
      { status: 404, route: null, codes: ['ROUTE_NOT_FOUND'] },
    ],
    ['an unreadable address', () => fetch(`${server.url}/%zz`), { status: 400, codes: ['BAD_REQUEST'] }],
    ['a health check', () => fetch(`${server.url}/healthz`), { route: '/healthz', outcome: 'ok' }],
  ])('%s', async (_, ask, expected) => {
    const answer = await ask();
    const line = await server.nextLine();
    expect(line).toMatchObject(expected);
    expect(answer.headers.get('x-request-id')).toBe(line.id);
  });

  const GRAPHQL = 'content-type: application/json\r\n';
  const UPGRADE = 'connection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\n';
  const KEY = 'sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n';
  test.each<[string, string, number, string]>([
    ['bytes that are no HTTP', 'nonsense\r\n\r\n', 400, 'http'],
    ['no `Host`', 'GET /healthz HTTP/1.1\r\n\r\n', 400, 'http'],
    ['two of them', 'GET /healthz HTTP/1.1\r\nHOST\r\nHOST\r\n\r\n', 400, 'http'],
    ['an operation without', `POST /graphql HTTP/1.1\r\n${GRAPHQL}content-length: 2\r\n\r\n{}`, 400, 'http'],
    ['what cannot be expected', 'GET /healthz HTTP/1.1\r\nHOST\r\nexpect: tea\r\n\r\n', 417, 'http'],
    ['a proxy that is asked for', 'CONNECT a.example:443 HTTP/1.1\r\nHOST\r\n\r\n', 400, 'http'],
    ['headers beyond measure', `GET / HTTP/1.1\r\nHOST\r\nx: ${'x'.repeat(99_999)}\r\n\r\n`, 431, 'http'],
    [
      'a body that goes on as garbage',
      `POST /graphql HTTP/1.1\r\nHOST\r\n${GRAPHQL}transfer-encoding: chunked\r\n\r\nzz\r\n`,
      400,
      'http',
    ],
    [
      'another upgrade',
      'GET /graphql HTTP/1.1\r\nHOST\r\nconnection: upgrade\r\nupgrade: h2c\r\n\r\n',
      400,
      'websocket',
    ],
    ['an upgrade elsewhere', `GET /x HTTP/1.1\r\nHOST\r\n${UPGRADE}${KEY}\r\n`, 404, 'websocket'],
    ['an upgrade without a key', `GET /graphql HTTP/1.1\r\nHOST\r\n${UPGRADE}\r\n`, 400, 'websocket'],
    ['an upgrade by POST', `POST /graphql HTTP/1.1\r\nHOST\r\n${UPGRADE}${KEY}\r\n`, 400, 'websocket'],
    ['an upgrade without `Host`', `GET /graphql HTTP/1.1\r\n${UPGRADE}${KEY}\r\n`, 400, 'websocket'],
    [
      'an upgrade in another version',
      `GET /graphql HTTP/1.1\r\nHOST\r\n${UPGRADE.replace('13', '7')}${KEY}\r\n`,
      400,
      'websocket',
    ],
  ])('%s, in JSON with a code', async (_, bytes, status, via) => {
    const { host } = new URL(server.url);
    const answer = await sendBytes(bytes.replaceAll('HOST', `host: ${host}`));
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    const line = await server.nextLine();
    const code = status === 404 ? 'ROUTE_NOT_FOUND' : 'BAD_REQUEST';
    expect(line).toMatchObject({ operation: 'none', outcome: 'refused', status, codes: [code], via });
    expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} [^]*content-type: application/json`, 'i'));
    expect(head).toContain(`x-request-id: ${line.id}`);
    expect(head).toContain("default-src 'none'");
    const { errors } = JSON.parse(body) as { errors: { message: string; extensions: { code: string } }[] };
    expect(errors).toMatchObject([{ message: expect.any(String) as string, extensions: { code } }]);
  });

  test('each once, however much comes on one connection', async () => {
    const { host } = new URL(server.url);
    const get = `GET /healthz HTTP/1.1\r\nhost: ${host}\r\nx-request-id: one\r\n\r\n`;
    await sendBytes(`${get}${get.replace('one', 'two')}CONNECT a:1 HTTP/1.1\r\nx-request-id: three\r\n\r\n`);
    const lines = [await server.nextLine(), await server.nextLine(), await server.nextLine()];
    expect(lines.map(({ id }) => id).sort()).toEqual(['one', 'three', 'two']);
    await post(STATS, {}, { 'x-request-id': 'four' });
    expect((await server.nextLine()).id).toBe('four');
  });

  test('a WebSocket in another protocol than ours is noted', async () => {
    const client = new WebSocket(server.apiUrl.replace('http', 'ws'));
    const [code] = (await once(client, 'close')) as [number];
    expect(code).toBe(4406);
    expect(await server.nextLine()).toMatchObject({ via: 'websocket', codes: ['BAD_REQUEST'] });
  });

  test('a request may say that it waits for 100 Continue', async () => {
    const { host } = new URL(server.url);
    const body = '{"query":"{ stats { seq } }"}';
    const head = `POST /graphql HTTP/1.1\r\nhost: ${host}\r\n${GRAPHQL}expect: 100-continue\r\n`;
    const answer = await sendBytes(`${head}content-length: ${body.length}\r\n\r\n${body}`);
    expect(answer).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 OK/);
    expect(await server.nextLine()).toMatchObject({ outcome: 'ok', operation: 'query' });
  });
});

test('a client that goes away before it is answered is noted as gone', async () => {
  const head = 'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n';
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  const { port } = new URL(server.url);
  socket.write(`${head.replace('localhost', `localhost:${port}`)}content-length: 1000\r\n\r\n{`);
  await once(socket, 'connect');
  // Once this one is answered, the server has read the head of the other.
  await post(STATS);
  await server.nextLine();
  socket.destroy();
  expect(await server.nextLine()).toMatchObject({ operation: 'none', outcome: 'gone' });
});

test('a line tells nothing of what was asked, with which values and secrets', async () => {
  const query = 'query Named($text: String!) { hidden2: search(text: $text) { totalCount } }';
  const headers = { authorization: 'Bearer hidden3', cookie: 'hidden4=1', 'user-agent': 'hidden5' };
  await post(query, { text: 'hidden6' }, headers);
  const posted = await server.nextLine();
  const address = `${server.apiUrl}?query=${encodeURIComponent(query)}&variables={"text":"hidden7"}`;
  await fetch(address, { headers: { ...headers, 'content-type': 'application/json' } });
  const got = await server.nextLine();
  await post('{ hidden8 }', { hidden9: 1 }, headers);
  const refused = await server.nextLine();
  expect([posted, got, refused].map(({ outcome }) => outcome)).toEqual(['ok', 'ok', 'refused']);
  expect(JSON.stringify([posted, got, refused])).not.toMatch(/hidden/i);
});

test('what a mutation refuses is noted, asked for or not', async () => {
  await post('mutation { addEntity(input: { kind: PERSON, label: " " }) { entity { id } } }');
  expect(await server.nextLine()).toMatchObject({
    operation: 'mutation',
    outcome: 'refused',
    codes: ['INVALID_INPUT'],
  });
});

describe('an operation is told by its name and a hash of its document', () => {
  const TEXT = 'query Places($n: Int) { stats { seq } claims(first: $n) { totalCount } }';
  const HASH = createHash('sha256').update(TEXT).digest('hex').slice(0, 8);

  test.each(['by Apollo', 'compiled', 'kept'])('%s', async way => {
    const variables = { n: way === 'compiled' ? 1 : 2 };
    if (way === 'kept') for (const _ of [1, 2]) await post(TEXT, variables).then(() => server.nextLine());
    await post(TEXT, variables);
    const shortcut = way === 'by Apollo' ? null : way;
    expect(await server.nextLine()).toMatchObject({ name: 'Places', document: HASH, shortcut });
  });

  test('by WebSocket', async () => {
    const client = createClient({ url: server.apiUrl.replace('http', 'ws'), webSocketImpl: WebSocket });
    await new Promise<void>((resolve, reject) =>
      client.subscribe(
        { query: TEXT, variables: { n: 1 } },
        { next: () => undefined, error: reject, complete: resolve },
      ),
    );
    expect(await server.nextLine()).toMatchObject({ via: 'websocket', name: 'Places', document: HASH });
    await client.dispose();
  });

  test('a name is cut, and where there is none it is null', async () => {
    await post(`query ${'x'.repeat(900)} { stats { seq } }`);
    expect((await server.nextLine()).name).toBe('x'.repeat(60));
    await post('{ stats { entities } }');
    expect(await server.nextLine()).toMatchObject({ name: null, operation: 'query' });
  });
});

describe('what comes of a request is told in one word', () => {
  test.each([
    [[], 'ok'],
    [[{ extensions: { code: 'NOT_FOUND' } }], 'refused'],
    [[{ extensions: { code: 'MADE_UP' } }], 'refused'],
    [[{ extensions: { code: 'INTERNAL', incident: '7' } }], 'error'],
    [[{ extensions: { code: 'NOT_FOUND' } }, { extensions: { code: 'JOURNAL_ERROR' } }], 'error'],
  ])('%j', (errors, outcome) => {
    const notes = new RequestNotes('1', 'http');
    notes.told(errors);
    expect(notes.line(200).outcome).toBe(outcome);
  });

  test('codes are those of the table, and incidents are named', () => {
    const notes = new RequestNotes('1', 'http');
    notes.told([{ extensions: { code: 'MADE_UP' } }, { extensions: { code: 'INTERNAL', incident: '7' } }]);
    expect(notes.line(500)).toMatchObject({ codes: ['INTERNAL', 'OTHER'], incidents: ['7'] });
  });
});
