// Text at the door: kept as it came, but for Unicode form and outer blanks; refused where it could not be shown.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InvalidInput } from '../../src/domain/refusal.js';
import { checkText, readLine, readText, readUrl, TEXT_LIMITS } from '../../src/domain/text.js';

const read = (text: string): string => readText(text, 'name', ['label']);

describe('text is kept', () => {
  test.each([
    ['without outer blanks', '  Choe Ryong Hae \n', 'Choe Ryong Hae'],
    ['with blanks within', 'from  isolation', 'from  isolation'],
    ['in composed form', 'Se\u0301oul', 'S\u00e9oul'],
    ['in any script', '최룡해 崔龍海 Чхве', '최룡해 崔龍海 Чхве'],
    ['with markup, which is nothing special', '<b>&amp;</b>', '<b>&amp;</b>'],
    ['with line feeds and tabs', 'a\n\tb', 'a\n\tb'],
  ])('%s', (_, given, kept) => {
    expect(read(given)).toBe(kept);
  });
});

describe('text is refused', () => {
  test.each([
    ['when empty', '', /empty/],
    ['when blank', ' \n\t', /empty/],
    ['beyond its limit', 'a'.repeat(TEXT_LIMITS.name + 1), /501 characters, at most 500/],
    ['with a null character', 'a\u0000b', /U\+0000 at 1/],
    ['with a direction override', 'abc\u202Edef', /U\+202E at 3/],
    ['with an isolate', '\u2066abc', /U\+2066/],
    ['with a byte order mark within', 'a\uFEFFb', /U\+FEFF/],
    ['with half a surrogate pair', 'a\uD800', /U\+D800/],
  ])('%s', (_, text, message) => {
    expect(() => read(text)).toThrow(InvalidInput);
    expect(() => read(text)).toThrow(message);
  });
});

test('a line holds no tab and no line end', () => {
  expect(readLine(' Ann  Bell ', 'name', ['by'])).toBe('Ann  Bell');
  for (const text of ['a\nb', 'a\tb', 'a\u2028b', 'a\u2029b', 'a\u0001b', ' '])
    expect(() => readLine(text, 'name', ['by'])).toThrow(InvalidInput);
});

test('a quote is checked and kept to the letter, outer blanks too', () => {
  expect(checkText(' from  international ', 'quote', ['exact'])).toBe(' from  international ');
  expect(() => checkText('a\u202Eb', 'quote', ['exact'])).toThrow(InvalidInput);
});

test('reading a text twice is reading it once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), text => {
      let once: string;
      try {
        once = read(text);
      } catch (error) {
        return error instanceof InvalidInput;
      }
      return read(once) === once;
    }),
  );
});

describe('an address', () => {
  test.each([
    ['HTTPS://Example.ORG/A?b=C#part', 'https://example.org/A?b=C'],
    [' http://example.org ', 'http://example.org/'],
  ])('%s is kept as %s', (given, kept) => {
    expect(readUrl(given, ['url'])).toBe(kept);
  });

  test.each([
    ['javascript:alert(1)'],
    ['data:text/html,x'],
    ['file:///etc/passwd'],
    ['example.org'],
    ['https://'],
    ['https://user:secret@example.org/'],
  ])('%s is refused', given => {
    expect(() => readUrl(given, ['url'])).toThrow(InvalidInput);
  });
});
