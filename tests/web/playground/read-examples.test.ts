import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readExamples } from '../../../src/web/playground/read-examples.js';

const TWO =
  '# 1. How many?\n# Of all kinds.\nquery HowMany {\n  stats { claims }\n}\n\nmutation Plain { x }\n';

test('each operation becomes one example, in file order, with the comment above it', () => {
  expect(readExamples(TWO)).toEqual([
    {
      name: 'HowMany',
      question: '1. How many?',
      text: '# 1. How many?\n# Of all kinds.\nquery HowMany {\n  stats { claims }\n}',
    },
    { name: 'Plain', question: 'Plain', text: 'mutation Plain { x }' },
  ]);
});

test.each([
  ['a fragment', `${TWO}fragment Names on Entity { label }`],
  ['an operation without a name', '{ stats { claims } }'],
])('%s is refused: it could not be a tab of its own', (_, document) => {
  expect(() => readExamples(document)).toThrow(/named operations only/);
});

test('no two of our examples have one name, and each opens with its question', () => {
  const examples = readExamples(readFileSync('schema/examples.graphql', 'utf8'));
  expect(new Set(examples.map(({ name }) => name)).size).toBe(examples.length);
  expect(examples.filter(({ name, question }) => name === question)).toEqual([]);
});
