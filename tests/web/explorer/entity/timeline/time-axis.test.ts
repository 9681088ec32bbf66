import { describe, expect, test } from 'vitest';
import { along, axisOf } from '../../../../../src/web/explorer/entity/timeline/time-axis.js';

const at = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const axisFrom = (from: string, to: string) => axisOf([at(from), at(to)]);
const ticks = (from: string, to: string): string[] =>
  axisFrom(from, to)?.ticks.map(({ words }) => words) ?? [];

describe('the dates along an axis', () => {
  test.each([
    ['2014-11-17', '2014-11-19', ['16 Nov 2014', '17 Nov 2014', '18 Nov 2014', '19 Nov 2014', '20 Nov 2014']],
    ['2014-11-01', '2014-11-30', ['1 Nov 2014', '11 Nov 2014', '21 Nov 2014', '1 Dec 2014']],
    ['2014-01-01', '2014-12-31', ['Jan 2014', 'Apr 2014', 'Jul 2014', 'Oct 2014', 'Jan 2015']],
    ['2011-03-01', '2014-12-31', ['2011', '2012', '2013', '2014', '2015']],
    ['1910-01-01', '2010-01-01', ['1920', '1940', '1960', '1980', '2000']],
  ])('from %s to %s are those that people count by', (from, to, expected) => {
    expect(ticks(from, to)).toEqual(expected);
  });

  test('are few however long it is, and within it', () => {
    for (const [from, to] of [
      ['-000499-01-01', '2026-01-01'],
      ['1000-01-01', '9999-01-01'],
      ['2014-11-17', '2014-11-17'],
      ['2014-02-20', '2014-03-08'],
    ] as const) {
      const axis = axisFrom(from, to);
      expect(axis?.ticks.length).toBeGreaterThan(0);
      expect(axis?.ticks.length).toBeLessThan(9);
      for (const tick of axis?.ticks ?? [])
        expect([tick.at >= (axis?.from ?? NaN), tick.at <= (axis?.to ?? NaN)]).toEqual([true, true]);
    }
  });
});

test('an axis has room at both ends of what is dated', () => {
  const axis = axisFrom('2014-01-01', '2014-12-31');
  expect(axis?.from).toBeLessThan(at('2014-01-01'));
  expect(axis?.to).toBeGreaterThan(at('2014-12-31'));
});

test('what is open stands at the ends of the axis', () => {
  const axis = axisFrom('2014-01-01', '2014-12-31');
  if (!axis) throw new Error('An axis was expected.');
  expect([along(axis, -Infinity), along(axis, Infinity)]).toEqual([0, 100]);
  expect(along(axis, (axis.from + axis.to) / 2)).toBe(50);
});

test('where nothing has a date there is no axis', () => {
  expect(axisOf([])).toBeNull();
  expect(axisOf([-Infinity, Infinity])).toBeNull();
});
