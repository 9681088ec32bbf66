// The vocabulary: predicates by id, with advice where there is none.
import { describe, expect, test } from 'vitest';
import { InvalidInput } from '../../src/domain/refusal.js';
import { Vocabulary, type Predicate } from '../../src/domain/vocabulary.js';

const predicate = (id: string, label: string): Predicate => ({
  id,
  label,
  subjectKinds: ['PERSON'],
  objectKinds: ['PERSON'],
  sentence: `{subject} ${label} {object}`,
  oneAtATime: false,
  symmetric: false,
  dependence: false,
});
const VOCABULARY = new Vocabulary([], [predicate('meets', 'meets'), predicate('envoy_of', 'is an envoy of')]);

test('predicates are sorted by id', () => {
  expect(VOCABULARY.predicates.map(({ id }) => id)).toEqual(['envoy_of', 'meets']);
});

test('a predicate is found by its id, and null says that there is none', () => {
  expect(VOCABULARY.findPredicate('meets')?.label).toBe('meets');
  expect(VOCABULARY.findPredicate('meet')).toBeNull();
  expect(VOCABULARY.findPredicate('constructor')).toBeNull();
});

describe('getting a predicate that is not there', () => {
  test.each([
    ['envoy', /did you mean envoy_of/],
    ['is an envoy of', /did you mean envoy_of/],
    ['eats', /ask `predicates` for the list/],
  ])('"%s" is refused with advice', (id, advice) => {
    expect(() => VOCABULARY.getPredicate(id)).toThrow(InvalidInput);
    expect(() => VOCABULARY.getPredicate(id)).toThrow(advice);
  });
});

test('a predicate that only a journal knows reads plainly and ties nobody', () => {
  expect(VOCABULARY.predicateOrPlain('trades_with')).toMatchObject({
    label: 'trades with',
    sentence: '{subject} trades with {object}',
    dependence: false,
  });
  expect(VOCABULARY.predicateOrPlain('meets')).toBe(VOCABULARY.findPredicate('meets'));
});
