import { describe, expect, test } from 'vitest';
import { edgeUnder, nodeUnder, onPage } from '../../../../src/web/explorer/canvas/on-page.js';
import { sceneOf } from '../../../../src/web/explorer/canvas/scene.js';
import { drawing } from './a-drawing.js';

const SIZE = { width: 1_000, height: 1_000 };
const scene = sceneOf(
  drawing('a', ['a meets b', 'a visits b']),
  new Map([
    ['entity:a', [-200, 0]],
    ['entity:b', [200, 0]],
  ]),
);
/** At full size, 0, 0 in the middle of the page. */
const page = onPage(scene, { x: 0.5, y: 0.5, ratio: 10 }, SIZE);

describe('under the pointer', () => {
  test.each([
    [300, 500, 'entity:a'],
    [700, 510, 'entity:b'],
    [500, 500, null],
  ])('at %i, %i is the node %s', (x, y, node) => expect(nodeUnder(page, [x, y])).toBe(node));

  test.each([
    [500, 495, 'claim:a visits b'],
    [500, 505, 'claim:a meets b'],
    [500, 530, null],
    [900, 500, null],
  ])('at %i, %i is %s', (x, y, claim) => expect(edgeUnder(page, [x, y])).toBe(claim));
});
