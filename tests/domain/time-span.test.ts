// Partial dates: which stretch of time a text may cover, and which texts are refused.
import parse from 'edtf';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InvalidInput } from '../../src/domain/refusal.js';
import { overlaps, readTimeSpan, UNKNOWN_TIME } from '../../src/domain/time-span.js';

const day = (year: number, month: number, date: number): number => Date.UTC(year, month - 1, date);
const covers = (text: string) => {
  const { from, to } = readTimeSpan(text);
  return [from, to + 1];
};
const OPEN = Infinity;

describe('a text covers', () => {
  test.each([
    ['2014-11-17', day(2014, 11, 17), day(2014, 11, 18)],
    ['2014-11', day(2014, 11, 1), day(2014, 12, 1)],
    ['2014-11~', day(2014, 11, 1), day(2014, 12, 1)],
    ['2014-11-18~', day(2014, 11, 18), day(2014, 11, 19)],
    ['2014', day(2014, 1, 1), day(2015, 1, 1)],
    ['2014-10/2014-11', day(2014, 10, 1), day(2014, 12, 1)],
    ['2014-11-10~/2014-11-16~', day(2014, 11, 10), day(2014, 11, 17)],
    ['../2014-11', -OPEN, day(2014, 12, 1)],
    ['2014-11/..', day(2014, 11, 1), OPEN],
  ])('%s', (text, from, to) => {
    expect(covers(text)).toEqual([from, to]);
    expect(readTimeSpan(text)).toMatchObject({ text, known: true });
  });
});

test('an end that is left blank is unknown, an end of dots is merely open', () => {
  expect(readTimeSpan('2014-11/').known).toBe(false);
  expect(readTimeSpan('2014-11/..').known).toBe(true);
});

test.each([[null], [undefined]])('%s is the unknown time, which overlaps every other', text => {
  expect(readTimeSpan(text)).toBe(UNKNOWN_TIME);
  expect(overlaps(UNKNOWN_TIME, readTimeSpan('1914-07'))).toBe(true);
});

test('a year that no date reaches lies before or after all others', () => {
  const [ice, now, far] = ['Y-170000002', '2014', 'Y170000002'].map(text => readTimeSpan(text));
  expect([ice?.from, ice?.to]).toEqual([-Infinity, -8.64e15]);
  expect([far?.from, far?.to]).toEqual([8.64e15, Infinity]);
  expect(overlaps(ice ?? UNKNOWN_TIME, now ?? UNKNOWN_TIME)).toBe(false);
});

describe('refused is', () => {
  test.each([
    ['words', 'last week'],
    ['nothing at all', ''],
    ['a month that is none', '2014-13'],
    ['a list, which is level 2', '{2014,2015}'],
    ['a text beyond all dates', `2014-11-17/${'0'.repeat(100)}`],
  ])('%s', (_, text) => {
    expect(() => readTimeSpan(text, ['validTime'])).toThrow(InvalidInput);
    expect(() => readTimeSpan(text, ['validTime'])).toThrow(/2014-10\/2014-11/);
  });
});

test('a refusal names the field it is about', () => {
  expect.assertions(1);
  try {
    readTimeSpan('soon', ['claim', 'validTime']);
  } catch (error) {
    expect((error as InvalidInput).place.field).toEqual(['claim', 'validTime']);
  }
});

describe('two times', () => {
  test.each([
    ['../2014-10', '2014-11', false],
    ['../2014-11', '2014-11-17', true],
    ['2014-11-17', '2014-11-18', false],
    ['2014-11-17/..', '2030', true],
    ['2014', '2014-12-31', true],
  ])('%s and %s share a moment: %s', (a, b, shared) => {
    expect(overlaps(readTimeSpan(a), readTimeSpan(b))).toBe(shared);
    expect(overlaps(readTimeSpan(b), readTimeSpan(a))).toBe(shared);
  });
});

test('a span never ends before it starts, and any text is read or refused', () => {
  const texts = fc.oneof(fc.string({ maxLength: 80 }), fc.stringMatching(/^Y?[0-9.~?X/-]{0,24}$/));
  fc.assert(
    fc.property(texts, text => {
      try {
        const { from, to } = readTimeSpan(text);
        return from <= to;
      } catch (error) {
        return error instanceof InvalidInput;
      }
    }),
    { numRuns: 500 },
  );
});

test('plain years, months and days cover what the parser says', () => {
  const two = fc.integer({ min: 0, max: 40 }).map(number => String(number).padStart(2, '0'));
  const year = fc.integer({ min: 0, max: 9999 }).map(number => String(number).padStart(4, '0'));
  const text = fc
    .tuple(year, fc.array(two, { maxLength: 2 }))
    .map(([first, rest]) => [first, ...rest].join('-'));
  const parsed = (given: string): readonly number[] | null => {
    try {
      const { min, max } = parse(given) as { readonly min: number; readonly max: number };
      return [min, max];
    } catch {
      return null;
    }
  };
  const read = (given: string): readonly number[] | null => {
    try {
      const { from, to } = readTimeSpan(given);
      return [from, to];
    } catch {
      return null;
    }
  };
  fc.assert(
    fc.property(text, given => {
      expect(read(given)).toEqual(parsed(given));
    }),
    { numRuns: 1000 },
  );
});
