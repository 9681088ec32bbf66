import { expect, test } from 'vitest';
import { gather, type Brought } from '../../../../src/web/explorer/walk/gather.js';
import { offersOf, restText, type Offers } from '../../../../src/web/explorer/walk/offers.js';
import { entityLine, weighed } from '../../../fixtures/weighed-claim.js';

const counted = (counts: Readonly<Record<string, number>>) => ({
  totalCount: Object.values(counts).reduce((sum, count) => sum + count, 0),
  byPredicateCount: Object.keys(counts).length,
  byPredicate: Object.entries(counts).map(([id, count]) => ({ count, predicate: { id, label: id } })),
});

const step = (
  key: string,
  claims: readonly string[],
  predicates: readonly string[] | null = null,
): Brought => ({
  step: { entity: `entity:${key}`, predicates, most: 39 },
  entity: entityLine(key),
  claims: claims.map(words => weighed(words)),
  total: claims.length,
});

const offers = (counts: Readonly<Record<string, number>>, ...steps: readonly Brought[]): Offers =>
  offersOf(counted(counts), ['entity:choe', 'entity:choi'], gather(steps));

test('what is shown does not come again', () => {
  const { all, predicates } = offers(
    { visits: 3, meets: 1 },
    step('choe', ['choe visits moscow', 'choe meets putin']),
  );
  expect(all).toMatchObject({ total: 4, shown: 2, adds: 2 });
  expect(predicates.map(({ label, adds }) => [label, adds])).toEqual([
    ['visits', 2],
    ['meets', 0],
  ]);
});

test('at most 25 come at a time, and the rest is said', () => {
  const { all, predicates } = offers({ visits: 337 });
  expect([all.adds, restText(all)]).toEqual([25, ', +312 more']);
  expect(predicates[0]).toMatchObject({ adds: 25, most: 25 });
});

test('where one press brings all, no rest is said', () => {
  expect(restText(offers({ visits: 25 }).all)).toBe('');
});

test('a predicate goes on after what was brought of it, by itself or among others', () => {
  const { predicates } = offers(
    { visits: 100 },
    step('choe', ['choe visits moscow', 'choe meets putin']),
    step('choe', ['choe visits moscow', 'choe visits russia'], ['visits']),
  );
  expect(predicates[0]).toMatchObject({ shown: 2, most: 27 });
});

test('a claim that another entity brought counts as shown', () => {
  const { all } = offers({ meets: 2 }, step('putin', ['choe meets putin', 'putin leads russia']));
  expect(all).toMatchObject({ shown: 1, adds: 1, most: 25 });
});

test('what was brought under the id of one that is one with it counts as shown', () => {
  const { all } = offers({ meets: 3 }, step('choi', ['choi meets putin', 'lim meets choe']));
  expect(all).toMatchObject({ shown: 2, adds: 1, most: 27 });
});

test('predicates of which all is shown come last', () => {
  const { predicates } = offers({ visits: 1, meets: 1 }, step('choe', ['choe visits moscow']));
  expect(predicates.map(({ label }) => label)).toEqual(['meets', 'visits']);
});

test('beyond 500 of one entity nothing comes', () => {
  const claims = Array.from({ length: 500 }, (_, at) => `choe visits place-${at}`);
  const { all, predicates } = offers({ visits: 5_000 }, step('choe', claims));
  expect(all).toMatchObject({ shown: 500, adds: 0, most: 500 });
  expect(predicates[0]).toMatchObject({ shown: 500, adds: 0, most: 500 });
});
