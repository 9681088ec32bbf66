import { describe, expect, test } from 'vitest';
import { distanceTo, edgeLine, reach } from '../../../../src/web/explorer/canvas/edge-line.js';

const circle = (x: number, y: number, size = 10) => ({ at: [x, y] as const, shape: 'circle' as const, size });

describe('the line of an edge', () => {
  test('runs from rim to rim, with a gap', () =>
    expect(edgeLine(circle(0, 0), circle(100, 0), 0)).toEqual({ from: [13, 0], to: [87, 0], length: 74 }));

  test('beside others lies on one side, whichever way it runs', () => {
    const there = edgeLine(circle(0, 0), circle(100, 0), 9);
    const back = edgeLine(circle(100, 0), circle(0, 0), -9);
    expect(there?.from[1]).toBe(-9);
    expect(back?.from[1]).toBe(-9);
  });

  test('is none where its nodes touch', () => expect(edgeLine(circle(0, 0), circle(20, 0), 0)).toBeNull());
  test('is none where they stand in one place', () =>
    expect(edgeLine(circle(5, 5), circle(5, 5), 0)).toBeNull());

  test.each([
    ['square', [1, 0], 9],
    ['square', [Math.SQRT1_2, Math.SQRT1_2], 12.73],
    ['diamond', [1, 0], 12.5],
    ['diamond', [Math.SQRT1_2, Math.SQRT1_2], 8.84],
    ['ring', [0, 1], 10],
  ] as const)('ends at the rim of a %s towards %j', (shape, towards, far) =>
    expect(reach({ at: [0, 0], shape, size: 10 }, towards)).toBeCloseTo(far, 2),
  );
});

test('what is near a line is near its nearest point', () => {
  const line = edgeLine(circle(0, 0), circle(100, 0), 0);
  expect(line && [distanceTo(line, [50, 4]), distanceTo(line, [90, 4]), distanceTo(line, [13, 0])]).toEqual([
    4, 5, 0,
  ]);
});
