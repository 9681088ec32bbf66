import { expect, test } from 'vitest';
import { openPaths } from '../../../../src/web/explorer/view-state/steps.js';
import { START, walkFrom, type ViewState } from '../../../../src/web/explorer/view-state/view-state.js';
import { facetsAsked, scopeOf, singleChainAsked } from '../../../../src/web/explorer/rail/scope.js';

const walk: ViewState = {
  ...walkFrom(START, 'choe'),
  trueOn: '2014',
  filters: { ...START.filters, statuses: ['DENIED'], predicates: ['visits'], minIndependent: 2 },
};
const paths = openPaths(START, 'choe', 'putin');

test('counts are of the claims about the focus of a walk, elsewhere of all', () => {
  expect([scopeOf(walk), scopeOf(paths)]).toEqual(['choe', null]);
});

test('each group is counted as if nothing were chosen in it', () => {
  expect(facetsAsked(walk)).toEqual({
    filter: { about: 'choe', predicates: ['visits'] },
    view: { validAt: '2014', minIndependent: 2, statuses: ['DENIED'] },
    anyStatus: { validAt: '2014', minIndependent: 2 },
    anyPredicate: { about: 'choe' },
  });
});

test.each([
  ['a walk', walk, 'choe'],
  ['paths', paths, 'choe'],
  ['nothing yet', START, null],
] as const)('single chains of %s', (_, state, about) => {
  expect(singleChainAsked(state).about).toBe(about);
  expect(singleChainAsked(state).filter.independence).toEqual(['SINGLE']);
});
