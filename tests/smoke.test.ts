import { expect, test } from 'vitest';
import { readTimeSpan } from '../src/domain/time-span.js';

test('a month spans its days', () => {
  expect(readTimeSpan('2014-11')).toMatchObject({
    from: Date.UTC(2014, 10, 1),
    to: Date.UTC(2014, 11, 1) - 1,
  });
});
