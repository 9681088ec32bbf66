import { readFileSync } from 'node:fs';
import { parse, subscribe, type GraphQLSchema } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { askLedger, type Ask, type GraphQLAnswer } from '../../src/graphql/local-api.js';
import { Scheduler } from '../../src/graph/work/scheduler.js';
import { ClaimChangeFeed } from '../../src/graphql/changes/claim-change-feed.js';
import { buildHearsaySchema } from '../../src/graphql/schema.js';
import type { Ledger } from '../../src/journal/ledger.js';
import { readExamples, type Example } from '../../src/web/playground/read-examples.js';
import { answerProblems, type Answer } from '../fixtures/answer-problems.js';
import { openLoadedLedger } from '../fixtures/loaded-ledger.js';

const examples = readExamples(readFileSync('schema/examples.graphql', 'utf8'));
const ofKind = (kind: string) => examples.filter(({ text }) => new RegExp(`^${kind} `, 'm').test(text));
const asked = [...ofKind('query'), ...ofKind('mutation')];

let schema: GraphQLSchema;
let ledger: Ledger;
let ask: Ask;

beforeAll(async () => {
  schema = await buildHearsaySchema();
  ({ ledger } = await openLoadedLedger());
  ask = await askLedger({ ledger, by: 'tests' }, (_, error) => console.error(error));
});

const run = (name: string): Promise<GraphQLAnswer> =>
  ask({ query: examples.find(example => example.name === name)?.text ?? name });

async function firstEvent({ text }: Example, meanwhile: () => Promise<unknown>): Promise<Answer> {
  const contextValue = { ledger, by: 'tests', changes: new ClaimChangeFeed(ledger, new Scheduler()) };
  const events = await subscribe({ schema, document: parse(text), contextValue });
  if (!(Symbol.asyncIterator in events)) return events;
  const first = events.next();
  await meanwhile();
  const { value } = await first;
  await events.return(undefined);
  return value as Answer;
}

test('there are twelve examples at least, of every kind, and one for each of the ten questions', () => {
  expect(examples.length).toBeGreaterThanOrEqual(12);
  expect(ofKind('mutation').length).toBeGreaterThanOrEqual(2);
  expect(ofKind('subscription').length).toBeGreaterThanOrEqual(1);
  const numbers = examples.map(({ question }) => Number.parseInt(question, 10)).filter(Number.isInteger);
  expect([...new Set(numbers)]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

describe('run in file order on the first data set, each example shows data and no errors', () => {
  test.each(examples.filter(example => asked.includes(example)))('$name', async ({ text }) => {
    expect(answerProblems(await ask({ query: text }))).toEqual([]);
  });
});

test('attaching the third source a second time records nothing', async () => {
  const { ledger: fresh } = await openLoadedLedger();
  const askFresh = await askLedger({ ledger: fresh, by: 'tests' }, () => undefined);
  const { text = '' } = examples.find(({ name }) => name === 'AttachThirdSource') ?? {};
  const first = await askFresh({ query: text });
  const seq = fresh.graph.seq;
  const second = await askFresh({ query: text });
  expect(first.data?.['attachSource']).toMatchObject({ outcome: 'ATTACHED' });
  expect(second.data?.['attachSource']).toMatchObject({ outcome: 'ALREADY_ATTACHED' });
  expect(fresh.graph.seq).toBe(seq);
});

test('previews write nothing', async () => {
  const { seq } = ledger.graph;
  expect((await run('PreviewADenial')).data?.['attachSource']).toMatchObject({ outcome: 'PREVIEWED' });
  expect(ledger.graph.seq).toBe(seq);
});

test.each(ofKind('subscription'))('$name hears of a source attached meanwhile', async example => {
  ({ ledger } = await openLoadedLedger());
  ask = await askLedger({ ledger, by: 'tests' }, () => undefined);
  expect(answerProblems(await firstEvent(example, () => run('AttachThirdSource')))).toEqual([]);
});
