// Stops the built server while many mutations are on their way and more keep coming, and starts it again to see what it kept.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inFolder, serving, type Finished, type Served } from '../fixtures/hearsay-process.js';
import { attach, makeClaims, type Fate } from './attachment.js';
import { brokenPromises, byAttachment, readJournal } from './journal-lines.js';

export interface StopTally {
  readonly end: Finished;
  readonly milliseconds: number;
  readonly acknowledged: number;
  /** The first of each writer that was not acknowledged. */
  readonly inFlight: readonly Fate[];
  /** Of those that came after the signal. */
  readonly late: readonly Fate[];
  /** In words, what the journal holds against its word after the next start. */
  readonly broken: readonly string[];
  /** Refused with a code, and in the journal all the same. */
  readonly refusedButKept: readonly string[];
}

/** Keeps so many mutations in flight, and sends SIGTERM in their midst; new ones come until the server is gone. */
export const stopUnderLoad = (writers: number): Promise<StopTally> =>
  inFolder(async folder => {
    const args = ['--empty', '--data', join(folder, 'journal.db')];
    const fates = new Map<string, Fate>();
    const stopped = await serving(args, server => stopServer(server, writers, fates));
    const acknowledged = [...fates.values()].filter(({ is }) => is === 'ACKNOWLEDGED').length;
    return { ...stopped, acknowledged, ...(await serving(args, server => look(server, fates))) };
  });

type Stopped = Pick<StopTally, 'end' | 'milliseconds' | 'inFlight' | 'late'>;

async function stopServer(server: Served, writers: number, fates: Map<string, Fate>): Promise<Stopped> {
  const values = Array.from({ length: writers }, (_, writer) => `writer ${writer}`);
  const claims = await makeClaims(server.api, values);
  const send: Send = async (claim, name) => {
    const fate = await attach(server.api, { name, claim: claims[claim] ?? '' });
    fates.set(name, fate);
    return fate;
  };
  const sending = Promise.all(claims.map((_, writer) => keepSending(writer, send)));
  while (fates.size < writers) await wait(1);
  const asked = Date.now();
  const ended = server.end('SIGTERM').then(end => ({ end, milliseconds: Date.now() - asked }));
  const late = await comeLate(ended, send);
  return { ...(await ended), inFlight: await sending, late };
}

/** Sends an attachment to a claim under a name. */
type Send = (claim: number, name: string) => Promise<Fate>;

/** One after another, until one is not acknowledged: the last one was in flight when the signal came, or came after it. */
async function keepSending(writer: number, send: Send): Promise<Fate> {
  for (let count = 0; ; count += 1) {
    const fate = await send(writer, `early-${writer}-${count}`);
    if (fate.is !== 'ACKNOWLEDGED') return fate;
  }
}

/** New mutations, one after another, until the process has ended and one more found nobody. */
async function comeLate(ended: Promise<unknown>, send: Send): Promise<readonly Fate[]> {
  const fates: Fate[] = [];
  let gone = false;
  const watch = ended.then(() => (gone = true));
  while (!gone) {
    fates.push(await send(0, `late-${fates.length}`));
    await wait(1);
  }
  await watch;
  return fates;
}

async function look(
  { api }: Served,
  fates: ReadonlyMap<string, Fate>,
): Promise<Pick<StopTally, 'broken' | 'refusedButKept'>> {
  const lines = await readJournal(api);
  const kept = byAttachment(lines);
  const sent = new Map(
    [...fates].map(([name, fate]) => [name, fate.is === 'ACKNOWLEDGED' ? fate.attestation : null]),
  );
  const refused = [...fates].filter(([, { is }]) => is === 'REFUSED').map(([name]) => name);
  return { broken: brokenPromises(lines, sent), refusedButKept: refused.filter(name => kept.has(name)) };
}

/** Clients that the server waits for: one sends half a request, the other opens a WebSocket; neither is heard of again. */
export const holdOpen = async (server: Served): Promise<readonly Socket[]> => [
  await sendHead(server, `POST`, ['content-type: application/json', 'content-length: 1000'], '{"query":'),
  await sendHead(server, 'GET', WEBSOCKET, ''),
];

const WEBSOCKET = [
  'connection: Upgrade',
  'upgrade: websocket',
  'sec-websocket-version: 13',
  'sec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==',
  'sec-websocket-protocol: graphql-transport-ws',
];

async function sendHead(
  { api }: Served,
  method: string,
  headers: readonly string[],
  body: string,
): Promise<Socket> {
  const { hostname, port, host, pathname } = new URL(api);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  socket.on('error', () => undefined);
  socket.write([`${method} ${pathname} HTTP/1.1`, `host: ${host}`, ...headers, '', body].join('\r\n'));
  return socket;
}
