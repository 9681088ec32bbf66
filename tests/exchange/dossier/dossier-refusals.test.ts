// What a dossier is refused for, each with the line and column to look at.
import { describe, expect, test } from 'vitest';
import { InvalidInput } from '../../../src/domain/refusal.js';
import { changed, GOOD, problemsOf, read } from './small-dossier.js';

describe('refused, with line and column, is', () => {
  test.each<[string, string, string, string]>([
    ['another format', 'dossier/1', 'dossier/2', '1:10 "dossier/2" should read "dossier/1"'],
    ['a missing title', 'title: A small dossier\n', '', '1:1 `title` is missing'],
    [
      'an id with blanks',
      'id: small',
      'id: a small one',
      '2:5 "a small one" does not fit. Expected: Lower-case',
    ],
    ['an unknown key at the top', 'title:', 'colour: red\ntitle:', '3:1 Unknown key "colour"'],
    ['an unknown key of an entity', 'label: UPI', 'label: UPI, colour: red', '7:42 Unknown key "colour"'],
    ['a kind that is none', 'kind: ORGANIZATION', 'kind: AGENCY', '7:16 "AGENCY" is none of PERSON, ORG'],
    ['a local key with capitals', '  kim: {', '  Kim: {', '6:3 "Kim" does not fit. Expected: Lower-case'],
    [
      'a bare year',
      'validTime: 2014-11',
      'validTime: 2014',
      '16:16 2014 is not what belongs here: a text, so put it in quotes',
    ],
    ['a time that is none', 'validTime: 2014-11', 'validTime: soon', '16:16 "soon" is not a date'],
    [
      'a publication time that is none',
      'publishedAt: 2014-11-18',
      'publishedAt: today',
      '9:61 "today" is not a date',
    ],
    [
      'an address that is none',
      'title: An article',
      'url: "https://u:p@example.org"',
      '9:34 "https://u:p@example.org" is not',
    ],
    [
      'an address of another kind',
      'title: An article',
      'url: "javascript:alert(1)"',
      '9:34 "javascript:alert(1)" does not fit',
    ],
    [
      'an entity that is not there',
      'object: kim',
      'object: kin',
      '15:13 There is no entity "kin" in this dossier: did you mean "kim"?',
    ],
    [
      'an entity that is nowhere near',
      'object: kim',
      'object: vladivostok',
      '15:13 There is no entity "vladivostok" in this dossier: add it',
    ],
    [
      'a key that every object has',
      'object: kim',
      'object: constructor',
      '15:13 There is no entity "constructor"',
    ],
    [
      'a qualifier that is not there',
      'to: [entity:world/russia',
      'to: [russia',
      '17:24 There is no entity "russia"',
    ],
    ['a party that is not there', 'party: upi', 'party: ap', '9:80 There is no entity "ap"'],
    ['a party that cannot speak', 'kind: ORGANIZATION', 'kind: PLACE', '9:80 "upi" is of kind PLACE'],
    [
      'a source that is not there',
      'source: word',
      'source: ward',
      '24:21 There is no source "ward" in this dossier: did you mean "word"?',
    ],
    ['a subject of the wrong kind', 'subject: choe', 'subject: upi', '13:14 "upi" is of kind ORGANIZATION'],
    [
      'a predicate that is none',
      'predicate: envoy_of',
      'predicate: envoy',
      '14:16 There is no predicate "envoy" in the vocabulary: did you mean envoy_of',
    ],
    [
      'object and value',
      'object: kim',
      'object: kim\n    value: Kim',
      '15:13 Give exactly one of object, value',
    ],
    ['a value where an entity belongs', 'object: kim', 'value: Kim', '15:12 "envoy_of" takes an entity'],
    [
      'an entity where a value belongs',
      'predicate: envoy_of',
      'predicate: born_on',
      '15:13 "born_on" takes a value',
    ],
    [
      'a qualifier name with a hyphen',
      'qualifiers: { to:',
      'qualifiers: { to-whom:',
      '17:19 "to-whom" does not fit',
    ],
    ['own together with via', 'certainty: PROBABLE', 'own: true', '20:9 Either the party vouches itself'],
    [
      'an empty via',
      'via:\n          - source: word\n            certainty: POSSIBLE',
      'via: []',
      '23:14 A list must NOT have fewer',
    ],
    [
      'a certainty that is none',
      'certainty: PROBABLE',
      'certainty: SURE',
      '20:20 "SURE" is none of CERTAIN, PROBABLE',
    ],
    [
      'a flag that is a word',
      'own: true',
      'own: sure',
      '30:33 "sure" is not what belongs here: expected is true or false',
    ],
    ['a quote without words', 'exact: an envoy, ', '', '22:16 `exact` is missing'],
    [
      'a quote that is longer than its place',
      'end: 11',
      'end: 12',
      '22:64 The quote starts at 3 and is 8 long',
    ],
    ['a quote with half a place', ', end: 11', '', '22:16 `start` needs paragraph, end beside it'],
    [
      'a file name that leads elsewhere',
      'title: An article',
      'textFile: ../secret',
      '9:39 "../secret" does not fit',
    ],
    [
      'a text where a list belongs',
      'names: [{ text: 최룡해, language: ko }]',
      'names: 최룡해',
      '5:55 "최룡해" is not what belongs here: expected is a list',
    ],
    [
      'a key of two claims',
      '  - subject: choe\n',
      '  - key: envoy\n    subject: choe\n',
      '26:10 The key "envoy" names another claim',
    ],
    [
      'a relay that is not there',
      '{ source: article, own: true }',
      '{ source: article, relays: [a1] }',
      '30:37 There is no attestation "a1"',
    ],
    [
      'a relay that stands below',
      '{ source: article, own: true }',
      '{ source: article, relays: [a1] }\n      - { key: a1, source: word, own: true }',
      '30:37 Only below this one stands the attestation "a1"',
    ],
    [
      'via beside a source that says whether it is held',
      'title: An article',
      'title: An article, held: true',
      '23:9 Beside attestations with keys, relays or a source',
    ],
    [
      'a claim that is replaced by none',
      '    validTime: 2014-11\n',
      '    validTime: 2014-11\n    superseded: { by: nobody, reason: wrong }\n',
      '17:23 There is no claim with the key "nobody"',
    ],
    [
      'a judgement on nobody',
      'claims:\n',
      'judgements: [{ a: choe, b: nobody, judgement: SAME }]\nclaims:\n',
      '11:28 There is no entity "nobody"',
    ],
    ['a repeated key', '  kim: {', '  choe: {', '6:3 The key "choe" occurs twice'],
    ['an alias', 'object: kim', 'object: *kim', '15:13 '],
    ['__proto__ as a key', '  kim: {', '  __proto__: {', '6:3 The key "__proto__" is not allowed'],
    ['constructor as a key', '  kim: {', '  constructor: {', '6:3 The key "constructor" is not allowed'],
  ])('%s', (_, from, to, problem) => {
    const text = changed(from, to);
    expect(problemsOf(text).map(told => told.slice(0, problem.length))).toContain(problem);
    expect(() => read(text)).toThrow(InvalidInput);
  });
});

test('a good dossier has no problems', () => {
  expect(problemsOf(GOOD)).toEqual([]);
});

test('all problems are told at once, and the refusal stands in the place of the first', () => {
  const text = GOOD.replaceAll('choe', 'cho')
    .replace('  cho:', '  choe:')
    .replace('object: kim', 'object: kin');
  expect(problemsOf(text).map(told => told.split(' ')[0])).toEqual(['13:14', '15:13', '26:14']);
  expect.assertions(2);
  try {
    read(text);
  } catch (error) {
    expect((error as InvalidInput).place).toEqual({ file: 'small.yaml', line: 13, column: 14 });
  }
});

test('at most fifty problems are told', () => {
  const claims = '  - { subject: nobody, predicate: meets, object: no-one }\n'.repeat(100);
  expect(problemsOf(GOOD + claims)).toHaveLength(50);
});

test('a claim that does not fit is told in its own place, wherever it stands', () => {
  expect(problemsOf(`${GOOD}  - subject: choe\n  - { subject: kim, predicate: 7 }\n`)).toEqual([
    '31:5 `predicate` is missing. Expected: A proposition, and who says it. Exactly one of object, value and unknown.',
    '32:32 7 is not what belongs here: a text, so put it in quotes.',
  ]);
});
