// Things below one another, as near as may be to where they want to stand.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spread } from '../../../../../src/web/explorer/claim/chains/spread.js';

test.each([
  ['those with room stand where they want', [0, 100], [0, 100]],
  ['two that want one place stand on both sides of it', [50, 50], [35, 65]],
  ['one in the way of two is moved with them', [0, 10, 20], [-20, 10, 40]],
  ['nothing stays nothing', [], []],
])('%s', (_, wanted, placed) => {
  expect(
    spread(
      wanted,
      wanted.map(() => 20),
      10,
    ),
  ).toEqual(placed);
});

test('whatever is wanted, there is space between any two', () => {
  const things = fc.array(fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 90 })));
  fc.assert(
    fc.property(things, given => {
      const heights = given.map(([, height]) => height);
      const placed = spread(
        given.map(([wanted]) => wanted),
        heights,
        12,
      );
      const gaps = placed.slice(1).map((middle, at) => {
        return middle - (placed[at] ?? 0) - ((heights[at] ?? 0) + (heights[at + 1] ?? 0)) / 2;
      });
      expect(Math.min(12, ...gaps)).toBeGreaterThanOrEqual(12 - 1e-6);
    }),
  );
});
