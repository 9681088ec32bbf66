import { expect, test } from 'vitest';
import { labelLines, lineWidth } from '../../../../../src/web/explorer/canvas/layout/label-lines.js';

test.each([
  ['Kim Jong Un', ['Kim Jong Un']],
  ['the visit to Russia of November 2014', ['the visit to Russia of', 'November 2014']],
  ['  spaces   between ', ['spaces between']],
  ['', []],
])('%j stands as %j', (label, lines) => expect(labelLines(label)).toEqual(lines));

test('what does not fit on two lines ends in an ellipsis', () => {
  const lines = labelLines('one committee of a very long name that goes on and on for ever and ever');
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatch(/…$/);
});

test('one endless word is cut', () => {
  const [line = '', ...others] = labelLines('x'.repeat(5_000));
  expect(others).toEqual([]);
  expect(line.length).toBeLessThan(30);
});

test('letters of East Asian scripts are twice as wide', () =>
  expect(lineWidth('김정은')).toBe(lineWidth('abcdef')));
