// Subscriptions over real WebSockets: shared between connections, asked for rights before each result, and dropped where nobody reads.
import { once } from 'node:events';
import { afterEach, describe, expect, test, vi } from 'vitest';
import WebSocket from 'ws';
import { LIMITS, type Limits } from '../../../src/graphql/operation/request-limits.js';
import type { RunningServer } from '../../../src/graphql/server.js';
import { ClaimChangeType } from '../../../src/graphql/types/impact.js';
import type { Ledger } from '../../../src/journal/ledger.js';
import { addToken, dropToken, openGuardedLedger } from '../../fixtures/guarded-ledger.js';
import { openLoadedLedger } from '../../fixtures/loaded-ledger.js';
import { openServedLedger, type ServedLedger } from '../../fixtures/served-ledger.js';
import { until } from '../../fixtures/until.js';

const CHANGED = 'subscription { claimChanged { statusAfter cause { seq } } }';

let endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.reverse()) await end();
  endings = [];
  vi.restoreAllMocks();
});

async function serve(limits: Partial<Limits> = {}): Promise<ServedLedger> {
  const { ledger } = await openLoadedLedger();
  const served = await openServedLedger(ledger, { ...LIMITS, ...limits });
  endings.push(() => served.stop());
  return served;
}

interface Message {
  readonly id: string;
  readonly type: string;
  readonly payload: { readonly data?: unknown; readonly errors?: unknown };
}

interface Listening {
  readonly socket: WebSocket;
  /** What came, but for the answer to the introduction. */
  readonly messages: Message[];
  /** Code and reason of its end. */
  readonly closed: Promise<readonly [number, string]>;
}

const bearer = (token: string): Record<string, string> =>
  token === '' ? {} : { authorization: `Bearer ${token}` };

/** A WebSocket with some subscriptions. */
async function listen(
  { apiUrl }: RunningServer,
  subscriptions: number,
  { query = CHANGED, token = '' } = {},
): Promise<Listening> {
  const url = apiUrl.replace('http', 'ws');
  const socket = new WebSocket(url, 'graphql-transport-ws', { headers: bearer(token) });
  endings.push(() => socket.terminate());
  const closed = new Promise<readonly [number, string]>(resolve =>
    socket.once('close', (code, reason) => resolve([code, reason.toString()])),
  );
  await once(socket, 'open');
  socket.send('{"type":"connection_init"}');
  await once(socket, 'message');
  const messages: Message[] = [];
  socket.on('message', (data: Buffer) => messages.push(JSON.parse(data.toString()) as Message));
  for (let id = 0; id < subscriptions; id += 1) {
    socket.send(JSON.stringify({ id: String(id), type: 'subscribe', payload: { query } }));
  }
  return { socket, messages, closed };
}

/** How many subscriptions are open, as the server tells: the protocol has no word for "subscribed". */
async function openIn({ url }: RunningServer, token = ''): Promise<number> {
  const text = await (await fetch(`${url}/metrics`, { headers: bearer(token) })).text();
  return Number(/^hearsay_subscriptions_open (\d+)$/m.exec(text)?.[1]);
}

const subscribed = (server: RunningServer, count: number, token = ''): Promise<void> =>
  until(`${count} subscriptions are open`, async () => (await openIn(server, token)) === count);

/** Lets one more source say the first claim; gives the place of its last event. */
async function attach(ledger: Ledger, title = 'a report'): Promise<number> {
  const claim = [...ledger.graph.claims()][0]?.claim.id ?? '';
  const named = `${title} ${ledger.graph.seq}`;
  const source = { new: { kind: 'REPORT', title: named, partyDescribedAs: 'someone' } } as const;
  const { events } = await ledger.execute({ type: 'AttachSource', claim, own: true, source }, 'tests');
  return events.at(-1)?.seq ?? 0;
}

const heard = (all: readonly Listening[], count: number): Promise<void> =>
  until('all have heard', () => all.every(({ messages }) => messages.length >= count));

test('two hundred equal subscriptions on four WebSockets are run once for each change, and each hears of it under its id', async () => {
  const served = await serve();
  const runs = vi.spyOn(ClaimChangeType.prototype, 'statusAfter', 'get');
  const all: Listening[] = [];
  for (let n = 0; n < 4; n += 1) all.push(await listen(served, 50));
  await subscribed(served, 200);
  const seq = await attach(served.ledger);
  await heard(all, 50);
  expect(runs).toHaveBeenCalledTimes(1);
  for (const { messages } of all) {
    expect(new Set(messages.map(({ id }) => id)).size).toBe(50);
    expect(messages.every(({ type }) => type === 'next')).toBe(true);
    expect(messages[0]?.payload).toMatchObject({ data: { claimChanged: { cause: { seq } } } });
  }
});

test('a token that is revoked between two results ends its WebSocket; who shares the subscription hears on', async () => {
  const guarded = await openGuardedLedger();
  endings.push(() => guarded.stop());
  const { tokens, tokenFile, ledger } = guarded;
  const guest = addToken(tokenFile, 'guest', 'read');
  const leaving = await listen(guarded, 1, { token: guest });
  const staying = await listen(guarded, 1, { token: tokens.read });
  await subscribed(guarded, 2, tokens.read);
  await attach(ledger);
  await heard([leaving, staying], 1);
  dropToken(tokenFile, 'guest');
  await attach(ledger);
  await heard([staying], 2);
  expect((await leaving.closed)[0]).toBe(4401);
  expect(leaving.messages).toHaveLength(1);
});

describe('who does not read is dropped with a code, and others hear on', () => {
  const query =
    'subscription { claimChanged { claim { attestations(first: 100) { nodes { source { title } } } } cause { seq } } }';
  const cases: readonly (readonly [string, Partial<Limits>])[] = [
    ['where too much waits for it', { unsentBytes: 500_000 }],
    ['where too much waits for all together', { allUnsentBytes: 500_000 }],
  ];
  test.each(cases)('%s', async (_, limits) => {
    const served = await serve(limits);
    const [sleeper, reader] = [await listen(served, 50, { query }), await listen(served, 1)];
    await subscribed(served, 51);
    sleeper.socket.pause();
    let told = 0;
    // More than the system keeps by itself between two ends of a connection.
    while ((await openIn(served)) === 51) {
      await attach(served.ledger, 'x'.repeat(500));
      await heard([reader], (told += 1));
    }
    await attach(served.ledger);
    await heard([reader], told + 1);
    sleeper.socket.resume();
    const [code, reason] = await sleeper.closed;
    expect([code, reason.split(':')[0]]).toEqual([1013, 'SUBSCRIPTION_TOO_SLOW']);
    expect(reader.socket.readyState).toBe(WebSocket.OPEN);
    const metrics = await (await fetch(`${served.url}/metrics`)).text();
    expect(metrics).toMatch(/hearsay_refusals_total\{code="SUBSCRIPTION_TOO_SLOW"\} \d/);
  });
});

test('past as many subscriptions as there may be, one more is refused with a code, and the rest live on', async () => {
  const served = await serve({ subscriptions: 3 });
  const [first, second] = [await listen(served, 2), await listen(served, 2)];
  await heard([second], 1);
  const [refusal] = second.messages;
  expect(refusal).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'TOO_MANY_OPEN' } }] });
  await attach(served.ledger);
  await heard([first, second], 2);
});

test('a result past the limits of an operation is told as refused, and the subscription goes on', async () => {
  const served = await serve({ steps: 1 });
  const listening = await listen(served, 1);
  await subscribed(served, 1);
  await attach(served.ledger);
  await attach(served.ledger);
  await heard([listening], 2);
  for (const { type, payload } of listening.messages) {
    expect(type).toBe('next');
    expect(payload).toMatchObject({ data: null, errors: [{ extensions: { code: 'QUERY_TOO_COSTLY' } }] });
  }
});
