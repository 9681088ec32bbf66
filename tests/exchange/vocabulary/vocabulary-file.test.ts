// The vocabulary file: the built-in one reads clean, a user's own may add to it, and each fault is told with its line.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { InvalidInput } from '../../../src/domain/refusal.js';
import type { TextFile } from '../../../src/exchange/problem.js';
import { lintVocabulary, readVocabulary } from '../../../src/exchange/vocabulary/vocabulary-file.js';

const BUILT_IN: TextFile = {
  name: 'vocabulary.yaml',
  text: readFileSync(new URL('../../../schema/vocabulary.yaml', import.meta.url), 'utf8'),
};
const file = (...lines: string[]): TextFile => ({ name: 'mine.yaml', text: `${lines.join('\n')}\n` });
const mine = (...lines: string[]): TextFile => file('predicates:', ...lines);
/** `line: message` of what is wrong with a file of the user's own. */
const faults = (own: TextFile): string[] =>
  lintVocabulary([BUILT_IN, own]).map(({ file: name, line, message }) => `${name} ${line}: ${message}`);

const ENDS = ['    subject: [PERSON]', '    object: [PERSON]'];
const SAYS = "    sentence: '{subject} and {object}'";
const GOOD = ['  likes:', '    label: likes', '    inverse: is liked by', ...ENDS, SAYS];
const VALUE = ['  weighs:', '    label: weighs', '    subject: [PERSON]', '    value: number', SAYS];
const TWIN = ['  hates:', '    label: hates', '    inverse: is hated by', ...ENDS, SAYS];
const without = (word: string): string[] => GOOD.filter(line => !line.includes(`${word}:`));

test('a vocabulary of more predicates than can be listed is refused once, at the first that is too many', () => {
  const own = 1000;
  const lines = Array.from({ length: own }, (_, n) => [
    `  likes_${n}:`,
    `    label: likes ${n}`,
    `    inverse: is liked ${n} by`,
    ...ENDS,
    SAYS,
  ]).flat();
  const room = 1000 - readVocabulary([BUILT_IN]).predicates.length;
  expect(faults(mine(...lines))).toEqual([
    `mine.yaml ${2 + 6 * room}: There are ${(2000 - room).toLocaleString('en')} predicates in all: at most 1,000 are taken, so leave some out.`,
  ]);
});

describe('the built-in vocabulary', () => {
  test('has nothing wrong with it', () => {
    expect(lintVocabulary([BUILT_IN])).toEqual([]);
  });

  test('describes all seven kinds', () => {
    expect(readVocabulary([BUILT_IN]).kinds.map(({ kind }) => kind)).toEqual([
      'PERSON',
      'ORGANIZATION',
      'STATE',
      'ROLE',
      'PLACE',
      'EVENT',
      'TOPIC',
    ]);
  });

  test('ties those who hold an office to it, and those of an informal standing to nobody', () => {
    const { predicates } = readVocabulary([BUILT_IN]);
    expect(predicates.filter(({ dependence }) => dependence).map(({ id }) => id)).toEqual([
      'envoy_of',
      'holds_office_in',
      'holds_role',
      'owned_by',
      'part_of',
      'role_in',
      'serves_as',
      'speaks_for',
      'works_for',
    ]);
    expect(predicates.filter(({ seats }) => seats === 1).map(({ id }) => id)).toEqual([
      'holds_role',
      'ranks_as',
    ]);
  });

  test('has ties that cool as the opposite of ties that warm', () => {
    const vocabulary = readVocabulary([BUILT_IN]);
    expect(vocabulary.getPredicate('ties_cooling_with').opposite).toBe('ties_warming_with');
    expect(vocabulary.getPredicate('ties_warming_with').opposite).toBe('ties_cooling_with');
  });
});

test('a file of the user’s own adds predicates', () => {
  const vocabulary = readVocabulary([BUILT_IN, mine(...GOOD, ...VALUE)]);
  expect(vocabulary.findPredicate('likes')).toMatchObject({ inverseLabel: 'is liked by', symmetric: false });
  expect(vocabulary.findPredicate('weighs')).toMatchObject({ valueType: 'NUMBER', objectKinds: [] });
  expect(vocabulary.findPredicate('envoy_of')).not.toBeNull();
});

test('ACTOR stands for persons, organizations and states', () => {
  const own = mine(...GOOD.map(line => line.replace('subject: [PERSON]', 'subject: [ACTOR, PLACE]')));
  expect(readVocabulary([BUILT_IN, own]).getPredicate('likes').subjectKinds).toEqual([
    'PERSON',
    'ORGANIZATION',
    'STATE',
    'PLACE',
  ]);
});

describe('refused, with its line, is', () => {
  test.each<[string, TextFile, string]>([
    [
      'the id of a built-in predicate',
      mine('  envoy_of:', ...GOOD.slice(1)),
      'mine.yaml 2: There is a predicate "envoy_of" already',
    ],
    [
      'a label that is taken, in whatever case',
      mine(...GOOD.map(line => line.replace('label: likes', 'label: Is An  Envoy Of'))),
      'mine.yaml 3: "Is An  Envoy Of" is how "envoy_of" reads already',
    ],
    [
      'an inverse that is taken',
      mine(...GOOD.map(line => line.replace('is liked by', 'owns'))),
      'mine.yaml 4: "owns" is how "owned_by" reads already',
    ],
    [
      'an inverse like the label',
      mine(...GOOD.map(line => line.replace('is liked by', 'likes'))),
      'mine.yaml 4: "likes" is how "likes" reads already',
    ],
    [
      'a kind that is none',
      mine(...GOOD, '    note: x', ...VALUE.map(line => line.replace('PERSON', 'DOG'))),
      'mine.yaml 11: Unknown kind "DOG"',
    ],
    ['an unknown key', mine(...GOOD, '    colour: red'), 'mine.yaml 8: Unknown key "colour"'],
    ['an unknown key at the top', file('predicates: {}', 'extends: x'), 'mine.yaml 2: Unknown key "extends"'],
    ['kinds of the user’s own', file('kinds: {}', 'predicates: {}'), 'mine.yaml 1: Unknown key "kinds"'],
    [
      'an opposite that does not name it back',
      mine(...GOOD, '    opposite: hates', ...TWIN),
      'mine.yaml 8: "hates" does not name "likes" as its opposite',
    ],
    [
      'a built-in predicate as opposite',
      mine(...GOOD, '    opposite: envoy_of'),
      'mine.yaml 8: "envoy_of" does not name "likes" as its opposite',
    ],
    [
      'an opposite that is not there',
      mine(...GOOD, '    opposite: hates'),
      'mine.yaml 8: There is no predicate "hates"',
    ],
    ['its own opposite', mine(...GOOD, '    opposite: likes'), 'mine.yaml 8: A predicate cannot be its own'],
    [
      'an opposite of other kinds',
      mine(
        ...GOOD,
        '    opposite: hates',
        ...TWIN.map(line => line.replace('object: [PERSON]', 'object: [STATE]')),
        '    opposite: likes',
      ),
      'mine.yaml 8: "hates" takes other kinds or directions',
    ],
    [
      'an inverse of a symmetric predicate',
      mine(...GOOD, '    symmetric: true'),
      'mine.yaml 4: A symmetric predicate has no',
    ],
    [
      'an inverse of a value',
      mine(...VALUE, '    inverse: is weighed by'),
      'mine.yaml 7: A value has no other side',
    ],
    ['no inverse', mine(...without('inverse')), 'mine.yaml 2: `inverse` is missing'],
    [
      'a symmetric predicate with two sorts of ends',
      mine(
        ...without('inverse').map(line => line.replace('object: [PERSON]', 'object: [STATE]')),
        '    symmetric: true',
      ),
      'mine.yaml 7: A symmetric predicate takes the same kinds',
    ],
    [
      'a symmetric value',
      mine(...VALUE, '    symmetric: true'),
      'mine.yaml 7: A predicate with a value cannot',
    ],
    ['no seat', mine(...GOOD, '    seats: 0'), 'mine.yaml 8: 0 seats'],
    ['half a seat', mine(...GOOD, '    seats: 1.5'), 'mine.yaml 8: `seats` must be a whole number'],
    [
      'a symmetric predicate with seats',
      mine(...without('inverse'), '    symmetric: true', '    seats: 1'),
      'mine.yaml 8: A symmetric predicate cannot have seats',
    ],
    ['a value with seats', mine(...VALUE, '    seats: 1'), 'mine.yaml 7: A value has no seats'],
    [
      'a sentence without its subject',
      mine(...GOOD.map(line => line.replace('{subject} and', 'someone likes'))),
      'mine.yaml 7: The sentence lacks {subject}',
    ],
    [
      'a sentence with its object only in brackets',
      mine(...GOOD.map(line => line.replace('{object}', '[{object}]'))),
      'mine.yaml 7: The sentence lacks {object}',
    ],
    ['no sentence', mine(...without('sentence')), 'mine.yaml 2: `sentence` is missing'],
    ['no label', mine(...without('label')), 'mine.yaml 2: `label` is missing'],
    ['no subject', mine(...without('subject')), 'mine.yaml 2: `subject` is missing'],
    ['neither object nor value', mine(...without('object')), 'mine.yaml 2: `object` is missing'],
    ['object and value', mine(...GOOD, '    value: text'), 'mine.yaml 8: Give `object` or `value`'],
    [
      'a value type that is none',
      mine(...VALUE.map(line => line.replace('number', 'colour'))),
      'mine.yaml 5: Unknown value type',
    ],
    ['an id with capitals', mine('  Likes:', ...GOOD.slice(1)), 'mine.yaml 2: "Likes" is no id'],
    ['an id with a hyphen', mine('  likes-it:', ...GOOD.slice(1)), 'mine.yaml 2: "likes-it" is no id'],
    ['a tie by a value', mine(...VALUE, '    dependence: true'), 'mine.yaml 7: A value is no party'],
    [
      'a flag that is a word',
      mine(...GOOD, '    dependence: often'),
      'mine.yaml 8: `dependence` must be true or false',
    ],
    ['a predicate that is a text', mine('  likes: likes'), 'mine.yaml 2: A predicate is a map'],
    ['no predicates', file('# nothing', 'other: 1'), 'mine.yaml 2: `predicates` must be a map'],
    ['a list', file('- predicates'), 'mine.yaml 1: The file must be a map'],
    ['an empty file', file('# nothing'), 'mine.yaml 1: The file is empty'],
    ['a repeated key', mine(...GOOD, '    label: loves'), 'mine.yaml 8: The key "label" occurs twice'],
    ['an anchor', mine('  likes: &all', ...GOOD.slice(1)), 'mine.yaml 3: The anchor &all is not read'],
    ['an alias', mine(...GOOD, '  loves: *likes'), 'mine.yaml 8: '],
    ['bad YAML', mine(...GOOD, '   note: [x'), 'mine.yaml 8: The YAML cannot be read'],
  ])('%s', (_, own, fault) => {
    expect(faults(own).map(text => text.slice(0, fault.length))).toContain(fault);
  });
});

test('a built-in file without its kinds is refused', () => {
  const text = BUILT_IN.text.replace('  TOPIC:', '  THEME:');
  expect(lintVocabulary([{ ...BUILT_IN, text }]).map(({ message }) => message)).toEqual([
    expect.stringContaining('TOPIC needs a label'),
    expect.stringContaining('Unknown kind "THEME"'),
  ]);
});

test('all faults are told at once, in the order of their lines, and the refusal stands in the place of the first', () => {
  const own = mine(...without('inverse'), '    seats: 0', '    colour: red');
  expect(faults(own).map(text => text.slice(0, 12))).toEqual([
    'mine.yaml 2:',
    'mine.yaml 7:',
    'mine.yaml 8:',
  ]);
  expect.assertions(3);
  try {
    readVocabulary([BUILT_IN, own]);
  } catch (error) {
    expect((error as InvalidInput).place).toMatchObject({ file: 'mine.yaml', line: 2, column: 3 });
    expect((error as InvalidInput).message.split('\n')).toHaveLength(3);
  }
});

test('a refusal lists twenty faults and counts the rest', () => {
  const own = mine(...Array.from({ length: 30 }, (_, index) => `  p_${index}: none`));
  expect(() => readVocabulary([BUILT_IN, own])).toThrow(InvalidInput);
  expect(() => readVocabulary([BUILT_IN, own])).toThrow(/and \d+ more\.$/);
});
