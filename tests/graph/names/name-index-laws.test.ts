// Laws of name search, for any names and any text: what is found, how scores stand, and that no way of writing hides a name.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldName } from '../../../src/graph/names/name-folding.js';
import { LONGEST_TEXT, NameIndex } from '../../../src/graph/names/name-index.js';
import { atOnce } from '../../../src/graph/work/resumable.js';

const KNOWN = [
  ...[
    'Choe Ryong Hae',
    '최룡해',
    '崔龍海',
    'Kim Jong-un',
    '김정은',
    '習近平',
    'Владимир Путин',
    'ウラジーミル・プーチン',
  ],
  ...[
    'Sergey Ryabkov',
    'محمد عباس',
    'Abdel Fattah el-Sisi',
    'José Martí',
    'Łukasz Żółć',
    'Ærø Þór',
    'UN',
    'Resolution 1718',
  ],
];

const indexOf = (names: readonly string[]): NameIndex => {
  const index = new NameIndex();
  for (const [number, name] of names.entries()) index.add(`e${number}`, name);
  return index;
};
const solid = (text: string): string => foldName(text).replaceAll(' ', '');

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(...KNOWN),
);

test('scores are in (0, 1] and never rise, and are 1 exactly for what is the same but for folding and blanks', () =>
  fc.assert(
    fc.property(fc.array(anyText, { maxLength: 8 }), anyText, (names, text) => {
      const asked = solid(text.slice(0, LONGEST_TEXT));
      const hits = atOnce(indexOf(names).search(text));
      expect(hits.map(hit => hit.score)).toEqual(hits.map(hit => hit.score).sort((a, b) => b - a));
      for (const { name, score, matchedBy } of hits) {
        expect(score).toBeGreaterThan(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(score === 1).toBe(solid(name) === asked);
        expect(score === 1).toBe(matchedBy === 'EXACT' || matchedBy === 'FOLDED');
      }
      const same = names.filter(name => asked !== '' && solid(name) === asked);
      expect(hits.filter(hit => hit.score === 1)).toHaveLength(same.length);
    }),
    { numRuns: 300 },
  ));

/** Ways to write the same name otherwise. */
const REWRITINGS: Readonly<Record<string, (words: readonly string[], lot: number) => string>> = {
  'in capitals': words => words.join(' ').toUpperCase(),
  'in small letters': words => words.join(' ').toLowerCase(),
  'without marks': words => words.join(' ').normalize('NFD').replace(/\p{M}/gu, ''),
  'with marks on': words => words.join(' ').replace(/[aeiou]/gu, '$&\u0306'),
  'with hyphens': words => words.join('-'),
  'with blanks around': words => `  ${words.join('   ')} `,
  'with two words as one': (words, lot) =>
    words.map((word, place) => (place === lot % words.length ? word : `${word} `)).join(''),
  'in one word': words => words.join(''),
  'with its words turned round': words => [...words].reverse().join(' '),
  'last word first': words => [words.at(-1), ...words.slice(0, -1)].join(' '),
  'with an apostrophe inside': (words, lot) =>
    words.map(word => `${word.slice(0, 2)}${"'’ʼ`"[lot % 4] ?? ''}${word.slice(2)}`).join(' '),
};

const syllable = fc.constantFrom(
  'ba',
  'chol',
  'dri',
  'fo',
  'gan',
  'ho',
  'jeong',
  'ka',
  'lu',
  'men',
  'nor',
  'ri',
  'sta',
  'ty',
  'vo',
  'zé',
);
const word = fc.array(syllable, { minLength: 1, maxLength: 3 }).map(parts => parts.join(''));
const name = fc.array(word, { minLength: 2, maxLength: 4 }).map(words => words.join(' '));

test.each(Object.entries(REWRITINGS))(
  '%s, a name is found, and none but one written just so comes before it',
  (_, rewrite) =>
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 20 }), fc.nat(), (names, lot) => {
        const [target = ''] = names;
        const text = rewrite(target.split(' '), lot);
        const hits = atOnce(indexOf(names).search(text)).filter(
          ({ entity, name }) => entity === 'e0' || solid(name) !== solid(text),
        );
        const best = hits[0]?.score;
        expect(hits.filter(hit => hit.score === best).map(hit => hit.entity)).toContain('e0');
      }),
      { numRuns: 100 },
    ),
);
