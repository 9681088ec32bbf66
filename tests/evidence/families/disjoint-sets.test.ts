// The largest number of disjoint sets, against trying all choices.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { largestDisjoint } from '../../../src/evidence/families/disjoint-sets.js';
import { atOnce } from '../../../src/graph/work/resumable.js';

const setsOf = (lists: readonly (readonly number[])[]): Set<number>[] => lists.map(list => new Set(list));

function byTrying([first, ...rest]: readonly ReadonlySet<number>[]): number {
  if (!first) return 0;
  const apart = rest.filter(set => [...set].every(member => !first.has(member)));
  return Math.max(byTrying(rest), 1 + byTrying(apart));
}

test.each<{ name: string; sets: number[][]; count: number }>([
  { name: 'no sets', sets: [], count: 0 },
  { name: 'one set', sets: [[1, 2]], count: 1 },
  {
    name: 'three pairs in a triangle',
    sets: [
      [1, 2],
      [2, 3],
      [3, 1],
    ],
    count: 1,
  },
  {
    name: 'one that touches two',
    sets: [
      [1, 2],
      [2, 3],
      [3, 4],
    ],
    count: 2,
  },
  { name: 'a set twice', sets: [[1], [1]], count: 1 },
  { name: 'groups that do not touch', sets: [[1, 2], [2, 3], [7, 8], [8, 9], [20]], count: 3 },
])('of $name $count are disjoint', ({ sets, count }) => {
  expect(atOnce(largestDisjoint(setsOf(sets)))).toEqual({ count, exact: true });
});

test('the count is what trying all choices finds', () => {
  const set = fc.uniqueArray(fc.nat(9), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(set, { maxLength: 10 }), lists => {
      const sets = setsOf(lists);
      expect(atOnce(largestDisjoint(sets))).toEqual({ count: byTrying(sets), exact: true });
    }),
    { numRuns: 300 },
  );
});

test('beyond the budget the count is a lower bound that says so', () => {
  let state = 1;
  const chance = (): number => (state = (state * 48_271) % 2_147_483_647);
  const sets = setsOf(Array.from({ length: 900 }, () => [0, 0, 0, 0].map(() => chance() % 120)));
  const { count, exact } = atOnce(largestDisjoint(sets));
  expect(exact).toBe(false);
  expect(count).toBeGreaterThanOrEqual(1);
  expect(count).toBeLessThanOrEqual(120);
});
