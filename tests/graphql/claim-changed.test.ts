import { parse, subscribe, type ExecutionResult } from 'graphql';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BoundedQueue } from '../../src/graphql/bounded-queue.js';
import { buildHearsaySchema } from '../../src/graphql/schema.js';
import { openTinyApi, type Data, type TinyApi } from './tiny-api.js';

let api: TinyApi;
let open: AsyncGenerator<ExecutionResult>[] = [];

beforeEach(async () => {
  api = await openTinyApi();
});

afterEach(async () => {
  for (const listening of open) await listening.return(undefined);
  open = [];
});

const FIELDS = 'claim { id support { independent } } statusBefore statusAfter cause { seq by }';

async function subscribed(about?: string): Promise<AsyncGenerator<ExecutionResult> | ExecutionResult> {
  const argument = about === undefined ? '' : `(about: "${about}")`;
  const document = parse(`subscription { claimChanged${argument} { ${FIELDS} } }`);
  const contextValue = { ledger: api.ledger, by: 'Tess' };
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

describe('the queue between the ledger and a reader', () => {
  test('gives what was pushed before and after it was asked for', async () => {
    const queue = new BoundedQueue<number>(() => {});
    queue.push(1);
    expect((await queue.next()).value).toBe(1);
    const waiting = queue.next();
    queue.push(2);
    expect((await waiting).value).toBe(2);
  });

  test('lets go of a reader who falls ten thousand behind, and says so, after what was kept', async () => {
    let ended = 0;
    const queue = new BoundedQueue<number>(() => (ended += 1));
    for (let i = 0; i < 10_005; i += 1) queue.push(i);
    for (let i = 0; i < 10_000; i += 1) expect((await queue.next()).value).toBe(i);
    await expect(queue.next()).rejects.toThrow(/items waited to be read/);
    expect((await queue.next()).done).toBe(true);
    expect(ended).toBe(1);
  });

  test('ends a read that is under way when the reader leaves', async () => {
    const queue = new BoundedQueue<number>(() => {});
    const waiting = queue.next();
    await queue.return();
    expect((await waiting).done).toBe(true);
  });
});
