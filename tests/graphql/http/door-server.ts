// A server under limits of a test's own, with connections to it that are let go after the test.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach } from 'vitest';
import { LIMITS, type Limits } from '../../../src/graphql/operation/request-limits.js';
import { ask } from '../../fixtures/ask-api.js';
import { openLedger } from '../../fixtures/open-ledger.js';
import { openServedLedger, type ServedLedger } from '../../fixtures/served-ledger.js';

const STATS = '{ stats { seq } }';
const servers: ServedLedger[] = [];
const open: Socket[] = [];

/** Serves an empty ledger under limits; ended after the test. */
export async function serve(limits: Partial<Limits> = {}): Promise<ServedLedger> {
  const { ledger } = await openLedger();
  const served = await openServedLedger(ledger, { ...LIMITS, ...limits });
  servers.push(served);
  return served;
}

afterEach(async () => {
  for (const socket of open.splice(0)) socket.destroy();
  for (const served of servers.splice(0)) await served.stop();
});

/** A connection on which nothing is sent but what is given. */
export async function dial({ url }: ServedLedger, sent = ''): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  open.push(socket);
  await once(socket, 'connect');
  // A server that lets go may do so in the middle of something.
  socket.on('error', () => undefined);
  if (sent !== '') socket.write(sent);
  return socket;
}

/** Resolves once the other side has let go. What is read meanwhile is thrown away. */
export const closed = (socket: Socket): Promise<void> => goneUnread(socket.resume());

/** The same, without reading anything. */
export const goneUnread = (socket: Socket): Promise<void> =>
  new Promise(resolve => {
    if (socket.destroyed) resolve();
    else socket.once('close', () => resolve());
  });

export const answers = async ({ apiUrl }: ServedLedger): Promise<boolean> =>
  (await ask(apiUrl, STATS)).status === 200;

/** The beginning of a request that is written by hand. */
export const headOf = ({ url }: ServedLedger, method: string, path: string, rest = ''): string =>
  `${method} ${path} HTTP/1.1\r\nhost: ${new URL(url).host}\r\ncontent-type: application/json\r\n${rest}`;

/** Does something over and over until something is so; a test that waits in vain fails by its own time limit. */
export async function until(isSo: () => boolean, meanwhile: () => unknown): Promise<void> {
  while (!isSo()) {
    meanwhile();
    await new Promise(resolve => setTimeout(resolve, 5));
  }
}
