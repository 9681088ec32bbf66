// The worst neighbourhood there is: everybody tied to everybody. Walks stop at their limits, say so, and let others be served.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Command } from '../../src/domain/command.js';
import { ask } from '../fixtures/ask-api.js';
import { openLedger } from '../fixtures/open-ledger.js';
import { openServedLedger, type ServedLedger } from '../fixtures/served-ledger.js';

const SIZE = 200;
const id = (number: number): string => `entity:complete/${number}`;
const numbers = Array.from({ length: SIZE }, (_, number) => number);

/** All stand in a ring: those near one another are tied by another predicate, which a walk must look for among all the ties. */
const NEAR = 11;
const tie = (a: number, b: number): string => (Math.min(b - a, SIZE - (b - a)) <= NEAR ? 'praises' : 'meets');

let server: ServedLedger;

beforeAll(async () => {
  const { ledger } = await openLedger();
  const entities = numbers.map((number): Command => ({
    type: 'AddEntity',
    id: id(number),
    kind: 'PERSON',
    label: `Person ${number}`,
  }));
  const claims = numbers.flatMap(a =>
    numbers
      .filter(b => b > a)
      .map((b): Command => ({ type: 'MakeClaim', subject: id(a), predicate: tie(a, b), object: id(b) })),
  );
  await ledger.executeAll([...entities, ...claims], 'tests');
  server = await openServedLedger(ledger);
});
afterAll(() => server.stop());

interface Cut {
  readonly truncated: boolean;
  readonly reason: string;
  readonly explored: number;
}

async function whileOthersAsk(field: string, query: string): Promise<{ cut: Cut; servedBefore: number }> {
  const served: string[] = [];
  const walk = ask(server.apiUrl, query).then(answer => {
    served.push('walk');
    return answer;
  });
  const others = Array.from({ length: 3 }, async () => {
    await ask(server.apiUrl, '{ stats { seq } }');
    served.push('other');
  });
  const { data, codes } = await walk;
  await Promise.all(others);
  expect(codes).toEqual([]);
  return { cut: data[field] as Cut, servedBefore: served.indexOf('walk') };
}

test('a walk of five hops is cut, says so, and others are served meanwhile', async () => {
  const query = `{ neighborhood(of: "${id(0)}", hops: 5, limit: 1000, predicates: ["praises"]) { truncated reason explored claims { id } } }`;
  const { cut, servedBefore } = await whileOthersAsk('neighborhood', query);
  expect(cut).toMatchObject({ truncated: true, reason: expect.stringContaining('1,000 claims') as string });
  expect(cut.explored).toBeGreaterThan(10_000);
  expect(servedBefore).toBeGreaterThan(0);
});

test('paths of six hops and more are cut, say so, and others are served meanwhile', async () => {
  const query = `{ paths(from: "${id(0)}", to: "${id(6 * NEAR)}", maxHops: 8, limit: 100, avoidHubs: false, predicates: ["praises"]) {
    truncated reason explored paths { hops { forward } } } }`;
  const { cut, servedBefore } = await whileOthersAsk('paths', query);
  expect(cut).toMatchObject({ truncated: true, reason: expect.stringContaining('100') as string });
  expect(cut.explored).toBeGreaterThan(10_000);
  expect(servedBefore).toBeGreaterThan(0);
});

test('where all passages are hubs, the direct way is found and what was avoided is told', async () => {
  const query = `{ paths(from: "${id(0)}", to: "${id(1)}", maxHops: 3) { truncated reason paths { hops { forward } } } }`;
  const { data } = await ask(server.apiUrl, query);
  expect(data['paths']).toMatchObject({ truncated: false, paths: [{ hops: [{ forward: true }] }] });
  expect((data['paths'] as Cut).reason).toContain('more than 100 claims');
});
