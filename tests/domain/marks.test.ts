// Marks in a row: what any writing has is kept, and more is refused before it is normalized.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readKeptText } from '../../src/domain/kept-text.js';
import { MOST_MARKS, refuseMarks } from '../../src/domain/marks.js';
import { InvalidInput } from '../../src/domain/refusal.js';
import { checkText, readText, TEXT_LIMITS } from '../../src/domain/text.js';

/** In an order that has to be changed. */
const marks = (count: number): string => '\u0301\u0327'.repeat(count).slice(0, count);
const TOO_MANY = /31 combining marks in a row at 1, at most 30/;

test.each([
  ['a text', (text: string) => readText(text, 'name', ['name'])],
  ['a quote', (text: string) => checkText(text, 'quote', ['exact'])],
  ['a kept text', (text: string) => readKeptText(text)],
])('of %s, so many marks are kept and no more', (_, read) => {
  expect(read(`a${marks(MOST_MARKS)}b`)).toContain('b');
  expect(() => read(`a${marks(MOST_MARKS + 1)}b`)).toThrow(InvalidInput);
  expect(() => read(`a${marks(MOST_MARKS + 1)}b`)).toThrow(TOO_MANY);
});

test('a text that is far too long is refused as it came, without being normalized', () => {
  const long = 'e\u0301'.repeat(4 * TEXT_LIMITS.name);
  expect(() => readText(long, 'name', ['name'])).toThrow(`${long.length} characters, at most 500`);
});

test('a text that fits once it is normalized is kept', () => {
  const label = '\u1112\u1161\u11ab'.repeat(TEXT_LIMITS.name);
  expect(readText(`  ${label}`, 'name', ['name'])).toHaveLength(TEXT_LIMITS.name);
});

test('marks are found wherever they stand, of all planes', () => {
  const mark = fc.constantFrom('\u0301', '\u0327', '\u{1E8D0}', '\u{16AF0}');
  const other = fc.string({ unit: fc.constantFrom('a', '\u0300', '한', '\u{1F600}', ' '), maxLength: 100 });
  const run = fc.array(mark, { minLength: MOST_MARKS + 1, maxLength: 50 });
  fc.assert(
    fc.property(other, run, other, (before, marks, after) => {
      expect(() => refuseMarks(before + marks.join('') + after, ['text'])).toThrow('combining marks');
    }),
  );
});
