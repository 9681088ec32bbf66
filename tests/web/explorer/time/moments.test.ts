import { expect, test } from 'vitest';
import { fieldText, moments, readField } from '../../../../src/web/explorer/time/moments.js';

test('a field means the end of its minute, and shows that minute again', () => {
  const iso = readField('2026-11-22T10:14');
  expect(iso).toMatch(/:14:59\.999Z$/);
  expect(fieldText(iso ?? '')).toBe('2026-11-22T10:14');
});

test.each(['', '2026-11-22', 'yesterday', '2026-13-01T00:00'])('%j names no moment', text => {
  expect(readField(text)).toBeNull();
});

test('the slider goes from the first moment of the record to the last', () => {
  const record = moments('2026-11-20T00:00:00.000Z', '2026-11-22T00:00:00.000Z');
  expect(record && [record.at(0), record.at(record.last / 2), record.at(record.last)]).toEqual([
    '2026-11-20T00:00:00.000Z',
    '2026-11-21T00:00:00.000Z',
    '2026-11-22T00:00:00.000Z',
  ]);
  for (let step = 0; record && step <= record.last; step++) expect(record.stepOf(record.at(step))).toBe(step);
});

test.each([
  [null, null],
  ['2026-11-22T00:00:00.000Z', '2026-11-22T00:00:30.000Z'],
])('there is no slider from %s to %s', (first, last) => {
  expect(moments(first, last)).toBeNull();
});
