// One admission: what refuses a request or an operation refuses it on every way: Apollo, compiled, kept, GET, mutations, WebSockets.
import { GraphQLError } from 'graphql';
import { createClient } from 'graphql-ws';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Asked, Rejection } from '../../../src/graphql/front/asked.js';
import type { AskedOperation } from '../../../src/graphql/operation/admission.js';
import { startServer, type RunningServer } from '../../../src/graphql/server.js';
import { openLoadedLedger } from '../../fixtures/loaded-ledger.js';

const QUERY = '{ claims(first: 2) { nodes { id status } } }';
const MUTATION =
  'mutation { addEntity(input: { kind: PERSON, label: "A" }) { entity { id } userErrors { code } } }';

/** What the registered checks do now, and how often they were asked. */
const checks = { refuseRequests: false, refuseOperations: false, asked: 0 };
let served: RunningServer;
let seq: () => number;

beforeEach(async () => {
  Object.assign(checks, { refuseRequests: false, refuseOperations: false, asked: 0 });
  const { ledger } = await openLoadedLedger();
  seq = () => ledger.graph.seq;
  served = await startServer({
    ledger,
    by: 'tests',
    port: 0,
    webFolder: '',
    log: (_, error) => {
      throw error;
    },
    checks: { request: [requestCheck], operation: [operationCheck] },
  });
});
afterEach(() => served.close());

function requestCheck({ isOperation }: Asked): Rejection | null {
  checks.asked += 1;
  const refused = { status: 403, code: 'FORBIDDEN', message: 'No request is let in.' } as const;
  return isOperation && checks.refuseRequests ? refused : null;
}

function operationCheck({ operation }: AskedOperation): void {
  if (!checks.refuseOperations) return;
  throw new GraphQLError(`No ${operation.operation} may run.`, {
    extensions: { code: 'FORBIDDEN', http: { status: 403 } },
  });
}

async function post(query: string): Promise<string> {
  const response = await fetch(served.apiUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return outcome(await response.json());
}

async function get(query: string): Promise<string> {
  const url = `${served.apiUrl}?query=${encodeURIComponent(query)}`;
  const response = await fetch(url, { headers: { 'apollo-require-preflight': 'yes' } });
  return outcome(await response.json());
}

/** 'data', or the code of the first error. */
function outcome(answer: unknown): string {
  const { errors } = answer as { errors?: { extensions: { code: string } }[] };
  return errors?.[0]?.extensions.code ?? 'data';
}

/** Asks by a WebSocket that is open before `meanwhile` happens. */
async function bySocket(query: string, meanwhile: () => void = () => undefined): Promise<string> {
  const client = createClient({
    url: served.apiUrl.replace('http', 'ws'),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    lazy: false,
    onNonLazyError: () => undefined,
  });
  try {
    await new Promise(resolve => client.on('connected', resolve));
    meanwhile();
    return await new Promise(resolve => {
      client.subscribe(
        { query },
        {
          next: answer => resolve(outcome(answer)),
          error: error =>
            resolve(
              Array.isArray(error)
                ? outcome({ errors: error })
                : `closed ${(error as { code: number }).code}`,
            ),
          complete: () => resolve('nothing'),
        },
      );
    });
  } finally {
    await client.dispose();
  }
}

/** The same query by each way that there is: by Apollo first, then compiled, then with the answer that was kept. */
async function warm(): Promise<void> {
  for (let time = 0; time < 3; time += 1) expect(await post(QUERY)).toBe('data');
}

describe('a check that refuses requests', () => {
  test('is asked before a query that is warm, by POST and by GET, and before a mutation', async () => {
    await warm();
    const { asked } = checks;
    checks.refuseRequests = true;
    expect([await post(QUERY), await get(QUERY), await post(MUTATION)]).toEqual([
      'FORBIDDEN',
      'FORBIDDEN',
      'FORBIDDEN',
    ]);
    expect(checks.asked).toBeGreaterThan(asked);
  });

  test('is asked before a query that is compiled, for other variables', async () => {
    const query = 'query ($n: Int) { claims(first: $n) { nodes { id } } }';
    const ask = async (n: number): Promise<number> => {
      const body = JSON.stringify({ query, variables: { n } });
      const headers = { 'content-type': 'application/json' };
      return (await fetch(served.apiUrl, { method: 'POST', headers, body })).status;
    };
    expect([await ask(1), await ask(2)]).toEqual([200, 200]);
    checks.refuseRequests = true;
    expect(await ask(3)).toBe(403);
  });

  test('is asked before a WebSocket opens, and again for each operation on it', async () => {
    expect(await bySocket(QUERY)).toBe('data');
    expect(await bySocket(QUERY, () => (checks.refuseRequests = true))).toBe('closed 4403');
    const response = await fetch(served.apiUrl, { headers: { accept: 'application/json' } });
    expect(response.status).toBe(403);
    const refused = new WebSocket(served.apiUrl.replace('http', 'ws'), 'graphql-transport-ws');
    const told = await new Promise(resolve => refused.once('error', error => resolve(error.message)));
    expect(told).toContain('403');
  });
});

describe('a check that refuses operations', () => {
  test('is asked before a query that is warm, by POST and by GET', async () => {
    await warm();
    checks.refuseOperations = true;
    expect([await post(QUERY), await get(QUERY)]).toEqual(['FORBIDDEN', 'FORBIDDEN']);
  });

  test('is asked before a query that is compiled, for other variables', async () => {
    await post('query ($n: Int) { claims(first: $n) { nodes { id } } }');
    checks.refuseOperations = true;
    expect(await post('query ($n: Int) { claims(first: $n) { nodes { id } } }')).toBe('FORBIDDEN');
  });

  test('is asked before a mutation, which then records nothing', async () => {
    const before = seq();
    checks.refuseOperations = true;
    expect(await post(MUTATION)).toBe('FORBIDDEN');
    expect(seq()).toBe(before);
  });

  test('is asked before each operation of a WebSocket, subscriptions too', async () => {
    checks.refuseOperations = true;
    expect(await bySocket(QUERY)).toBe('FORBIDDEN');
    expect(await bySocket('subscription { claimChanged { statusAfter } }')).toBe('FORBIDDEN');
  });
});

test('the name of an operation is no way to another query', async () => {
  const [a, b] = ['query A { stats { seq } }', '{ stats { claims } }'];
  const ask = async (query: string, operationName: string): Promise<string> => {
    const response = await fetch(served.apiUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, operationName }),
    });
    return response.text();
  };
  for (let time = 0; time < 3; time += 1) await ask(a, 'A');
  // Put together with a line feed, both would be one text.
  expect(await ask(`${b}`, `A\n${a}`)).toContain('OPERATION_RESOLUTION_FAILURE');
  const split = await ask('query A { stats { seq } }\n{ stats { claims } }'.slice(10), 'query A { ');
  expect(split).not.toContain('"data"');
});
