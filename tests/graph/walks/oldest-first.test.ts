// Several lists read as one, against sorting all of them.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OldestFirst } from '../../../src/graph/walks/oldest-first.js';
import { drawGraph } from '../drawn-graph.js';

const CLAIMS = [
  ...drawGraph(
    2,
    Array.from({ length: 30 }, () => ({ from: 0, to: 1 })),
  ).claims(),
];
const anyList = fc
  .uniqueArray(fc.nat(CLAIMS.length - 1))
  .map(places => CLAIMS.filter((_, at) => places.includes(at)));

test('the claims of all lists come oldest first, each as often as lists hold it, and then no more', () => {
  fc.assert(
    fc.property(fc.array(anyList, { maxLength: 12 }), lists => {
      const merged = new OldestFirst(lists);
      const sorted = lists.flat().sort((a, b) => a.recorded.seq - b.recorded.seq);
      expect(sorted.map(() => merged.next())).toEqual(sorted);
      expect(merged.next()).toBeNull();
    }),
  );
});
