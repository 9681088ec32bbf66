import { describe, expect, test } from 'vitest';
import { predicateChoices, shortList, toggled } from '../../../../src/web/explorer/rail/choice.js';

describe('ticking', () => {
  const ALL = ['a', 'b', 'c'];
  test.each<[string, string[] | null, string, string[] | null]>([
    ['the first narrows to it', null, 'b', ['b']],
    ['a second adds to it, in their own order', ['b'], 'a', ['a', 'b']],
    ['again takes it away', ['a', 'b'], 'a', ['b']],
    ['the last one away keeps all', ['a'], 'a', null],
    ['all of them keeps all', ['a', 'b'], 'c', null],
    ['keeps what an old link names', ['x'], 'a', ['a', 'x']],
  ])('%s', (_, chosen, value, next) => {
    expect(toggled(chosen, value, ALL)).toEqual(next);
  });
});

describe('predicates', () => {
  const named = (...ids: string[]) => ids.map(id => ({ id, label: id }));
  const counts = [
    { count: 5, predicate: { id: 'visits', label: 'visits' } },
    { count: 1, predicate: { id: 'meets', label: 'meets' } },
  ];
  const whole = { byPredicate: counts, byPredicateCount: 2 };
  const choices = predicateChoices(whole, named('visits', 'watches', 'meets', 'accompanies'));

  test('those with claims come first, the others by their words', () => {
    expect(choices.map(({ id, count }) => `${id} ${count}`)).toEqual([
      'visits 5',
      'meets 1',
      'accompanies 0',
      'watches 0',
    ]);
  });

  test('the short list leaves out those without a claim, but not what is chosen', () => {
    expect(shortList(choices, ['watches'], 1).map(({ id }) => id)).toEqual(['visits', 'watches']);
    expect(shortList(choices, null, 8).map(({ id }) => id)).toEqual(['visits', 'meets']);
  });

  test('where not all counts were given, those of the others are not said to be none', () => {
    const part = { byPredicate: counts, byPredicateCount: 120 };
    expect(
      predicateChoices(part, named('meets', 'watches')).map(({ id, count }) => `${id} ${count}`),
    ).toEqual(['visits 5', 'meets 1', 'watches null']);
  });

  test('until they are counted, no number is said', () => {
    expect(predicateChoices(null, named('visits'))).toEqual([{ id: 'visits', label: 'visits', count: null }]);
  });
});
