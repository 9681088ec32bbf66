// Which origins the diagram brackets as one family, and in which words.
import { expect, test } from 'vitest';
import { originFamilies } from '../../../../../src/web/explorer/claim/chains/chain-families.js';
import { chain, tie, unnamed } from '../told-chains.js';

test('origins that a claim ties are one family, named by its predicate', () => {
  const families = originFamilies(
    [chain('UPI', 'Lim?'), chain('The Diplomat', 'Ministry?')],
    [tie('Lim', 'Ministry', 'speaks for')],
  );
  expect(families).toEqual([{ origins: ['Lim', 'Ministry'], words: ['speaks for'] }]);
});

test('origins tied through a third party are one family', () => {
  const families = originFamilies(
    [chain('UPI', 'Lim?'), chain('AP', 'Government?')],
    [tie('Lim', 'Ministry', 'speaks for'), tie('Ministry', 'Government', 'is part of')],
  );
  expect(families).toEqual([{ origins: ['Lim', 'Government'], words: ['speaks for', 'is part of'] }]);
});

test('parties judged to be the same are said to be', () => {
  const families = originFamilies([chain('Lim'), chain('Im')], [tie('Lim', 'Im')]);
  expect(families).toEqual([{ origins: ['Lim', 'Im'], words: ['judged to be the same'] }]);
});

test('two words of one party are one family without any tie', () => {
  const families = originFamilies([chain('UPI', 'Lim/1?'), chain('AP', 'Lim/2?')], []);
  expect(families).toEqual([{ origins: ['Lim/1', 'Lim/2'], words: ['the same party'] }]);
});

test.each([
  ['one origin that two outlets relay', [chain('UPI', 'Lim?'), chain('AP', 'Lim?')]],
  ['parties that nothing ties', [chain('UPI'), chain('AP')]],
  ['unnamed parties', [chain(unnamed('a', 'a diplomat')), chain(unnamed('b', 'a diplomat'))]],
])('%s make no family', (_, chains) => {
  expect(originFamilies(chains, [])).toEqual([]);
});

test('a chain too long to be told whole has no origin here, and is in no family', () => {
  const long = { ...chain('UPI', 'Lim?'), attestationsCount: 70 };
  expect(originFamilies([long, chain('AP', 'Ministry?')], [tie('Lim', 'Ministry', 'speaks for')])).toEqual(
    [],
  );
});
