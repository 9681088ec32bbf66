import { createClient, type Client, type FormattedExecutionResult } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import WebSocket from 'ws';
import type { Scope } from '../../../src/graphql/auth/scope.js';
import { makeToken } from '../../../src/graphql/auth/token.js';
import { addToken, dropToken, openGuardedLedger, type GuardedLedger } from '../../fixtures/guarded-ledger.js';

const STATS = '{ stats { seq } }';
const ADD = 'mutation { addEntity(input: { kind: TOPIC, label: "By socket" }) { entity { id } } }';
const CHANGED = 'subscription { claimChanged { statusAfter } }';
const UNAUTHENTICATED = 4401;

let guarded: GuardedLedger;
beforeAll(async () => (guarded = await openGuardedLedger()));
afterAll(async () => guarded.stop());

/** A page's client says who it is when it connects, other programs may do so by a header. */
function clientWith(params: Record<string, unknown>, headers: Record<string, string> = {}): Client {
  class Headed extends WebSocket {
    constructor(url: string, protocols: string) {
      super(url, protocols, { headers });
    }
  }
  const url = guarded.apiUrl.replace('http', 'ws');
  return createClient({
    url,
    webSocketImpl: Headed,
    retryAttempts: 0,
    connectionParams: params,
    // One connection for all that a client asks, which stays open between two operations.
    lazy: false,
    onNonLazyError: () => undefined,
  });
}

/** The codes of an answer's errors, or how the connection was closed. */
async function outcome(client: Client, query: string): Promise<unknown> {
  try {
    const { value } = await client.iterate({ query }).next();
    return codesOf((value as FormattedExecutionResult).errors);
  } catch (problem) {
    if (Array.isArray(problem)) return codesOf(problem as FormattedExecutionResult['errors']);
    const { code, reason } = problem as { code: number; reason: string };
    expect(reason).not.toContain('hearsay_');
    return code;
  } finally {
    await client.dispose();
  }
}

const codesOf = (errors: FormattedExecutionResult['errors'] = []): unknown[] =>
  errors.map(({ extensions }) => extensions?.['code']);

const bearer = (scope: Scope): string => `Bearer ${guarded.tokens[scope]}`;

describe('a WebSocket needs a token, when it connects or by a header', () => {
  const cases: readonly (readonly [string, () => Client, unknown])[] = [
    ['nothing', () => clientWith({}), UNAUTHENTICATED],
    [
      'a token that nobody made',
      () => clientWith({ authorization: `Bearer ${makeToken()}` }),
      UNAUTHENTICATED,
    ],
    ['no text', () => clientWith({ authorization: { token: guarded.tokens.read } }), UNAUTHENTICATED],
    ['a wrong header', () => clientWith({}, { authorization: 'Bearer nope' }), UNAUTHENTICATED],
    ['a token when it connects', () => clientWith({ authorization: bearer('read') }), []],
    ['one under a capital', () => clientWith({ Authorization: bearer('read') }), []],
    ['a token by header', () => clientWith({}, { authorization: bearer('read') }), []],
  ];
  test.each(cases)('%s', async (_, client, expected) => {
    expect(await outcome(client(), STATS)).toEqual(expected);
  });
});

test.each<readonly [Scope, string, unknown]>([
  ['read', ADD, ['FORBIDDEN']],
  ['write', ADD, []],
])('a mutation by WebSocket demands its scope: %s', async (scope, query, expected) => {
  const before = guarded.ledger.graph.seq;
  expect(await outcome(clientWith({ authorization: bearer(scope) }), query)).toEqual(expected);
  expect(guarded.ledger.graph.seq > before).toBe(scope === 'write');
});

/** A client with a token of its own, and the code with which its connection is closed. */
function openGuest(): { client: Client; closed: Promise<number> } {
  const client = clientWith({ authorization: `Bearer ${addToken(guarded.tokenFile, 'guest', 'read')}` });
  const closed = new Promise<number>(resolve => {
    client.on('closed', event => resolve((event as { code: number }).code));
  });
  return { client, closed };
}

/** Lets one more source say the first claim, and waits until those who follow were told. */
async function attach(title: string): Promise<void> {
  const claim = [...guarded.ledger.graph.claims()][0]?.claim.id ?? '';
  const source = { new: { kind: 'REPORT', title, partyDescribedAs: 'someone' } } as const;
  await guarded.ledger.attachSource({ type: 'AttachSource', claim, own: true, source }, 'tests');
  await new Promise(resolve => setImmediate(resolve));
}

describe('a token that is revoked ends its WebSocket', () => {
  test('at its next operation', async () => {
    const { client, closed } = openGuest();
    await client.iterate({ query: STATS }).next();
    dropToken(guarded.tokenFile, 'guest');
    await expect(client.iterate({ query: STATS }).next()).rejects.toMatchObject({ code: UNAUTHENTICATED });
    expect(await closed).toBe(UNAUTHENTICATED);
  });

  test('before the next change that it would hear of', async () => {
    const { client, closed } = openGuest();
    const heard: unknown[] = [];
    const ended = new Promise<void>(resolve => {
      const done = () => resolve();
      client.subscribe({ query: CHANGED }, { next: value => heard.push(value), error: done, complete: done });
    });
    // The protocol has no word for "subscribed", so sources are attached until one is heard of.
    let attached = 0;
    for (; heard.length === 0; attached += 1) await attach(`Heard ${attached}`);
    // Changes of sources that were attached before may be on their way still.
    dropToken(guarded.tokenFile, 'guest');
    for (let n = 0; n < 3; n += 1) await attach(`Not heard ${n}`);
    expect(await closed).toBe(UNAUTHENTICATED);
    await ended;
    expect(heard.length).toBeLessThanOrEqual(attached);
  });
});
