import { createClient, type Client, type FormattedExecutionResult } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import WebSocket from 'ws';
import { LIMITS } from '../../../src/graphql/operation/request-limits.js';
import { ask } from '../../fixtures/ask-api.js';
import { openServedLedger, type ServedLedger } from '../../fixtures/served-ledger.js';

const COOLING = '{ claims(filter: { predicates: ["ties_cooling_with"] }) { nodes { id } } }';
const ATTACH = `mutation ($claim: ID!, $title: String!) {
  attachSource(input: {
    claim: $claim, own: true
    source: { new: { kind: REPORT, title: $title, partyDescribedAs: "someone" } }
  }) { outcome }
}`;
const CHANGED =
  'subscription ($about: ID) { claimChanged(about: $about) { statusAfter cause { seq by } claim { id } } }';

const socketAddress = ({ apiUrl }: ServedLedger): string => apiUrl.replace('http', 'ws');
const clientOf = (served: ServedLedger): Client =>
  createClient({ url: socketAddress(served), webSocketImpl: WebSocket, retryAttempts: 0 });

async function coolingClaim(api: string): Promise<string> {
  const { claims } = (await ask(api, COOLING)).data as { claims: { nodes: [{ id: string }] } };
  return claims.nodes[0].id;
}

type Errors = FormattedExecutionResult['errors'];
const codes = (errors: Errors = []): readonly unknown[] =>
  errors.map(({ extensions }) => extensions?.['code']);

/** Errors of an answer, or instead of one. */
async function codesOf(client: Client, query: string, variables = {}): Promise<readonly unknown[]> {
  try {
    const { value } = (await client.iterate({ query, variables }).next()) as {
      value: FormattedExecutionResult;
    };
    return codes(value.errors);
  } catch (errors) {
    if (!Array.isArray(errors)) throw errors;
    return codes(errors as Errors);
  }
}

test('a subscriber hears of a source attached by another request', async () => {
  const served = await openServedLedger();
  const client = clientOf(served);
  try {
    const claim = await coolingClaim(served.apiUrl);
    const changes = client.iterate({ query: CHANGED, variables: { about: claim } });
    let heard: unknown;
    const first = changes.next().then(next => (heard = next.value as unknown));
    // The protocol has no word for "subscribed", so sources are attached until one is heard of.
    for (let n = 0; heard === undefined; n += 1)
      await ask(served.apiUrl, ATTACH, { claim, title: `Source ${n}` });
    await first;
    expect(heard).toMatchObject({ data: { claimChanged: { claim: { id: claim }, cause: { by: 'tests' } } } });
  } finally {
    await client.dispose();
    await served.stop();
  }
});

describe('requests by WebSocket have the limits and codes of those by HTTP', () => {
  let served: ServedLedger;
  beforeAll(async () => (served = await openServedLedger()));
  afterAll(async () => served.stop());

  test.each([
    ['no GraphQL', 'subscription {', {}, ['GRAPHQL_PARSE_FAILED']],
    ['too long a document', `{ ${'a '.repeat(LIMITS.tokens)} }`, {}, ['GRAPHQL_PARSE_FAILED']],
    ['an unknown field', 'subscription { nope }', {}, ['GRAPHQL_VALIDATION_FAILED']],
    [
      'a variable that does not fit',
      'query ($n: Int) { claims(first: $n) { totalCount } }',
      { n: 'x' },
      ['BAD_USER_INPUT'],
    ],
    ['a page that is too long', '{ claims(first: 1000) { totalCount } }', {}, ['INVALID_INPUT']],
    [
      'two operations and no name',
      'query A { stats { seq } } query B { stats { seq } }',
      {},
      ['OPERATION_RESOLUTION_FAILURE'],
    ],
    ['too costly an operation', '{ claims(first: 999999) { nodes { id } } }', {}, ['QUERY_TOO_COSTLY']],
    ['a query that is right', '{ stats { seq } }', {}, []],
  ])('%s', async (_, query, variables, expected) => {
    const client = clientOf(served);
    expect(await codesOf(client, query, variables)).toEqual(expected);
    await client.dispose();
  });

  test('a page from elsewhere gets no WebSocket', async () => {
    const headers = { origin: 'http://evil.example' };
    const foreign = new WebSocket(socketAddress(served), 'graphql-transport-ws', { headers });
    const error = await new Promise<Error>(resolve => foreign.once('error', resolve));
    expect(error.message).toContain('403');
  });
});

test('closing the server says goodbye to subscribers', async () => {
  const served = await openServedLedger();
  const socket = new WebSocket(socketAddress(served), 'graphql-transport-ws');
  await new Promise(resolve => socket.once('open', resolve));
  const goodbye = new Promise(resolve => socket.once('close', resolve));
  await served.stop();
  expect(await goodbye).toBe(1001);
});
