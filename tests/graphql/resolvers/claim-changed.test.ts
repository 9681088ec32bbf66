import { parse, subscribe, type ExecutionResult } from 'graphql';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ViewedGraph } from '../../../src/evidence/viewed-graph.js';
import { Scheduler } from '../../../src/graph/work/scheduler.js';
import { ClaimChangeFeed } from '../../../src/graphql/changes/claim-change-feed.js';
import { buildHearsaySchema } from '../../../src/graphql/schema.js';
import { openTinyApi, type Data, type TinyApi } from '../tiny-api.js';

let api: TinyApi;
let changes: ClaimChangeFeed;
let open: AsyncGenerator<ExecutionResult>[] = [];

beforeEach(async () => {
  api = await openTinyApi();
  changes = new ClaimChangeFeed(api.ledger, new Scheduler());
});

afterEach(async () => {
  for (const listening of open) await listening.return(undefined);
  open = [];
});

const FIELDS = 'claim { id support { independent } } statusBefore statusAfter cause { seq by }';

async function subscribed(about?: string): Promise<AsyncGenerator<ExecutionResult> | ExecutionResult> {
  const argument = about === undefined ? '' : `(about: "${about}")`;
  const document = parse(`subscription { claimChanged${argument} { ${FIELDS} } }`);
  const contextValue = { ledger: api.ledger, by: 'Tess', changes };
  const result = await subscribe({ schema: await buildHearsaySchema(), document, contextValue });
  return result as AsyncGenerator<ExecutionResult> | ExecutionResult;
}

async function listen(about?: string): Promise<AsyncGenerator<ExecutionResult>> {
  const result = await subscribed(about);
  if (!('next' in result)) throw new Error(JSON.stringify(result));
  open.push(result);
  return result;
}

async function nextOf(listening: AsyncGenerator<ExecutionResult>): Promise<Data> {
  const { value } = (await listening.next()) as { value: ExecutionResult };
  expect(value.errors).toBeUndefined();
  return value.data?.['claimChanged'] as Data;
}

const attach = (claim: string, source: string) =>
  api.ask(
    `mutation { attachSource(input: { claim: "${claim}", source: { id: "${source}" }, own: true }) { outcome } }`,
  );

test('a source attached changes the support of its claim', async () => {
  const listening = await listen();
  await attach(api.claims.cooling, api.sources.diplomat);
  expect(await nextOf(listening)).toEqual({
    claim: { id: api.claims.cooling, support: { independent: 2 } },
    statusBefore: 'SUPPORTED',
    statusAfter: 'CORROBORATED',
    cause: { seq: api.ledger.graph.seq, by: 'Tess' },
  });
});

test('attaching it again changes nothing, so the next change is the next one heard of', async () => {
  const listening = await listen();
  await attach(api.claims.cooling, api.sources.diplomat);
  await attach(api.claims.cooling, api.sources.diplomat);
  await attach(api.claims.envoy, api.sources.handbook);
  expect((await nextOf(listening))['claim'].id).toBe(api.claims.cooling);
  expect((await nextOf(listening))['claim'].id).toBe(api.claims.envoy);
});

describe('who listens to', () => {
  const cases: [what: string, about: (api: TinyApi) => string, hears: boolean][] = [
    ['the claim', ({ claims }) => claims.envoy, true],
    ['its subject', ({ entities }) => entities.choe, true],
    ['its object', ({ entities }) => entities.kim, true],
    ['its qualifier', ({ entities }) => entities.moscow, true],
    ['another claim', ({ claims }) => claims.cooling, false],
    ['another entity', ({ entities }) => entities.china, false],
  ];
  test.each(cases)('%s hears of it or not', async (_, about, hears) => {
    const listening = await listen(about(api));
    const all = await listen();
    await attach(api.claims.envoy, api.sources.handbook);
    await attach(api.claims.cooling, api.sources.diplomat);
    expect((await nextOf(all))['claim'].id).toBe(api.claims.envoy);
    expect((await nextOf(listening))['claim'].id).toBe(hears ? api.claims.envoy : api.claims.cooling);
  });
});

test('a change is shown as it was right after, whatever was recorded since', async () => {
  const listening = await listen();
  await attach(api.claims.cooling, api.sources.diplomat);
  await attach(api.claims.cooling, api.sources.handbook);
  const [first, second] = [await nextOf(listening), await nextOf(listening)];
  expect([first, second].map(change => change['claim'].support.independent)).toEqual([2, 3]);
});

test('a reader who stops is not told any more, and the others are', async () => {
  const [one, other] = [await listen(), await listen()];
  await one.return(undefined);
  await attach(api.claims.cooling, api.sources.diplomat);
  expect((await nextOf(other))['claim'].id).toBe(api.claims.cooling);
  expect((await one.next()).done).toBe(true);
});

test('an id that names nothing is refused at once', async () => {
  const result = (await subscribed('entity:nobody')) as ExecutionResult;
  expect(result.errors?.map(({ message }) => message)).toEqual([
    'There is no entity or claim "entity:nobody": search for its id.',
  ]);
});

/** How often anybody asked what a claim's status is. */
function countStatuses(): { readonly count: number } {
  const asked = vi.spyOn(ViewedGraph.prototype, 'statusOf');
  return {
    get count() {
      return asked.mock.calls.length;
    },
  };
}

test('when a write is acknowledged, nothing was worked out for those who listen', async () => {
  const listening = await listen();
  const statuses = countStatuses();
  const { claims, sources } = api;
  const source = { id: sources.diplomat };
  await api.ledger.execute({ type: 'AttachSource', claim: claims.cooling, own: true, source }, 'Tess');
  expect(statuses.count).toBe(0);
  expect((await nextOf(listening))['claim'].id).toBe(claims.cooling);
  expect(statuses.count).toBeGreaterThan(0);
});

test('commits that came before anything was worked out are told one by one, each once, in their order', async () => {
  const listening = await listen();
  const { claims, sources } = api;
  const commits: readonly (readonly [claim: string, source: string])[] = [
    [claims.cooling, sources.diplomat],
    [claims.envoy, sources.handbook],
    [claims.cooling, sources.handbook],
  ];
  const recorded = commits.map(([claim, id]) =>
    api.ledger.execute({ type: 'AttachSource', claim, own: true, source: { id } }, 'Tess'),
  );
  const seqs = (await Promise.all(recorded)).map(({ events }) => events.at(-1)?.seq);
  const told: Data[] = [];
  for (const _ of commits) told.push(await nextOf(listening));
  expect(told.map(({ claim, cause }) => [claim.id, cause.seq])).toEqual(
    commits.map(([claim], at) => [claim, seqs[at]]),
  );
});
