// The ten questions that the first data set must answer. Each is one ready example, and its whole answer is checked: the files
// in `answers/` were read against the two articles line by line. After a change that is meant, `vitest -u` takes new ones: read them again.
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { askLedger, type Ask } from '../../src/graphql/local-api.js';
import { readExamples } from '../../src/web/playground/read-examples.js';
import { openLoadedLedger } from '../fixtures/loaded-ledger.js';

const examples = readExamples(readFileSync('schema/examples.graphql', 'utf8'));
const QUESTIONS = [
  'WhoIsNumberTwo',
  'TwoArticlesOneOrigin',
  'TheMinistryTwice',
  'TheJourneyOnMonday',
  'IfTheUnnamedSourceFalls',
  'FromKimToPutin',
  'CompareTheArticles',
  'OnlyExpectedOrSpeculated',
  'FindBySpelling',
  'TiesWithChina',
];

let ask: Ask;
const answerTo = async (name: string): Promise<unknown> => {
  const { text } = examples.find(example => example.name === name) ?? {};
  const { data, errors } = await ask({ query: text ?? name });
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data));
};

beforeAll(async () => {
  const { ledger } = await openLoadedLedger();
  ask = await askLedger({ ledger, by: 'tests' }, () => undefined);
});

test('the questions are the ten numbered examples, in their order', () => {
  const numbered = examples.filter(({ question, text }) => /^\d+\./.test(question) && /^query /m.test(text));
  expect(numbered.map(({ name }) => name)).toEqual(QUESTIONS);
});

describe('the whole answer is as it was read against the articles', () => {
  test.each(QUESTIONS)('%s', async name => {
    await expect(`${JSON.stringify(await answerTo(name), null, 2)}\n`).toMatchFileSnapshot(
      `answers/${name}.json`,
    );
  });
});
