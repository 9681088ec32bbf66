import { expect, test } from 'vitest';
import { edtfWords } from '../../../../src/web/explorer/words/dates.js';

test.each([
  ['2014', '2014'],
  ['2014-11', 'Nov 2014'],
  ['2014-11-17', '17 Nov 2014'],
  ['2014-11~', 'about Nov 2014'],
  ['2014?', 'perhaps 2014'],
  ['2014-10/2014-11-03', 'Oct 2014 – 3 Nov 2014'],
  ['../2014-11', 'until Nov 2014'],
  ['2014-11/..', 'since Nov 2014'],
  ['201X', '201X'],
  ['2014-21', '2014-21'],
  ['', ''],
])('%s reads as “%s”', (edtf, words) => {
  expect(edtfWords(edtf)).toBe(words);
});
