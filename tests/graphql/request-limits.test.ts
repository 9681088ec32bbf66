import { buildSchema, getIntrospectionQuery, getOperationAST, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { operationCost, refuseCostly } from '../../src/graphql/request-cost.js';
import { LIMITS } from '../../src/graphql/request-limits.js';
import { depthRule } from '../../src/graphql/request-rules.js';

const schema = buildSchema(`
  type Query { things(first: Int = 20): [Thing!]!, walk(limit: Int = 100): [Thing!]!, one: Thing }
  type Thing { id: ID!, one: Thing, things(first: Int = 20): [Thing!]! }
`);

const nested = (fields: number): string => `${'{ one '.repeat(fields - 1)}{ id ${'}'.repeat(fields)}`;
const problems = (text: string): readonly string[] =>
  validate(schema, parse(text), [depthRule(LIMITS)]).map(error => error.message);

function cost(text: string, variables = {}): number {
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('no operation');
  return operationCost(schema, document, operation, variables) - LIMITS.rootFieldCost;
}

test('an operation may be as deep as the limit and no deeper', () => {
  expect(problems(nested(LIMITS.depth))).toEqual([]);
  expect(problems(nested(LIMITS.depth + 1))).toEqual([
    expect.stringContaining(`${LIMITS.depth + 1} fields deep`),
  ]);
});

test('fragments count for the depth of where they are spread', () => {
  const fragment = `fragment deep on Thing ${nested(LIMITS.depth)}`;
  expect(problems(`{ one { ...deep } } ${fragment}`)).toHaveLength(1);
  expect(problems(`{ one { ... on Thing ${nested(LIMITS.depth)} } }`)).toHaveLength(1);
});

test('a ring of fragments ends the reckoning', () => {
  expect(
    problems('{ one { ...a } } fragment a on Thing { one { ...b } } fragment b on Thing { ...a }'),
  ).toEqual([]);
});

test('the introspection that tools send is no deeper than allowed', () => {
  expect(problems(getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true }))).toEqual([]);
});

test.each([
  ['a leaf and its parent', '{ one { id } }', {}, 1],
  ['a list at its default length', '{ things { id } }', {}, 20],
  ['a list at the length asked for', '{ things(first: 3) { id } }', {}, 3],
  ['a length in a variable', 'query ($n: Int) { things(first: $n) { id } }', { n: 7 }, 7],
  ['a length in a default', 'query ($n: Int = 9) { things(first: $n) { id } }', {}, 9],
  ['the limit of a walk', '{ walk(limit: 50) { id } }', {}, 50],
  ['lists in lists', '{ things(first: 10) { things(first: 10) { id } } }', {}, 110],
  ['fragments', '{ things(first: 10) { ...f } } fragment f on Thing { id one { id } }', {}, 30],
  ['a negative length, refused elsewhere', '{ things(first: -5) { id } }', {}, 1],
])('cost counts %s', (_, text, variables, expected) => {
  expect(cost(text, variables)).toBe(expected);
});

test('fragments that spread each other twice are reckoned once each', () => {
  const doubling = Array.from(
    { length: 40 },
    (_, n) => `fragment f${n} on Thing { ...f${n + 1} ...f${n + 1} }`,
  );
  expect(cost(`{ one { ...f0 } } ${doubling.join(' ')} fragment f40 on Thing { id }`)).toBe(2 ** 40);
});

test('too costly an operation is refused with a code', () => {
  const document = parse('{ things(first: 1000) { things(first: 1000) { id } } }');
  const operation = getOperationAST(document);
  if (!operation) throw new Error('no operation');
  expect(() => refuseCostly(schema, document, operation)).toThrow(
    expect.objectContaining({ extensions: expect.objectContaining({ code: 'QUERY_TOO_COSTLY' }) as object }),
  );
});
