// How much work a caller may have done in a minute. Time is told by the test.
import type { GraphQLError } from 'graphql';
import { expect, test } from 'vitest';
import { RateLimit } from '../../../src/graphql/operation/rate-limit.js';
import { LIMITS } from '../../../src/graphql/operation/request-limits.js';
import { openLoadedLedger } from '../../fixtures/loaded-ledger.js';
import { openServedLedger } from '../../fixtures/served-ledger.js';

function limitOf(perMinute: number) {
  const clock = { ms: 0 };
  const rates = new RateLimit(perMinute, () => clock.ms);
  const refusal = (caller: string): GraphQLError | null => {
    try {
      rates.refuse(caller);
      return null;
    } catch (error) {
      return error as GraphQLError;
    }
  };
  return { clock, rates, refusal };
}

test('who took the steps of a minute is refused until time has made them good; others are not', () => {
  const { clock, rates, refusal } = limitOf(6000);
  expect(refusal('Ann')).toBeNull();
  rates.charge('Ann', 9000);
  expect(refusal('Ann')?.extensions).toMatchObject({ code: 'RATE_LIMITED', retryAfter: 32 });
  expect(refusal('Bob')).toBeNull();
  clock.ms = 31_000;
  expect(refusal('Ann')).not.toBeNull();
  clock.ms = 32_000;
  expect(refusal('Ann')).toBeNull();
});

test('many small operations count too, each the least', () => {
  const { refusal } = limitOf(1000);
  const refused = Array.from({ length: 12 }, () => refusal('Ann')).map(Boolean);
  expect(refused.indexOf(true)).toBe(10);
});

test('0 limits nobody', () => {
  const { rates, refusal } = limitOf(0);
  rates.charge('Ann', 1e12);
  expect(refusal('Ann')).toBeNull();
});

test('by HTTP it is 429 with the seconds to wait, for a query that is warm too', async () => {
  const { ledger } = await openLoadedLedger();
  const served = await openServedLedger(ledger, { ...LIMITS, callerSteps: 1000 });
  try {
    const ask = async (): Promise<Response> =>
      fetch(served.apiUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ stats { seq } }' }),
      });
    const answers: Response[] = [];
    for (let time = 0; time < 12; time += 1) answers.push(await ask());
    expect(answers[0]?.status).toBe(200);
    const last = answers.at(-1);
    expect(last?.status).toBe(429);
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await last?.text()).toContain('RATE_LIMITED');
  } finally {
    await served.stop();
  }
});
