// Readings: which claims a whole view shows.
import { expect, test } from 'vitest';
import { InvalidInput } from '../../src/domain/refusal.js';
import type { View } from '../../src/domain/view.js';
import { tinyWorld, type TinyWorld } from '../fixtures/tiny-world.js';
import { Asking } from './asking.js';

type Name = keyof TinyWorld['claims'];

const shown = ({ world, claims }: TinyWorld, view: View): Name[] => {
  const asking = new Asking(world, view);
  const names = Object.keys(claims) as Name[];
  return names.filter(name => asking.viewed.accepts(asking.record(claims[name])));
};

test.each<{ view: View; some: Name[]; none: Name[] }>([
  { view: {}, some: ['envoy', 'hwangSecond', 'spokesman'], none: [] },
  {
    view: { validAt: '2014-10-01' },
    some: ['hwangSecond', 'covers', 'officeHolder'],
    none: ['choeSecond', 'left'],
  },
  { view: { validAt: '2014-11-17' }, some: ['choeSecond', 'left', 'covers'], none: ['hwangSecond'] },
  { view: { publishedBy: '2014-11-17' }, some: [], none: ['envoy', 'left', 'diversifies', 'spokesman'] },
  { view: { publishedBy: '2014-11-30' }, some: ['envoy', 'left', 'diversifies'], none: ['spokesman'] },
  { view: { minIndependent: 2 }, some: ['envoy'], none: ['diversifies', 'covers', 'left'] },
  { view: { statuses: ['CORROBORATED'] }, some: ['envoy'], none: ['diversifies', 'choeSecond'] },
  { view: { statuses: ['SPECULATIVE', 'SUPPORTED'] }, some: ['choeSecond', 'covers'], none: ['envoy'] },
  { view: { knownAtSeq: 0 }, some: [], none: ['envoy', 'spokesman'] },
])('a view $view shows $some and not $none', ({ view, some, none }) => {
  const names = shown(tinyWorld(), view);
  for (const name of some) expect(names).toContain(name);
  for (const name of none) expect(names).not.toContain(name);
});

test('a withdrawn claim is shown only where it is asked for, or before it was withdrawn', () => {
  const told = tinyWorld();
  const before = told.world.events.length;
  told.world.withdrawsClaim(told.claims.envoy);
  expect(shown(told, {})).not.toContain('envoy');
  expect(shown(told, { includeWithdrawn: true })).toContain('envoy');
  expect(shown(told, { statuses: ['WITHDRAWN'] })).toEqual(['envoy']);
  expect(shown(told, { knownAtSeq: before })).toContain('envoy');
});

test('a negative number of independent chains is refused', () => {
  expect(() => new Asking(tinyWorld().world, { minIndependent: -1 })).toThrow(InvalidInput);
});
