// Times of Wikibase in EDTF: every precision, both calendars, before our era.
import { expect, test } from 'vitest';
import { readTimeSpan } from '../../../src/domain/time-span.js';
import { WikibasePart } from '../../../src/exchange/wikibase/part.js';
import { readTime } from '../../../src/exchange/wikibase/wikibase-time.js';
import { timeValue } from './making-entities.js';

const read = (time: string, precision: number, options = {}) =>
  readTime(new WikibasePart(timeValue(time, precision, options)));

test.each([
  ['+2014-11-17T13:45:10Z', 14, '2014-11-17T13:45:10Z'],
  ['+2014-11-17T13:45:00Z', 13, '2014-11-17T13:45:00Z'],
  ['+2014-11-17T13:00:00Z', 12, '2014-11-17T13:00:00Z'],
  ['+2014-11-17T00:00:00Z', 11, '2014-11-17'],
  ['+2014-11-00T00:00:00Z', 10, '2014-11'],
  ['+2014-11-17T00:00:00Z', 10, '2014-11'],
  ['+2014-00-00T00:00:00Z', 9, '2014'],
  ['+0087-00-00T00:00:00Z', 9, '0087'],
  ['+2014-00-00T00:00:00Z', 8, '201X'],
  ['+1801-00-00T00:00:00Z', 7, '18XX'],
  ['+1900-00-00T00:00:00Z', 7, '18XX'],
  ['+1901-00-00T00:00:00Z', 7, '19XX'],
  ['+2000-00-00T00:00:00Z', 6, '1XXX'],
  ['+12000-00-00T00:00:00Z', 9, 'Y12000'],
  ['-0044-03-15T00:00:00Z', 11, '-0043-03-15'],
  ['-0001-00-00T00:00:00Z', 9, '0000'],
  ['-0044-00-00T00:00:00Z', 8, '-0048/-0039'],
  ['-0100-00-00T00:00:00Z', 7, '-0099/0000'],
  ['-0500-00-00T00:00:00Z', 7, '-04XX'],
  ['-1500-00-00T00:00:00Z', 6, '-1XXX'],
  // Parts that are not given make a time no more precise than those that are.
  ['+2014-00-00T00:00:00Z', 11, '2014'],
  ['+2014-11-00T00:00:00Z', 11, '2014-11'],
])('%s to the precision %i is %s', (time, precision, edtf) => {
  expect(read(time, precision).edtf).toBe(edtf);
});

test.each([
  ['-0500-00-00T00:00:00Z', 7, '-0499-01-01', '-0400-12-31'],
  ['-0100-00-00T00:00:00Z', 7, '-0099-01-01', '0000-12-31'],
  ['-0044-00-00T00:00:00Z', 8, '-0048-01-01', '-0039-12-31'],
])('%s to the precision %i is the stretch from %s to %s', (time, precision, from, to) => {
  const span = readTimeSpan(read(time, precision).edtf);
  expect([span.from, span.to]).toEqual([readTimeSpan(from).from, readTimeSpan(to).to]);
});

test.each([
  ['+1642-12-25T00:00:00Z', '1643-01-04', 'Julian 1642-12-25'],
  ['+1917-10-25T00:00:00Z', '1917-11-07', 'Julian 1917-10-25'],
  ['+1582-10-04T00:00:00Z', '1582-10-14', 'Julian 1582-10-04'],
  ['-0044-03-15T00:00:00Z', '-0043-03-13', 'Julian -0044-03-15'],
])('the Julian day %s is the Gregorian %s, and said to be Julian', (time, edtf, note) => {
  expect(read(time, 11, { julian: true })).toMatchObject({ edtf, notes: [note] });
});

test.each([
  ['+1642-00-00T00:00:00Z', 9, { julian: true }, ['Julian calendar']],
  // The year 1900 is not in 18XX.
  ['+1900-00-00T00:00:00Z', 7, {}, ['the years 1801 to 1900']],
  ['+0050-00-00T00:00:00Z', 7, {}, ['the years 1 to 100']],
  ['+2000-00-00T00:00:00Z', 6, {}, ['the years 1001 to 2000']],
  ['-0500-00-00T00:00:00Z', 7, {}, []],
  ['-18000-00-00T00:00:00Z', 5, {}, ['to 10,000 years']],
  ['-13798000000-00-00T00:00:00Z', 3, {}, ['to 1,000,000 years']],
  ['+2014-11-17T13:00:00Z', 12, {}, ['to the hour']],
  ['+2014-00-00T00:00:00Z', 9, { before: 2, after: 1 }, ['from 2 before to 1 after']],
  ['+2014-11-17T13:00:00Z', 14, { timezone: 60 }, ['time zone 60 minutes']],
])('of %s to the precision %i, what EDTF leaves out is noted', (time, precision, options, notes) => {
  expect(read(time, precision, options).notes).toEqual(notes);
});

test.each([
  ['+0000-00-00T00:00:00Z', 9],
  ['+2014-02-30T00:00:00Z', 11],
  ['+123456-01-01T00:00:00Z', 11],
  ['+12340-00-00T00:00:00Z', 8],
  ['-18000-00-00T00:00:00Z', 5],
  ['-5000-00-00T00:00:00Z', 5],
  ['-13798000000-00-00T00:00:00Z', 0],
])('%s to the precision %i is beyond EDTF and kept as it was written', (time, precision) => {
  expect(read(time, precision)).toMatchObject({ edtf: null, written: `${time} (precision ${precision})` });
});

test.each([
  ['2014-11-17', 11],
  ['+2014-11-17T00:00:00Z', 15],
  ['+2014-11-17T00:00:00Z', 10.5],
])('%s to the precision %d is refused', (time, precision) => {
  expect(() => read(time, precision)).toThrow(/is expected/);
});
