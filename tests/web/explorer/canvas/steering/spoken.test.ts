import { expect, test } from 'vitest';
import {
  drawingSpoken,
  edgeSpoken,
  nodeSpoken,
  waySpoken,
} from '../../../../../src/web/explorer/canvas/steering/spoken.js';
import type { DrawnNode } from '../../../../../src/web/explorer/walk/drawing.js';
import { weighed } from '../../../../fixtures/weighed-claim.js';
import { drawing, edge, entity } from '../a-drawing.js';

const node = (more: Partial<DrawnNode> = {}): DrawnNode => ({
  entity: entity('Ann'),
  ids: ['entity:Ann'],
  isProvisional: false,
  expanded: false,
  isFocus: false,
  claims: 24,
  depth: 0,
  ...more,
});

test.each([
  [node(), 12, 'Ann, person, 24 claims, 12 shown'],
  [node({ isProvisional: true }), 1, 'Ann, person, known only by reference, 24 claims, 1 shown'],
  [node({ claims: null }), 1, 'Ann, person, 1 claim shown'],
  [node({ expanded: true, claims: 1 }), 1, 'Ann, person, 1 claim, 1 shown, expanded'],
])('a node is said with its kind and claims', (one, shown, said) =>
  expect(nodeSpoken(one, shown)).toBe(said),
);

test.each([
  [edge('Ann meets Bob', { status: 'DISPUTED' }), 'Ann meets Bob: disputed'],
  [edge('Ann meets Bob', { isWeakest: true }), 'Ann meets Bob: supported, the weakest of its path'],
  [edge('Ann meets Bob', { fall: 'loses all support' }), 'Ann meets Bob: supported, it loses all support'],
])('a claim is said with its status', (one, said) => expect(edgeSpoken(one)).toBe(said));

test('on the way the claim is said before the node', () => {
  const way = { to: 'entity:Ann', along: edge('Bob meets Ann') };
  expect(waySpoken(way, node(), 2)).toBe('Bob meets Ann: supported. Ann, person, 24 claims, 2 shown');
  expect(waySpoken({ ...way, along: null }, node(), 2)).toMatch(/^No claim leads there\. Ann/);
});

test('a drawing is said by its size', () =>
  expect(drawingSpoken(drawing('a', ['a meets b']))).toBe('Graph of 2 entities and 1 claim'));

test('claims without a line are counted apart, and it is said where they are', () => {
  const lineless = ['a aged =64', 'a knows a'].map(words => ({
    claim: weighed(words),
    isWeakest: false,
    fall: null,
  }));
  expect(drawingSpoken({ ...drawing('a', ['a meets b']), lineless })).toBe(
    'Graph of 2 entities and 1 claim; 1 claim with a value and 1 claim of an entity about itself: in the table',
  );
});
