// Patterns mean what JavaScript means by them, and end soon whatever the text.
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { propertyRanges } from '../../../src/exchange/table/code-points.js';
import { readPattern } from '../../../src/exchange/table/pattern.js';
import { itemsOf, mappingText } from './reading-tables.js';

/** Killed only where it would not end for hours. */
const GIVEN_UP = 60_000;

test('a pattern that a search with steps back would try in 2^60 ways ends', { timeout: 2 * GIVEN_UP }, () => {
  const read = `
    import { readRule } from './src/exchange/table/rule.ts';
    const row = { text: () => 'a'.repeat(60) + '!' };
    console.log(readRule({ from: '{x}', matches: '^(a+)+$', default: 'none' }).read(row));`;
  const node = ['--import', 'tsx', '--input-type=module', '--eval', read];
  const { stdout, signal } = spawnSync(process.execPath, node, { timeout: GIVEN_UP, encoding: 'utf8' });
  expect([stdout.trim(), signal]).toEqual(['none', null]);
});

test.each([
  ['(?=b)', 'a(?=b)', 'looks ahead, with "(?="'],
  ['(?!b)', 'a(?!b)', 'looks ahead, with "(?!"'],
  ['(?<=b)', '(?<=b)a', 'looks behind, with "(?<="'],
  ['(?<!b)', '(?<!b)a', 'looks behind, with "(?<!"'],
  ['a back-reference', '(a)\\1', 'asks for what a group found before, with "\\1"'],
  ['a back-reference by name', '(?<x>a)\\k<x>', 'asks for what a group found before, with "\\k<x>"'],
  ['a long repeat', 'a{1001}', 'repeats too much'],
  ['repeats of repeats', '(?:a{100}){100}', 'repeats too much'],
  ['a long text repeated', '(?:abcdefghij){1000}', 'repeats too much'],
  ['a bracket without its other', '(', 'is no pattern'],
])('%s is refused', (_, pattern, problem) => {
  expect(() => readPattern(pattern)).toThrow(problem);
});

const FIT: [pattern: string, text: string, found: string | null][] = [
  ['\\u00e9+', 'caféé', 'éé'],
  ['\\u{1F600}', 'a😀', '😀'],
  ['\\uD83D\\uDE00', 'a😀', '😀'],
  ['\\cA', 'a\u0001', '\u0001'],
  ['a.b', 'a\u2028b', null],
  ['a.b', 'a😀b', 'a😀b'],
  ['a\\sb', 'a\u00a0b', 'a\u00a0b'],
  ['[^\\s]+', '\ufeffab\u3000', 'ab'],
  ['[\\S]+', '\ufeffab\u3000', 'ab'],
  ['\\p{Script=Greek}+', 'aλόγοςb', 'λόγος'],
  ['[\\p{Script=Hangul}-]+', 'a최-룡해b', '최-룡해'],
  ['\\P{L}+', 'ab12c', '12'],
  ['a$', 'a\n', null],
  ['[[:alpha:]', 'x:', ':'],
  ['(?<year>\\d{4})', 'in 2014', '2014'],
  ['[]|b', 'ab', 'b'],
  ['[^]', '\n', '\n'],
];
test.each(FIT)('%s finds in %j: %j', (pattern, text, found) => {
  expect(new RegExp(pattern, 'u').exec(text)?.[0] ?? null).toBe(found);
  expect(readPattern(pattern).find(text)?.[0] ?? null).toBe(found);
  expect(readPattern(pattern).holds(text)).toBe(found !== null);
});

const LETTER = fc.constantFrom(
  ...'a b é 😀 \\d \\w \\s \\S . [a-c] [^a] [\\d\\s-] [\\S] [^] [a\\]] [^\\]^] [\\b] \\n \\/ \\xe9 \\cA \\u{1F600}'.split(
    ' ',
  ),
);
const PLACE = fc.constantFrom('\\b', '\\B', '^', '$', '[]');
const QUANTITY = fc.constantFrom('', '', '*', '+', '?', '*?', '+?', '??', '{2}', '{1,2}', '{0,2}?');
const joined = (...parts: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map(texts => texts.join(''));
/** What is repeated is never empty: where it may be, the two differ, and the page on mappings says so. */
const FULL = joined(LETTER, fc.constantFrom('', '', '+', '+?', '{2}', '{1,2}'));
const GROUP = fc
  .tuple(fc.constantFrom('(', '(?:', '(?<x>'), FULL, FULL, QUANTITY)
  .map(([open, one, other, many]) => `${open}${one}|${other}${one})${many}`);
const PATTERN = fc
  .array(fc.oneof(joined(LETTER, QUANTITY), PLACE, GROUP, joined(LETTER, fc.constant('|'), GROUP)), {
    minLength: 1,
    maxLength: 4,
  })
  .map(parts => parts.join(''));
const TEXT = fc
  .array(fc.constantFrom(...'ab1 \n\u2028éÉ😀😁\u0001\b/-]^\u00a0\ufeff\ud800'), { maxLength: 8 })
  .map(letters => letters.join(''));

/** V8 finds `\B` between the two halves of a letter (`/\B(a|aa)?/u` in `a😀a`), where JavaScript by its standard does not look. */
const isWithinLetter = (text: string, index: number): boolean => (text.codePointAt(index - 1) ?? 0) > 0xffff;

test('what is found is what JavaScript finds', () => {
  fc.assert(
    fc.property(PATTERN, TEXT, (pattern, text) => {
      fc.pre(!/\(\?<x>.*\(\?<x>/.test(pattern));
      const found = new RegExp(pattern, 'u').exec(text);
      fc.pre(!isWithinLetter(text, found?.index ?? 0));
      expect(readPattern(pattern).find(text)?.[0]).toBe(found?.[0]);
    }),
    { numRuns: 2000 },
  );
});

test.each(['\\p{Lu}', '\\P{L}', '\\p{Cn}', '\\p{Any}', '\\p{Script_Extensions=Hira}', '\\s', '\\S'])(
  'the ranges of %s are those that JavaScript tells letter by letter',
  property => {
    const one = new RegExp(`^${property}$`, 'u');
    const inRange = new Set<number>();
    for (const [from, to] of propertyRanges(property)) for (let at = from; at <= to; at++) inRange.add(at);
    const wrong: number[] = [];
    for (let at = 0; at <= 0x10ffff; at++) {
      if (one.test(String.fromCodePoint(at)) !== inRange.has(at)) wrong.push(at);
    }
    expect(wrong).toEqual([]);
  },
);

test('a cell of more than 5,000 letters fits no pattern', () => {
  expect(readPattern('a').holds('a'.repeat(5000))).toBe(true);
  expect(readPattern('a').holds('a'.repeat(5001))).toBe(false);
});

test('a group of which nothing was found is blank in what is made', async () => {
  const yaml = mappingText(
    'entities:\n  a: { id: { from: "{x}", matches: "^(a)?(b)$", as: "$2-$1" }, kind: STATE, label: "{x}" }\n',
  );
  expect(JSON.stringify(await itemsOf(yaml, 'x\nb\n'))).toContain('b-');
});
