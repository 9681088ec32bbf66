// However deep what is sent nests, it is answered or refused with a code, and the server stays.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { openServedLedger, type ServedLedger } from '../fixtures/served-ledger.js';

const DEPTHS = [100, 1000, 2400, 10_000, 100_000];
const QUERY = 'query ($n: Int) { claims(first: $n) { nodes { id } } }';

let served: ServedLedger;
beforeAll(async () => {
  served = await openServedLedger();
});
afterAll(() => served.stop());
beforeEach(() => void served.incidents.splice(0));

const nested = (open: string, depth: number, close: string): string =>
  `${open.repeat(depth)}1${close.repeat(depth)}`;

const asked = (query: string, variables = '{}', extensions = '{}'): string =>
  `{"query":${JSON.stringify(query)},"variables":${variables},"extensions":${extensions}}`;

/** Bodies by what nests in them, which are valid JSON; each list in a list is an item given, and counts for the cost. */
const BODIES: [string, (depth: number) => string, string | ((depth: number) => string)][] = [
  [
    'a list for a number',
    depth => asked(QUERY, `{"n":${nested('[', depth, ']')}}`),
    depth => (depth === 100_000 ? 'QUERY_TOO_COSTLY' : 'BAD_USER_INPUT'),
  ],
  ['an object for a number', depth => asked(QUERY, `{"n":${nested('{"a":', depth, '}')}}`), 'BAD_USER_INPUT'],
  [
    'an input object',
    depth =>
      asked(
        'query ($f: ClaimFilter) { claims(filter: $f) { totalCount } }',
        `{"f":${nested('{"a":', depth, '}')}}`,
      ),
    'BAD_USER_INPUT',
  ],
  [
    'a variable nobody asked for',
    depth => asked('{ __typename }', `{"n":${nested('[', depth, ']')}}`),
    'data',
  ],
  ['extensions', depth => asked('{ __typename }', '{}', `{"x":${nested('{"a":', depth, '}')}}`), 'data'],
  [
    'a list in the text',
    depth => asked(`{ claims(first: ${nested('[', depth, ']')}) { totalCount } }`),
    'GRAPHQL',
  ],
  [
    'an object in the text',
    depth => asked(`{ claims(filter: ${nested('{a:', depth, '}')}) { totalCount } }`),
    'GRAPHQL',
  ],
  ['fields', depth => asked(nested('{a', depth, '}')), 'GRAPHQL'],
  [
    'a default',
    depth => asked(`query ($n: Int = ${nested('[', depth, ']')}) { claims(first: $n) { totalCount } }`),
    'GRAPHQL',
  ],
  [
    'a type',
    depth =>
      asked(`query ($n: ${'['.repeat(depth)}Int${']'.repeat(depth)}) { claims(first: $n) { totalCount } }`),
    'GRAPHQL',
  ],
];
const CASES = BODIES.flatMap(([what, body, code]) =>
  DEPTHS.map(depth => [what, depth, body(depth), typeof code === 'string' ? code : code(depth)] as const),
);

interface Answer {
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

/** 'data', or the first error's code; no message may be the engine's. */
function outcome({ errors }: Answer): string {
  expect(JSON.stringify(errors ?? [])).not.toMatch(/call stack|RangeError|stacktrace/);
  return errors?.[0]?.extensions.code ?? 'data';
}

test.each(CASES)('%s, %d deep, by POST', async (_, __, body, code) => {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(served.apiUrl, { method: 'POST', headers, body });
  expect(response.status).toBe(code === 'data' ? 200 : 400);
  expect(outcome((await response.json()) as Answer)).toMatch(code);
  expect(served.incidents).toEqual([]);
});

test.each(CASES)('%s, %d deep, by WebSocket', async (_, __, body, code) => {
  expect(outcome(await bySocket(body))).toMatch(code);
  expect(served.incidents).toEqual([]);
});

/** What comes back for a payload that is sent as it is written: clients write JSON by recursion, and could not send it. */
async function bySocket(payload: string): Promise<Answer> {
  const socket = new WebSocket(served.apiUrl.replace('http', 'ws'), 'graphql-transport-ws');
  try {
    return await new Promise((resolve, reject) => {
      socket.on('open', () => socket.send('{"type":"connection_init"}'));
      socket.on('close', (code, reason) => reject(new Error(`closed ${code} ${reason.toString()}`)));
      socket.on('error', reject);
      socket.on('message', (data: Buffer) => {
        const { type, payload: told } = JSON.parse(data.toString()) as { type: string; payload: unknown };
        if (type === 'connection_ack') socket.send(`{"id":"1","type":"subscribe","payload":${payload}}`);
        else if (type === 'error') resolve({ errors: told } as Answer);
        else if (type === 'next') resolve(told as Answer);
      });
    });
  } finally {
    socket.removeAllListeners('close').terminate();
  }
}
