import { expect, test } from 'vitest';
import { START, walkFrom, type ViewState } from '../../../../src/web/explorer/view-state/view-state.js';
import {
  canCollapse,
  collapse,
  expand,
  expandTo,
  idOnWalk,
} from '../../../../src/web/explorer/view-state/steps.js';

const walk = walkFrom(START, 'choe');
const stepsOf = ({ stage }: ViewState): string[] =>
  stage.at === 'walk'
    ? stage.steps.map(({ entity, predicates, most }) => [entity, most, ...(predicates ?? [])].join(' '))
    : [];

test.each<[string, ViewState, string[]]>([
  ['another entity', expand(walk, 'putin'), ['choe 39', 'putin 25']],
  ['one predicate', expand(walk, 'choe', ['visits']), ['choe 39', 'choe 25 visits']],
  ['the same again', expand(walk, 'choe'), ['choe 64']],
  ['up to so many', expandTo(walk, 'choe', null, 100), ['choe 100']],
  ['beyond what a walk shows', expandTo(walk, 'choe', null, 5_000), ['choe 500']],
  ['a new one up to so many', expandTo(walk, 'choe', ['visits'], 27), ['choe 39', 'choe 27 visits']],
])('expanding: %s', (_, state, steps) => {
  expect(stepsOf(state)).toEqual(steps);
});

test('collapsing takes away all steps of an entity but the first of the walk', () => {
  const far = expand(expand(walk, 'putin'), 'choe', ['visits']);
  expect(stepsOf(collapse(far, 'choe'))).toEqual(['choe 39', 'putin 25']);
  expect(stepsOf(collapse(far, 'putin'))).toEqual(['choe 39', 'choe 25 visits']);
});

test.each([
  ['choe', walk, false],
  ['choe', expand(walk, 'choe', ['visits']), true],
  ['putin', expand(walk, 'putin'), true],
  ['lim', expand(walk, 'putin'), false],
] as const)('whether there is anything of %s to collapse', (entity, state, can) => {
  expect(canCollapse(state, entity)).toBe(can);
});

test('of two that are one, the id that the walk knows is used, and both are collapsed', () => {
  const far = expand(expand(walk, 'putin'), 'putin2');
  expect(idOnWalk(expand(walk, 'putin2'), ['putin', 'putin2'])).toBe('putin2');
  expect(idOnWalk(walk, ['putin', 'putin2'])).toBe('putin');
  expect(canCollapse(expand(walk, 'putin2'), 'putin', 'putin2')).toBe(true);
  expect(stepsOf(collapse(far, 'putin', 'putin2'))).toEqual(['choe 39']);
});
