import { describe, expect, test } from 'vitest';
import { readDate, timeScale } from '../../../../src/web/explorer/time/time-scale.js';

describe('the slider', () => {
  test.each([
    ['2014-01-01', '2014-11-17', 'day', '2014-01-01', '2014-11-17'],
    ['2014', '2014-11', 'day', '2014-01-01', '2014-11-30'],
    ['1998-05', '2014-11-17', 'month', '1998-05', '2014-11'],
    ['1924~', '2014', 'month', '1924-01', '2014-12'],
    ['-0043', '2014', 'year', '-0043', '2014'],
  ])('from %s to %s goes by %s', (earliest, latest, unit, first, last) => {
    const scale = timeScale(earliest, latest);
    expect(scale && [scale.unit, scale.at(0), scale.at(scale.last)]).toEqual([unit, first, last]);
  });

  test.each([
    ['there is no date', null, null],
    ['it ends before it begins', '2014', '2013'],
    ['it cannot be read', 'then', 'now'],
  ])('there is none where %s', (_, earliest, latest) => {
    expect(timeScale(earliest, latest)).toBeNull();
  });

  test('every step leads back to itself', () => {
    for (const [from, to] of [
      ['2013-12-30', '2014-11-17'],
      ['1969-11', '1998-02'],
      ['1700', '2014'],
    ] as const) {
      const scale = timeScale(from, to);
      expect(scale).not.toBeNull();
      for (let step = 0; scale && step <= scale.last; step++) expect(scale.stepOf(scale.at(step))).toBe(step);
    }
  });

  test('a date outside stands at the nearer end', () => {
    const scale = timeScale('2014-11-01', '2014-11-30');
    expect([scale?.stepOf('1999'), scale?.stepOf('2020-01')]).toEqual([0, 29]);
  });
});

describe('a date as it is typed', () => {
  test.each(['2014', ' 2014-11 ', '2014-11-17', '2014-11~', '2014-10/2014-11', '../2014-11'])(
    '%s is read',
    text => {
      expect(readDate(text)).toEqual({ date: text.trim() });
    },
  );

  test.each(['', 'Nov 2014', '17.11.2014', '2014-13', '2014-11-31', '14'])(
    '%j is refused, with what is expected',
    text => {
      const read = readDate(text);
      expect('problem' in read && read.problem).toContain('such as 2014, 2014-11 or 2014-11-17');
    },
  );
});
