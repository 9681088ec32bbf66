import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InvalidInput } from '../../../src/domain/refusal.js';
import {
  compareSortKeys,
  queryFingerprint,
  readCursor,
  writeCursor,
  type SortKey,
} from '../../../src/graphql/words/cursor.js';

const ONE = queryFingerprint({ of: 'one' });
const OTHER = queryFingerprint({ of: 'other' });
const places = fc.array(
  fc.oneof(
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter(n => !Object.is(n, -0)),
    fc.string(),
  ),
);

const coded = (json: unknown): string => Buffer.from(JSON.stringify(json)).toString('base64url');

test('a cursor comes back as the place it was made of', () => {
  fc.assert(
    fc.property(places, place => {
      expect(readCursor(writeCursor(ONE, place), ONE)).toEqual(place);
    }),
  );
});

test('a cursor of another query is refused in these words', () => {
  expect(() => readCursor(writeCursor(ONE, [1]), OTHER)).toThrow(/^This cursor belongs to another query: /);
});

describe('what is no cursor is refused', () => {
  test.each([
    '',
    'x',
    '%%%',
    coded(null),
    coded({}),
    coded('text'),
    coded([ONE, null]),
    coded([ONE, [1]]),
    coded(7),
  ])('%j', text => {
    expect(() => readCursor(text, ONE)).toThrow(InvalidInput);
  });
});

describe('places are compared member by member, smaller first', () => {
  const cases: [SortKey, SortKey, number][] = [
    [[1], [2], -1],
    [[2], [1], 1],
    [[1, 5], [1, 5], 0],
    [[1, 9], [2, 0], -1],
    [[1], [1, 0], -1],
    [['a'], ['b'], -1],
    [[-3.5], [-3.25], -1],
  ];
  test.each(cases)('%j and %j: %d', (a, b, order) => {
    expect(Math.sign(compareSortKeys(a, b))).toBe(order);
    expect(Math.sign(compareSortKeys(b, a))).toBe(order === 0 ? 0 : -order);
  });
});
