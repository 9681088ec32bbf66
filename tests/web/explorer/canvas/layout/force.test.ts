import { expect, test } from 'vitest';
import { layOutByForces, type Forces } from '../../../../../src/web/explorer/canvas/layout/force.js';

/** Two crowds around two hubs, joined by one edge. */
const crowds = (size: number): Forces => ({
  count: size * 2,
  ends: Uint32Array.from([
    ...Array.from({ length: size - 1 }, (_, at) => [0, at + 1]).flat(),
    ...Array.from({ length: size - 1 }, (_, at) => [size, size + at + 1]).flat(),
    0,
    size,
  ]),
});

const distances = (points: Float32Array, from: number, to: readonly number[]): number =>
  to.reduce(
    (sum, one) =>
      sum +
      Math.hypot(
        (points[one * 2] ?? 0) - (points[from * 2] ?? 0),
        (points[one * 2 + 1] ?? 0) - (points[from * 2 + 1] ?? 0),
      ),
    0,
  ) / to.length;

test('the same drawing stands the same way each time, the focus in the middle', () => {
  const [first, second] = [layOutByForces(crowds(80)), layOutByForces(crowds(80))];
  expect(first).toEqual(second);
  expect([first[0], first[1]]).toEqual([0, 0]);
});

test('what claims join stands nearer together than what they do not', () => {
  const points = layOutByForces(crowds(80));
  const own = Array.from({ length: 79 }, (_, at) => at + 1);
  const others = own.map(at => at + 80);
  expect(distances(points, 0, own)).toBeLessThan(distances(points, 0, others));
});

test('a drawing of one node, or without claims, is laid out too', () => {
  expect([...layOutByForces({ count: 1, ends: new Uint32Array() })]).toEqual([0, 0]);
  expect([...layOutByForces({ count: 3, ends: new Uint32Array() })].every(Number.isFinite)).toBe(true);
});
