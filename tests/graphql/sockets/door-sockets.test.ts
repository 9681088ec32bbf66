// The door for WebSockets: how many, how much, how long, each within bounds, and the server goes on answering.
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from 'vitest';
import WebSocket, { type ClientOptions } from 'ws';
import type { ServedLedger } from '../../fixtures/served-ledger.js';
import { answers, dial, headOf, serve, until } from '../http/door-server.js';

const clients: WebSocket[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.terminate();
});

describe('WebSockets are bounded', () => {
  const socketTo = ({ apiUrl }: ServedLedger, path = '', options: ClientOptions = {}): WebSocket => {
    const client = new WebSocket(`${apiUrl.replace('http', 'ws')}${path}`, 'graphql-transport-ws', options);
    client.on('error', () => undefined);
    clients.push(client);
    return client;
  };
  const say = (client: WebSocket, message: object): void => client.send(JSON.stringify(message));

  async function introduced(server: ServedLedger, options: ClientOptions = {}): Promise<WebSocket> {
    const client = socketTo(server, '', options);
    await once(client, 'open');
    say(client, { type: 'connection_init' });
    await once(client, 'message');
    return client;
  }

  const ended = async (client: WebSocket): Promise<unknown> => ((await once(client, 'close')) as [number])[0];

  test('one that does not introduce itself is closed', async () => {
    const client = socketTo(await serve({ socketInitMs: 30 }));
    expect(await ended(client)).toBe(4408);
  });

  test('a message that is too large ends it', async () => {
    const server = await serve({ bodyBytes: 2000 });
    const client = await introduced(server);
    client.send('x'.repeat(3000));
    expect(await ended(client)).toBe(1009);
    expect(await answers(server)).toBe(true);
  });

  test('garbage ends it', async () => {
    const server = await serve({});
    const client = await introduced(server);
    client.send('{"type":');
    expect(await ended(client)).toBe(4400);
    expect(server.incidents).toEqual([]);
  });

  test('a flood of subscriptions is refused past the limit, with a code, and the rest live on', async () => {
    const server = await serve({ socketOperations: 3 });
    const client = await introduced(server);
    const refused: string[] = [];
    client.on('message', (data: Buffer) => {
      const { type, id } = JSON.parse(data.toString()) as { type: string; id: string };
      if (type === 'error') refused.push(id);
      if (type === 'error') expect(data.toString()).toContain('TOO_MANY_OPEN');
    });
    const query = 'subscription { claimChanged { statusAfter } }';
    for (let id = 0; id < 10; id += 1) say(client, { type: 'subscribe', id: String(id), payload: { query } });
    say(client, { type: 'ping' });
    while (refused.length < 7) await once(client, 'message');
    expect(refused).toEqual(['3', '4', '5', '6', '7', '8', '9']);
    expect(client.readyState).toBe(WebSocket.OPEN);
  });

  test('a condition that hangs on an unknown variable is refused with a code', async () => {
    const server = await serve();
    const client = await introduced(server);
    const query = 'subscription { claimChanged @skip(if: $unknown) { statusAfter } }';
    say(client, { type: 'subscribe', id: '1', payload: { query } });
    const [data] = (await once(client, 'message')) as [Buffer];
    expect(data.toString()).toContain('GRAPHQL_VALIDATION_FAILED');
    expect(server.incidents).toEqual([]);
  });

  test('one more than are allowed is refused in JSON, and one that is left makes room', async () => {
    const server = await serve({ sockets: 1 });
    const first = await introduced(server);
    expect(await refusalOf(socketTo(server))).toEqual([503, 'TOO_MANY_OPEN']);
    first.close();
    await ended(first);
    expect((await introduced(server)).readyState).toBe(WebSocket.OPEN);
  });

  test.each([['another address', '/elsewhere', 404, 'ROUTE_NOT_FOUND']])(
    'at %s there is none',
    async (_, path, status, code) => {
      expect(await refusalOf(socketTo(await serve({}), path))).toEqual([status, code]);
    },
  );

  test('a handshake that is none is refused in JSON', async () => {
    const server = await serve({});
    const socket = await dial(
      server,
      headOf(server, 'GET', '/graphql', 'connection: upgrade\r\nupgrade: websocket\r\n\r\n'),
    );
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 400 [^]*application\/json[^]*"BAD_REQUEST"/);
  });

  test('one whose other end is dead is let go', async () => {
    const server = await serve({ pingMs: 40 });
    const client = await introduced(server, { autoPong: false });
    expect(await ended(client)).toBe(1006);
    expect(await answers(server)).toBe(true);
  });

  test('one that asks again and again and reads nothing is let go', async () => {
    const server = await serve({ unsentBytes: 1000 });
    const client = await introduced(server);
    client.pause();
    const query = '{ __schema { types { name description fields { description } } } }';
    let id = 0;
    await until(
      () =>
        client.readyState !== WebSocket.OPEN || !(client as unknown as { _socket: Socket })._socket.writable,
      () => say(client, { type: 'subscribe', id: String((id += 1)), payload: { query } }),
    );
    expect(await answers(server)).toBe(true);
  });
});

/** Status and code with which a WebSocket was refused. */
async function refusalOf(client: WebSocket): Promise<readonly [number | undefined, string | undefined]> {
  const [, response] = (await once(client, 'unexpected-response')) as [unknown, NodeJS.ReadableStream];
  const { statusCode } = response as unknown as { statusCode: number };
  const { errors } = JSON.parse(await text(response)) as { errors: [{ extensions: { code: string } }] };
  return [statusCode, errors[0].extensions.code];
}
