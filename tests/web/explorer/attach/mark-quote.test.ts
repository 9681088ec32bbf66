import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paragraphsOf } from '../../../../src/domain/paragraphs.js';
import { anchorQuote } from '../../../../src/domain/quote-anchor.js';
import { checkText } from '../../../../src/domain/text.js';
import {
  AROUND,
  cleanText,
  findQuote,
  markQuote,
  paragraphsIn,
  type MarkedQuote,
} from '../../../../src/web/explorer/attach/mark-quote.js';

const piece = fc.oneof(
  { weight: 8, arbitrary: fc.stringMatching(/^[a-c.]{1,12}$/) },
  { weight: 2, arbitrary: fc.constantFrom(' ', '  ', '\t', '\u00a0', ' '.repeat(70)) },
  { weight: 3, arbitrary: fc.constantFrom('\n', '\n\n', '\n \n', '\r\n', '\r\n\r\n', '\n\n\n') },
  { weight: 1, arbitrary: fc.constantFrom('😀', '최룡해', 'é', '\ud83d', '\u202e', '\u0007', '\ufeff') },
);
const text = fc.array(piece, { maxLength: 60 }).map(pieces => pieces.join(''));
const marked = text
  .map(cleanText)
  .chain(clean => fc.record({ clean: fc.constant(clean), a: fc.nat(clean.length), b: fc.nat(clean.length) }))
  .map(({ clean, a, b }) => ({ clean, start: Math.min(a, b), end: Math.max(a, b) }))
  // A browser never marks half a character.
  .filter(({ clean, start, end }) => [start, end].every(at => !isInPair(clean, at)));

const isInPair = (clean: string, at: number): boolean =>
  /^[\ud800-\udbff][\udc00-\udfff]$/.test(clean.slice(at - 1, at + 1));

function quoteOf(clean: string, start: number, end: number): MarkedQuote {
  const quote = markQuote(clean, start, end);
  fc.pre(typeof quote !== 'string');
  return quote;
}

describe('laws', () => {
  test('paragraphs are those that the server counts', () => {
    fc.assert(
      fc.property(text.map(cleanText), clean => {
        const found = paragraphsIn(clean);
        expect(found.map(paragraph => paragraph.text)).toEqual(paragraphsOf(clean));
        for (const paragraph of found) expect(clean.startsWith(paragraph.text, paragraph.start)).toBe(true);
      }),
    );
  });

  test('marked words are found in their place again, unless they stand in the same surroundings twice', () => {
    fc.assert(
      fc.property(marked, ({ clean, start, end }) => {
        const quote = quoteOf(clean, start, end);
        const paragraph = paragraphsOf(clean)[quote.paragraph - 1] ?? '';
        const whole = quote.prefix + quote.exact + quote.suffix;
        expect(paragraph).toContain(whole);
        fc.pre(paragraph.indexOf(whole) === paragraph.lastIndexOf(whole));
        expect(anchorQuote(quote, clean)).toBe('EXACT');
      }),
    );
  });

  test('what is marked in a clean text is what the server takes', () => {
    fc.assert(
      fc.property(marked, ({ clean, start, end }) => {
        const { exact, prefix, suffix } = quoteOf(clean, start, end);
        expect(clean.slice(start, end)).toContain(exact);
        for (const part of [exact, prefix, suffix].filter(part => part !== '')) {
          expect(checkText(part, 'quote', ['quote'])).toBe(part);
        }
        expect(Math.max(prefix.length, suffix.length)).toBeLessThanOrEqual(AROUND);
      }),
    );
  });
});

const ARTICLE = 'First line of one\nand its second line.\n\nIn two, the envoy left. The envoy spoke.\n';

describe('marking', () => {
  const mark = (words: string): ReturnType<typeof markQuote> => {
    const start = ARTICLE.indexOf(words);
    return markQuote(ARTICLE, start, start + words.length);
  };

  test('a single line end stays within its paragraph', () => {
    expect(mark('one\nand')).toEqual({
      exact: 'one\nand',
      prefix: 'First line of ',
      suffix: ' its second line.',
      paragraph: 1,
    });
  });

  test('blanks at the ends of the mark do not count', () => {
    expect(mark(' envoy left. ')).toMatchObject({
      exact: 'envoy left.',
      prefix: 'In two, the ',
      paragraph: 2,
    });
  });

  test.each([
    ['nothing', '', 'NOTHING_MARKED'],
    ['blanks alone', ' \n', 'NOTHING_MARKED'],
    ['words of two paragraphs', 'line.\n\nIn two', 'TWO_PARAGRAPHS'],
  ])('%s cannot be quoted', (_, words, why) => {
    expect(mark(words)).toBe(why);
  });
});

describe('finding words that were typed', () => {
  test.each([
    ['once in the text', 'the envoy left', 2],
    ['twice in the text', 'envoy', undefined],
    ['not in the text', 'ambassador', undefined],
    ['nothing', ' ', undefined],
  ])('%s', (_, words, paragraph) => {
    expect(findQuote(ARTICLE, words)?.paragraph).toBe(paragraph);
  });
});
