import { expect, test } from 'vitest';
import { findOperation, operationNames } from '../../src/graphql/operations.js';

const TEXT = `
  # First
  query A { node(id: "a") { ...f } }
  mutation B { nothing }
  query { unnamed }
  fragment f on Node { id }
`;

test('operations are listed by name in their order, unnamed ones left out', () => {
  expect(operationNames(TEXT, 'x.graphql')).toEqual(['A', 'B']);
});

test('an operation comes with the fragments it uses and no others', () => {
  expect(findOperation(TEXT, 'x.graphql', 'A')).toMatch(/^query A [^]*fragment f on Node/);
  expect(findOperation(TEXT, 'x.graphql', 'B')).not.toContain('fragment');
});

test.each(['C', 'constructor', '__proto__'])('there is no operation %s', name => {
  expect(findOperation(TEXT, 'x.graphql', name)).toBeNull();
});

test('a slip in the file is refused in its place', () => {
  expect(() => operationNames('query A {\n  a(', 'x.graphql')).toThrow(/^x\.graphql:2:5: /);
});
