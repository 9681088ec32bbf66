import { expect, test } from 'vitest';
import { byPredicate } from '../../../../src/web/explorer/entity/by-predicate.js';
import { weighed } from '../../../fixtures/weighed-claim.js';

test('claims stand under their predicates, each in the order in which it came', () => {
  const claims = ['a meets b', 'a visits c', 'd meets a'].map(words => weighed(words));
  expect(byPredicate(claims).map(group => [group.predicate.id, group.claims.map(({ id }) => id)])).toEqual([
    ['meets', ['a meets b', 'd meets a']],
    ['visits', ['a visits c']],
  ]);
});
