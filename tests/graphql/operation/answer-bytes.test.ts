// An answer has a limit in bytes, on every way: by Apollo, compiled, and by WebSocket.
import { createClient } from 'graphql-ws';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { LIMITS } from '../../../src/graphql/operation/request-limits.js';
import { openLoadedLedger } from '../../fixtures/loaded-ledger.js';
import { openServedLedger, type ServedLedger } from '../../fixtures/served-ledger.js';

const QUERY = 'query ($n: Int) { claims(first: $n) { nodes { id sentence } } }';
let served: ServedLedger;

beforeEach(async () => {
  const { ledger } = await openLoadedLedger();
  served = await openServedLedger(ledger, { ...LIMITS, answerBytes: 1000 });
});
afterEach(() => served.stop());

async function post(query: string, n: number): Promise<{ status: number; text: string }> {
  const response = await fetch(served.apiUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { n } }),
  });
  return { status: response.status, text: await response.text() };
}

test('a longer one is refused with a code, by Apollo and compiled, and a shorter one is answered', async () => {
  const first = await post(QUERY, 50);
  expect(first.status).toBe(400);
  expect(JSON.parse(first.text)).toEqual({
    errors: [
      {
        message: expect.stringContaining('more than 1,000 bytes') as string,
        extensions: { code: 'ANSWER_TOO_LONG', limit: 'answerBytes' },
      },
    ],
  });
  // Once it was answered it is known, and compiled from then on.
  expect((await post(QUERY, 1)).status).toBe(200);
  expect(await post(QUERY, 50)).toEqual(first);
});

test('bytes are counted, not characters', async () => {
  const query = `query ($n: Int) { search(text: "최룡해", first: $n) { nodes { names(first: 100) { text } } } }`;
  const text = (await post(query, 1)).text;
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1000);
});

test('by WebSocket too', async () => {
  const client = createClient({ url: served.apiUrl.replace('http', 'ws'), webSocketImpl: WebSocket });
  try {
    const told = await new Promise<unknown>((resolve, reject) => {
      client.subscribe(
        { query: QUERY, variables: { n: 50 } },
        { next: resolve, error: reject, complete: () => undefined },
      );
    });
    expect(JSON.stringify(told)).toContain('ANSWER_TOO_LONG');
  } finally {
    await client.dispose();
  }
});
