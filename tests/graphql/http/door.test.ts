// The door: what is too large, too slow or too much is refused or let go, and the server goes on answering.
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { LIMITS, type Limits } from '../../../src/graphql/operation/request-limits.js';
import { ask, send } from '../../fixtures/ask-api.js';
import { openLedger } from '../../fixtures/open-ledger.js';
import { openServedLedger } from '../../fixtures/served-ledger.js';
import { answers, closed, dial, goneUnread, headOf, serve } from './door-server.js';

const STATS = '{ stats { seq } }';
const SMALL: Partial<Limits> = {
  ...{ bodyBytes: 2000, tokens: 300, depth: 5, aliases: 2, directives: 2, selections: 30, pageRows: 10 },
  ...{ cost: 8000, rootFieldCost: 5000 },
};

describe('what goes past a limit is refused with 400 or 413, a code, and JSON', () => {
  const cases: readonly (readonly [string, string, number, string])[] = [
    ['too long a body', `{ stats { seq } } # ${'x'.repeat(3000)}`, 413, 'BODY_TOO_LARGE'],
    ['too many tokens', `{ stats { ${'seq '.repeat(300)} } }`, 400, 'GRAPHQL_PARSE_FAILED'],
    [
      'too deep a nest',
      '{ claims { nodes { subject { claims { nodes { id } } } } } }',
      400,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['too many aliases', '{ a: stats { b: seq c: seq } }', 400, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'too many directives',
      `{ stats { ${['seq', 'claims', 'sources'].map(name => `${name} @skip(if: false)`).join(' ')} } }`,
      400,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'fragments that spread each other twice',
      `{ ...a } fragment a on Query { ...b ...b } fragment b on Query { ...c ...c } fragment c on Query { ...d ...d } fragment d on Query { ...e ...e } fragment e on Query { stats { seq } }`,
      400,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['too long a page', '{ claims(first: 11) { totalCount } }', 400, 'INVALID_INPUT'],
    [
      'too costly lists',
      '{ claims(first: 10) { nodes { attestations(first: 1000) { nodes { id } } } } }',
      400,
      'QUERY_TOO_COSTLY',
    ],
    ['too many fields at the top', `{ stats { seq } predicates { id } }`, 400, 'QUERY_TOO_COSTLY'],
  ];
  test.each(cases)('%s', async (_, query, status, code) => {
    const { apiUrl } = await serve(SMALL);
    for (const accept of ['*/*', 'application/json', 'text/html;q=0.9, application/json']) {
      const headers = { 'content-type': 'application/json', accept };
      const answer = await send(apiUrl, { method: 'POST', headers, body: JSON.stringify({ query }) });
      expect([answer.status, answer.codes]).toEqual([status, [code]]);
      expect(answer.type).toMatch(/^application\/(graphql-response\+)?json/);
      expect(answer.text).not.toMatch(/<|\bat .*\.[jt]s:/);
    }
  });

  test('inline fragments inside each other count for the depth', async () => {
    const { apiUrl } = await serve({ ...SMALL });
    const query = `{ ${'... { '.repeat(6)} stats { seq } ${'} '.repeat(6)} }`;
    expect((await ask(apiUrl, query)).codes).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });
});

describe('an operation that takes too long', () => {
  const add =
    'mutation { addEntity(input: { kind: PERSON, label: "A" }) { entity { id } userErrors { code } } }';

  test('is given up with a code, its walk stops, and the next one is answered', async () => {
    const { ledger } = await openLedger();
    // An operation without any time: what it waits for comes too late, however fast the machine.
    const slow = await openServedLedger(ledger, { ...LIMITS, operationMs: 0 });
    try {
      for (const query of [STATS, add]) {
        const { status, codes, data } = await ask(slow.apiUrl, query);
        expect({ status, codes, data }).toEqual({ status: 422, codes: ['OPERATION_TIMEOUT'], data: {} });
      }
      expect(slow.incidents).toEqual([]);
    } finally {
      await slow.stop();
    }
    expect(ledger.graph.seq).toBe(0);
  });
});

describe('connections are let go when they bring nothing', () => {
  test('one that sends nothing, and one that never ends its headers', async () => {
    const server = await serve({ headersMs: 50 });
    const silent = await dial(server);
    const slow = await dial(server, headOf(server, 'POST', '/graphql', 'x-slow: '));
    await Promise.all([closed(silent), closed(slow)]);
    expect(await answers(server)).toBe(true);
  });

  test('one that never ends its body is told so in JSON', async () => {
    const server = await serve({ headersMs: 50, requestMs: 100 });
    const socket = await dial(
      server,
      headOf(server, 'POST', '/graphql', 'content-length: 100\r\n\r\n{"query"'),
    );
    const told = await text(socket);
    expect(told).toMatch(/^HTTP\/1\.1 408 [^]*content-type: application\/json[^]*"BAD_REQUEST"/);
    expect(await answers(server)).toBe(true);
  });

  test('one that rests after its answer', async () => {
    const server = await serve({ restMs: 20 });
    const socket = await dial(server, headOf(server, 'GET', '/nothing', '\r\n'));
    expect(await text(socket)).toContain('ROUTE_NOT_FOUND');
    expect(await answers(server)).toBe(true);
  });

  test('one that asks and does not take the answer', async () => {
    const server = await serve({ exchangeMs: 100 });
    const body = JSON.stringify({
      query: `{ __schema { types { name description fields { description } } } }`,
    });
    const socket = await dial(server);
    socket.pause();
    // More answers than the buffers of both sides hold.
    const one = `${headOf(server, 'POST', '/graphql', `content-length: ${body.length}\r\n\r\n`)}${body}`;
    socket.write(one.repeat(300));
    const gone = goneUnread(socket);
    const looking = setInterval(() => socket.write(' '), 20);
    await gone;
    clearInterval(looking);
    expect(await answers(server)).toBe(true);
  });

  test('a client that vanishes in the middle', async () => {
    const server = await serve({});
    const half = headOf(server, 'POST', '/graphql', 'content-length: 50\r\n\r\n{');
    const vanishing = await Promise.all(Array.from({ length: 50 }, () => dial(server, half)));
    for (const socket of vanishing) socket.resetAndDestroy();
    expect(await answers(server)).toBe(true);
    expect(server.incidents).toEqual([]);
  });

  test('a thousand idle ones leave room for others', async () => {
    const server = await serve({});
    await Promise.all(Array.from({ length: 1000 }, () => dial(server)));
    expect(await answers(server)).toBe(true);
  });

  test('more than are allowed are closed at once, and when others leave there is room again', async () => {
    const server = await serve({ connections: 5, restMs: 1 });
    const first = await Promise.all(Array.from({ length: 5 }, () => dial(server)));
    await closed(await dial(server));
    for (const socket of first) socket.destroy();
    await Promise.all(first.map(closed));
    while (!(await answers(server).catch(() => false)));
    expect(await answers(server)).toBe(true);
  });
});

describe('what once led to a fault of the libraries beneath is refused with a code', () => {
  const CONDITION = 'subscription { claimChanged @skip(if: $unknown) { statusAfter } }';

  test('a condition of a subscription that hangs on an unknown variable', async () => {
    const server = await serve();
    const { status, codes } = await ask(server.apiUrl, CONDITION);
    expect([status, codes]).toEqual([400, ['SUBSCRIPTION_NEEDS_WEBSOCKET']]);
    const beside = `${CONDITION.replace('subscription', 'subscription S')} query Q { stats { seq @skip(if: true) } }`;
    const body = JSON.stringify({ query: beside, operationName: 'Q' });
    const headers = { 'content-type': 'application/json' };
    expect((await send(server.apiUrl, { method: 'POST', headers, body })).data).toEqual({ stats: {} });
  });

  test('a query that is to be known by its hash', async () => {
    const server = await serve();
    const extensions = { persistedQuery: { version: 1, sha256Hash: 'x' } };
    const headers = { 'content-type': 'application/json' };
    const answer = await send(server.apiUrl, {
      method: 'POST',
      headers,
      body: JSON.stringify({ extensions }),
    });
    expect([answer.status, answer.codes, server.incidents]).toEqual([400, ['BAD_REQUEST'], []]);
  });

  test('a mutation is not done and then refused for the type that its answer is to have', async () => {
    const server = await serve();
    const query = 'mutation { addEntity(input: { kind: PERSON, label: "A" }) { userErrors { code } } }';
    const headers = { 'content-type': 'application/json', accept: 'image/png' };
    const answer = await send(server.apiUrl, { method: 'POST', headers, body: JSON.stringify({ query }) });
    expect([answer.status, answer.codes, server.ledger.graph.seq]).toEqual([200, [], 1]);
  });

  test('documents as deep as the tokens allow', async () => {
    const server = await serve();
    for (const depth of [100, 400, 800, 1200, 1600, 2000, 2400]) {
      for (const query of [
        `${'{ a '.repeat(depth)} ${'}'.repeat(depth)}`,
        `{ claims(filter: ${'['.repeat(depth)}${']'.repeat(depth)}) { totalCount } }`,
        `query ($a: ${'['.repeat(depth)}Int${']'.repeat(depth)}) { stats { seq } }`,
      ]) {
        const { status, codes } = await ask(server.apiUrl, query);
        expect([status, codes[0]]).toEqual([
          400,
          expect.stringMatching(/^GRAPHQL_(PARSE|VALIDATION)_FAILED$/),
        ]);
      }
    }
    expect(server.incidents).toEqual([]);
  });
});
