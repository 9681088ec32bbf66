import {
  buildSchema,
  getIntrospectionQuery,
  getOperationAST,
  parse,
  validate,
  type GraphQLObjectType,
} from 'graphql';
import { expect, test } from 'vitest';
import type { SizeRule } from '../../../src/graphql/words/list-size.js';
import { operationCost, refuseCostly } from '../../../src/graphql/operation/request-cost.js';
import { LIMITS } from '../../../src/graphql/operation/request-limits.js';
import { depthRule } from '../../../src/graphql/operation/request-rules.js';

const schema = buildSchema(`
  type Query {
    things(first: Int = 20): [Thing!]!
    walk(limit: Int = 100): [Thing!]!
    one: Thing
    page(first: Int = 20): Page!
    ways(limit: Int = 3, maxHops: Int = 4): Ways!
  }
  type Thing { id: ID!, one: Thing, things(first: Int = 20): [Thing!]!, words(first: Int = 100): [String!]!, kinds: [ID!] }
  type Page { nodes: [Thing!]!, edges: [Edge!]!, total: Int!, page: Page! }
  type Edge { node: Thing! }
  type Ways { paths: [Path!]! }
  type Path { hops: [Thing!]!, weakest: Thing }
`);
const states = (type: string, field: string, listSize: SizeRule): void => {
  const found = (schema.getType(type) as GraphQLObjectType).getFields()[field];
  if (found) found.extensions = { listSize };
};
states('Thing', 'kinds', 7);
for (const list of ['nodes', 'edges']) states('Page', list, ({ first }) => first);
states('Ways', 'paths', ({ limit }) => limit);
states('Path', 'hops', ({ maxHops }) => maxHops);

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
  [
    'a list without a number by its default',
    'query ($n: Int = 9) { things(first: $n) { id } }',
    { n: null },
    20,
  ],
  ['a number written out before the default', '{ things(first: null) { id } }', {}, 20],
  ['a list of words at its default', '{ one { words } }', {}, 1 + 100],
  ['a list of words at the length asked for', '{ one { words(first: 5) } }', {}, 1 + 5],
  ['a list of words at its stated size', '{ one { kinds } }', {}, 1 + 7],
  ['what a page holds, and not the page', '{ page(first: 9) { total nodes { id } } }', {}, 1 + 1 + 9],
  ['rows and what stands in them', '{ page(first: 9) { edges { node { id } } } }', {}, 1 + 9 * 2],
  ['the nearest page', '{ page(first: 9) { nodes { things(first: 2) { id } } } }', {}, 1 + 9 * (1 + 2)],
  ['a page around a list without a length', '{ page(first: 9) { page { nodes { id } } } }', {}, 1 + 1 + 9],
  ['paths and their steps', '{ ways(limit: 5, maxHops: 8) { paths { hops { id } } } }', {}, 1 + 5 * (1 + 8)],
  [
    'paths by their defaults',
    '{ ways { paths { weakest { id } hops { id } } } }',
    {},
    1 + 3 * (1 + 1 + 1 + 4),
  ],
  [
    'a fragment anew where lengths differ',
    '{ a: page(first: 2) { ...f } b: page(first: 5) { ...f } } fragment f on Page { nodes { id } }',
    {},
    LIMITS.rootFieldCost + 1 + 2 + 1 + 5,
  ],
  ['items of lists that are given', '{ one { id(of: [1, 2, [3]], at: { any: [4] }) } }', {}, 1 + 20 * 5],
  [
    'items of a variable',
    'query ($a: Any) { one { id(of: $a) } }',
    { a: { b: [[1], { c: [2] }] } },
    1 + 20 * 4,
  ],
  ['items of a default', 'query ($a: Any = [1, 2]) { one { id(of: $a) } }', {}, 1 + 20 * 2],
  ['items of a variable in a list', 'query ($a: Any) { one { id(of: [$a]) } }', { a: [1] }, 1 + 20 * 2],
  [
    'given items for each time they are read',
    'query ($a: Any) { things(first: 3) { a: id(of: $a) b: id(of: $a) } }',
    { a: [1, 2] },
    3 * 2 * (1 + 20 * 2),
  ],
  ['a number that is given as no length', 'query ($n: Int) { one { id(of: $n) } }', { n: 7 }, 1],
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

test('the default of a plain list is not refused as too long a page, and one that is asked for is', () => {
  const refusing = (text: string) => () => {
    const document = parse(text);
    const operation = getOperationAST(document);
    if (operation) refuseCostly(schema, document, operation, {}, { ...LIMITS, pageRows: 10 });
  };
  expect(refusing('{ one { words } }')).not.toThrow();
  expect(refusing('{ one { words(first: 11) } }')).toThrow(
    '`first` is 11: give a whole number from 0 to 10.',
  );
  expect(refusing('{ page { total } }')).toThrow('`first` is 20');
});

test('too costly an operation is refused with a code', () => {
  const document = parse('{ things(first: 1000) { things(first: 1000) { id } } }');
  const operation = getOperationAST(document);
  if (!operation) throw new Error('no operation');
  expect(() => refuseCostly(schema, document, operation)).toThrow(
    expect.objectContaining({ extensions: expect.objectContaining({ code: 'QUERY_TOO_COSTLY' }) as object }),
  );
});
