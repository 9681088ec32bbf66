// Subscriptions that are shared: what is run once and for whom, without a WebSocket.
import { getOperationAST, parse, type ExecutionResult } from 'graphql';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { Scheduler } from '../../../src/graph/work/scheduler.js';
import { Admission } from '../../../src/graphql/operation/admission.js';
import type { Scope } from '../../../src/graphql/auth/scope.js';
import { ClaimChangeFeed } from '../../../src/graphql/changes/claim-change-feed.js';
import { errorFormatter } from '../../../src/graphql/errors/error-format.js';
import { Lanes } from '../../../src/graphql/sockets/lanes.js';
import { RateLimit } from '../../../src/graphql/operation/rate-limit.js';
import { LIMITS, type Limits } from '../../../src/graphql/operation/request-limits.js';
import { buildHearsaySchema } from '../../../src/graphql/schema.js';
import type { Taken } from '../../../src/graphql/sockets/socket-reader.js';
import { Subscriptions, type SocketContext } from '../../../src/graphql/sockets/subscriptions.js';
import { ClaimChangeType } from '../../../src/graphql/types/impact.js';
import { until } from '../../fixtures/until.js';
import { openTinyApi, type TinyApi } from '../tiny-api.js';

const CHANGED = 'subscription { claimChanged { statusAfter claim { id } } }';
const ABOUT = 'subscription ($about: ID) { claimChanged(about: $about) { statusAfter claim { id } } }';
const TWO = `subscription A { claimChanged { statusAfter } } subscription B { claimChanged { statusAfter } }`;

let schema: Awaited<ReturnType<typeof buildHearsaySchema>>;
beforeAll(async () => {
  schema = await buildHearsaySchema();
});

let api: TinyApi;
let endings: (() => unknown)[];
/** How often a result was worked out: each asks for the status once. */
let runs: { readonly count: number };
beforeEach(async () => {
  api = await openTinyApi();
  endings = [];
  const asked = vi.spyOn(ClaimChangeType.prototype, 'statusAfter', 'get');
  runs = {
    get count() {
      return asked.mock.calls.length;
    },
  };
});
afterEach(async () => {
  for (const end of endings) await end();
  vi.restoreAllMocks();
});

interface Asked {
  readonly query?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
  readonly by?: string;
  readonly scope?: Scope;
}

interface Heard {
  /** Data or codes of errors, one after the other. */
  readonly results: unknown[];
  /** Of a subscription that failed, or was refused. */
  readonly codes: unknown[];
  /** What becomes of the next result. */
  taken: Taken;
  leave: () => Promise<unknown>;
}

type Follow = (asked?: Asked) => Promise<Heard>;

const codesOf = (errors: readonly { readonly extensions?: object | undefined }[] = []): unknown[] =>
  errors.map(({ extensions }) => (extensions as { readonly code?: unknown } | undefined)?.code);

/** The subscriptions of one server under limits. @param rates of its callers. */
function serve(set: Partial<Limits> = {}, rates = new RateLimit(0)): Follow {
  const scheduler = new Scheduler();
  const limits = { ...LIMITS, ...set };
  const admission = new Admission(limits, scheduler, rates);
  const formatError = errorFormatter((_, error) => {
    throw error;
  });
  const ground = { admission, scheduler, lanes: new Lanes(4), most: limits, formatError };
  const subscriptions = new Subscriptions(ground, limits);
  const changes = new ClaimChangeFeed(api.ledger, scheduler);
  return async ({ query = CHANGED, variables, operationName, by = 'Tess', scope = 'read' } = {}) => {
    const heard: Heard = { results: [], codes: [], taken: 'sent', leave: () => Promise.resolve() };
    const take = (text: string): Taken => {
      const { data, errors } = JSON.parse(text) as ExecutionResult;
      heard.results.push(errors ? codesOf(errors) : data?.['claimChanged']);
      return heard.taken;
    };
    const contextValue: SocketContext = { ledger: api.ledger, changes, by, scope, query, reader: { take } };
    const document = parse(query);
    expect(getOperationAST(document, operationName)).not.toBeNull();
    const found = await subscriptions.follow({
      ...{ schema, document, contextValue, variableValues: variables ?? null },
      operationName: operationName ?? null,
    });
    if (!('next' in found)) {
      heard.codes.push(...codesOf(found.errors));
      return heard;
    }
    heard.leave = () => found.return?.() ?? Promise.resolve();
    endings.push(heard.leave);
    void found.next().catch((error: unknown) => heard.codes.push(...codesOf([error as object])));
    return heard;
  };
}

async function attach(claim = api.claims.cooling): Promise<void> {
  const source = {
    new: { kind: 'REPORT', title: `${api.ledger.graph.seq}`, partyDescribedAs: 'someone' },
  } as const;
  await api.ledger.execute({ type: 'AttachSource', claim, own: true, source }, 'Tess');
}

const heardBy = (all: readonly Heard[], count: number): Promise<void> =>
  until('all have heard', () => all.every(({ results }) => results.length >= count));

test('what two hundred ask for alike is worked out once for each change, and all are told the same', async () => {
  const follow = serve();
  const all = await Promise.all(Array.from({ length: 200 }, () => follow()));
  await attach();
  await attach();
  await heardBy(all, 2);
  expect(runs.count).toBe(2);
  const [first] = all;
  for (const { results } of all) expect(results).toEqual(first?.results);
  expect(first?.results[0]).toEqual({ statusAfter: 'SUPPORTED', claim: { id: api.claims.cooling } });
});

describe('two of whom it is worked out', () => {
  const about = (id: string): Asked => ({ query: ABOUT, variables: { about: id } });
  const cases: readonly (readonly [what: string, one: () => Asked, other: () => Asked, times: number])[] = [
    [
      'who ask with the same variables in another order',
      () => ({ variables: { a: 1, b: 2 } }),
      () => ({ variables: { b: 2, a: 1 } }),
      1,
    ],
    ['who have other names, and may do the same', () => ({ by: 'Ann' }), () => ({ by: 'Bob' }), 1],
    ['who may not do the same', () => ({ scope: 'read' }), () => ({ scope: 'write' }), 2],
    ['with other variables', () => about(api.claims.cooling), () => about(api.entities.china), 2],
    [
      'with another operation of one document',
      () => ({ query: TWO, operationName: 'A' }),
      () => ({ query: TWO, operationName: 'B' }),
      2,
    ],
    ['with another document', () => ({}), () => ({ query: CHANGED.replace('claim {', 'claim { status') }), 2],
  ];
  test.each(cases)('%s', async (_, one, other, times) => {
    const follow = serve();
    const all = [await follow(one()), await follow(other())];
    await attach();
    await heardBy(all, 1);
    expect(runs.count).toBe(times);
  });
});

test('who comes later is told of later changes only, and who leaves of none; the others hear on', async () => {
  const follow = serve();
  const [first, leaving] = [await follow(), await follow()];
  await attach();
  await heardBy([first, leaving], 1);
  await leaving.leave();
  const late = await follow();
  await attach(api.claims.envoy);
  await heardBy([first], 2);
  await heardBy([late], 1);
  expect([first, leaving, late].map(({ results }) => results.length)).toEqual([2, 1, 1]);
});

test('after all have left, one who comes is told again', async () => {
  const follow = serve();
  const first = await follow();
  await first.leave();
  const next = await follow();
  await attach();
  await heardBy([next], 1);
  expect(first.results).toEqual([]);
});

test.each<Taken>(['gone', 'too slow'])(
  'a reader that is %s is told no more, and the others are',
  async taken => {
    const follow = serve();
    const all = [await follow(), await follow(), await follow()];
    const [, dropped] = all;
    if (dropped) dropped.taken = taken;
    await attach();
    await heardBy(all, 1);
    await attach();
    const others = all.filter(one => one !== dropped);
    await heardBy(others, 2);
    expect(dropped?.results).toHaveLength(1);
  },
);

test.each([
  ['OPERATION_TIMEOUT', { operationMs: 0 }],
  ['QUERY_TOO_COSTLY', { steps: 1 }],
  ['ANSWER_TOO_LONG', { answerBytes: 40 }],
])('a result past its limits is told as %s, and the subscription goes on', async (code, limits) => {
  const follow = serve(limits);
  const heard = await follow();
  await attach();
  await attach();
  await heardBy([heard], 2);
  expect(heard.results).toEqual([[code], [code]]);
  expect(heard.codes).toEqual([]);
});

test('who took too many steps in a minute is told so in place of a result; who shares the subscription hears on', async () => {
  const clock = { ms: 0 };
  const rates = new RateLimit(10_000, () => clock.ms);
  const follow = serve({}, rates);
  const [ann, bob] = [await follow({ by: 'Ann' }), await follow({ by: 'Bob' })];
  rates.charge('Ann', 20_000);
  await attach();
  await heardBy([ann, bob], 1);
  clock.ms = 120_000;
  await attach();
  await heardBy([ann, bob], 2);
  expect(ann.results[0]).toEqual(['RATE_LIMITED']);
  expect(bob.results[0]).toMatchObject({ statusAfter: 'SUPPORTED' });
  expect(ann.results[1]).toEqual(bob.results[1]);
});

test('what is refused at once is told, and takes no place of others', async () => {
  const follow = serve({ subscriptions: 1 });
  const nobody = { query: ABOUT, variables: { about: 'entity:nobody' } };
  // graphql-js gives the refusal as it was thrown: its code comes with the envelope.
  for (let time = 0; time < 3; time += 1) expect((await follow(nobody)).codes).toHaveLength(1);
  const heard = await follow();
  await attach();
  await heardBy([heard], 1);
});

describe('all subscriptions together are bounded', () => {
  test('by how many there are; one that ends makes room', async () => {
    const follow = serve({ subscriptions: 2 });
    const [first] = [await follow(), await follow()];
    expect((await follow()).codes).toEqual(['TOO_MANY_OPEN']);
    await first.leave();
    expect((await follow()).codes).toEqual([]);
  });

  test('by the length of what is asked', async () => {
    const follow = serve({ subscriptionLength: 500 });
    const long = await follow({ query: `${CHANGED} # ${'x'.repeat(300)}` });
    expect(long.codes).toEqual([]);
    expect((await follow({ query: `${CHANGED} # ${'y'.repeat(300)}` })).codes).toEqual(['TOO_MANY_OPEN']);
    expect((await follow()).codes).toEqual([]);
  });

  test('variables that are nested without end are refused', async () => {
    let nested: unknown = 1;
    for (let depth = 0; depth < 100_000; depth += 1) nested = [nested];
    expect((await serve()({ variables: { nested } })).codes).toEqual(['BAD_USER_INPUT']);
  });
});
