import { describe, expect, test } from 'vitest';
import { neighboursIn } from '../../../../../src/web/explorer/canvas/layout/neighbours.js';
import type { Point } from '../../../../../src/web/explorer/canvas/layout/positions.js';
import {
  claimAfter,
  claimsAround,
  wayTowards,
  type Direction,
} from '../../../../../src/web/explorer/canvas/steering/steering.js';
import { edge } from '../a-drawing.js';

const edges = [edge('f meets right'), edge('f visits right'), edge('up warns f'), edge('f meets left')];
const neighbours = neighboursIn(edges);
const places = new Map<string, Point>([
  ['entity:f', [0, 0]],
  ['entity:right', [100, 10]],
  ['entity:up', [-10, -100]],
  ['entity:left', [-100, 0]],
  ['entity:near', [10, 60]],
]);
const go = (direction: Direction, from: string) =>
  wayTowards(direction, `entity:${from}`, places, neighbours);

describe('an arrow', () => {
  test.each([
    ['right', 'f', 'right', 'meets'],
    ['up', 'f', 'up', 'warns'],
    ['left', 'f', 'left', 'meets'],
    ['left', 'right', 'f', 'meets'],
  ] as const)('%s at %s goes along a claim to %s', (direction, from, to, predicate) =>
    expect(go(direction, from)).toMatchObject({
      to: `entity:${to}`,
      along: { claim: { predicate: { id: predicate } } },
    }),
  );

  test('where no claim leads goes to what stands next there', () =>
    expect(go('down', 'f')).toEqual({ to: 'entity:near', along: null }));

  test('where nothing stands goes nowhere', () => expect(go('right', 'right')).toBeNull());
  test('from what is not drawn goes nowhere', () => expect(go('up', 'nobody')).toBeNull());
});

describe('stepping through the claims of a node', () => {
  const claims = claimsAround('entity:f', places, neighbours);

  test('goes clockwise from the top, claims with the same neighbour together', () =>
    expect(claims.map(({ claim }) => claim.sentence)).toEqual([
      'f meets right',
      'f visits right',
      'f meets left',
      'up warns f',
    ]));

  test('begins with the first, and after the last goes on with it', () => {
    expect(claimAfter(claims, null)).toBe(claims[0]);
    expect(claimAfter(claims, claims[1]?.claim.id ?? '')).toBe(claims[2]);
    expect(claimAfter(claims, claims[3]?.claim.id ?? '')).toBe(claims[0]);
    expect(claimAfter([], null)).toBeNull();
  });
});
