import { describe, expect, test } from 'vitest';
import { fit, scaleOf, toDrawing, toPage } from '../../../../src/web/explorer/canvas/camera.js';
import type { Point } from '../../../../src/web/explorer/canvas/layout/positions.js';

const WINDOW = { width: 1_000, height: 700 };
const corners: readonly Point[] = [
  [-1_200, -500],
  [900, 300],
];

describe('a camera that has all in sight', () => {
  test.each([WINDOW, { width: 390, height: 560 }, { width: 120, height: 90 }])(
    'keeps labels inside of %j',
    size => {
      const place = toPage(fit(corners, size), size);
      for (const [x, y] of corners.map(place)) {
        expect(x).toBeGreaterThan(size.width / 12);
        expect(x).toBeLessThan(size.width * 0.92);
        expect(y).toBeGreaterThan(size.height / 20);
        expect(y).toBeLessThan(size.height * 0.95);
      }
    },
  );

  test('does not blow up a drawing of one node, and has it in the middle', () => {
    const camera = fit([[40, 50]], WINDOW);
    expect(toPage(camera, WINDOW)([40, 50]).map(Math.round)).toEqual([500, 350]);
    expect(scaleOf(camera, WINDOW)).toBeLessThan(2);
  });

  test('of nothing is some camera', () => expect(Number.isFinite(fit([], WINDOW).ratio)).toBe(true));
});

test('the way from the drawing to the page leads back again', () => {
  const camera = { x: 2.5, y: -2.5, ratio: 30 };
  const [x, y] = toDrawing(camera, WINDOW)(toPage(camera, WINDOW)([123, -45]));
  expect([Math.round(x), Math.round(y)]).toEqual([123, -45]);
});

test('a camera means the same part of the drawing in windows of another size', () => {
  const camera = { x: 2.5, y: -2.5, ratio: 30 };
  for (const size of [WINDOW, { width: 390, height: 560 }])
    expect(toDrawing(camera, size)([size.width / 2, size.height / 2]).map(Math.round)).toEqual([200, 300]);
});
