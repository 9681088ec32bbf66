// GraphQL over HTTP: the audits of `graphql-http`, all of them, against the server as it is served.
import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openServedLedger, type ServedLedger } from '../fixtures/served-ledger.js';

let served: ServedLedger;
beforeAll(async () => (served = await openServedLedger()));
afterAll(() => served.stop());

/** A header that no plain form of another page can send: without it a GET is refused, and stays so. */
const fetchFn = (url: string, init: RequestInit = {}): Promise<Response> => {
  const headers = new Headers(init.headers);
  headers.set('apollo-require-preflight', 'yes');
  return fetch(url, { ...init, headers });
};

const AUDITS = serverAudits({ url: () => served.apiUrl, fetchFn });

test('there are 61 audits', () => expect(AUDITS).toHaveLength(61));

test.each(AUDITS.map(audit => [audit.name, audit] as const))('%s', async (_, audit) => {
  // By the third time, what was answered without an error takes the ways past Apollo.
  for (let time = 0; time < 3; time += 1) {
    const result = await audit.fn();
    expect('reason' in result ? result.reason : result.status).toBe('ok');
  }
});
