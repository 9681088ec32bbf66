// Quotes find their place again, and say so when they cannot. They never guess.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Quote } from '../../src/domain/attestation.js';
import { paragraphHash, paragraphsOf } from '../../src/domain/paragraphs.js';
import { anchorQuote } from '../../src/domain/quote-anchor.js';

const FIRST = 'The plane turned back. The plane was late.';
const SECOND = 'Nobody knows why the plane turned back.';
const TEXT = `${FIRST}\n\n${SECOND}\n`;

const quote = (exact: string, more: Partial<Quote> = {}): Quote => ({ exact, ...more });

describe('paragraphs are parted by blank lines', () => {
  test.each([
    ['one', 'a\nb', ['a\nb']],
    ['several blank lines', 'a\n\n\n\nb', ['a', 'b']],
    ['blanks on the blank line', 'a\n \t\nb', ['a', 'b']],
    ['lines ended as on Windows', 'a\r\n\r\nb', ['a', 'b']],
    ['outer blank lines', '\n\n a \n\n', ['a']],
    ['nothing', ' \n\n ', []],
  ])('%s', (_, text, paragraphs) => {
    expect(paragraphsOf(text)).toEqual(paragraphs);
  });
});

const at = (paragraph: number, start: number, exact: string): Quote => ({
  exact,
  paragraph,
  start,
  end: start + exact.length,
});

describe('a quote', () => {
  test.each<[string, Quote, string]>([
    ['is EXACT in its place', at(1, 33, 'was late'), 'EXACT'],
    [
      'is EXACT in its place, the paragraph being the same',
      { ...at(1, 33, 'was late'), textHash: paragraphHash(FIRST) },
      'EXACT',
    ],
    ['is EXACT in a paragraph that has it once', quote('was late', { paragraph: 1 }), 'EXACT'],
    [
      'is EXACT where its surroundings tell it from its like',
      quote('The plane', { paragraph: 1, suffix: ' was' }),
      'EXACT',
    ],
    ['is MOVED where it stands once, elsewhere in its paragraph', at(1, 3, 'was late'), 'MOVED'],
    ['is MOVED where it stands once, in another paragraph', at(2, 33, 'was late'), 'MOVED'],
    ['is MOVED where its paragraph is gone', at(9, 0, 'was late'), 'MOVED'],
    [
      'is MOVED where its paragraph was changed around it',
      { ...at(1, 33, 'was late'), textHash: paragraphHash(SECOND) },
      'MOVED',
    ],
    ['is MOVED without a place', quote('was late'), 'MOVED'],
    ['is MOVED where the end does not fit', { exact: 'was late', paragraph: 1, start: 33, end: 99 }, 'MOVED'],
    ['is ORPHANED where it does not stand', at(1, 33, 'was soon'), 'ORPHANED'],
    ['is ORPHANED where it stands twice and has no place', quote('plane turned back'), 'ORPHANED'],
    [
      'is ORPHANED where its like stands twice, its place being wrong',
      at(1, 5, 'plane turned back'),
      'ORPHANED',
    ],
    ['is ORPHANED where only the letters’ case differs', quote('Was Late'), 'ORPHANED'],
    ['is ORPHANED where a look-alike letter stands', quote('was l\u0430te'), 'ORPHANED'],
    ['is ORPHANED where what surrounds it differs', quote('was late', { prefix: 'train ' }), 'ORPHANED'],
    ['is ORPHANED across two paragraphs', quote('late.\n\nNobody'), 'ORPHANED'],
  ])('%s', (_, given, anchor) => {
    expect(anchorQuote(given, TEXT)).toBe(anchor);
  });

  test('is UNCHECKED where there is no text', () => {
    expect(anchorQuote(at(1, 33, 'was late'), null)).toBe('UNCHECKED');
  });
});

test('any cut of any paragraph anchors EXACT where it was cut', () => {
  const texts = fc.array(fc.lorem({ maxCount: 8 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat(), fc.nat(), (paragraphs, which, from, length) => {
      const index = which % paragraphs.length;
      const paragraph = paragraphs[index]!;
      const start = from % paragraph.length;
      const exact = paragraph.slice(start, start + 1 + (length % 20));
      const cut = { ...at(index + 1, start, exact), textHash: paragraphHash(paragraph) };
      expect(anchorQuote(cut, paragraphs.join('\n\n'))).toBe('EXACT');
    }),
  );
});
