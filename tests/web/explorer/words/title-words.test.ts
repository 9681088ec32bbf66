import { expect, test } from 'vitest';
import { titleWords } from '../../../../src/web/explorer/words/title-words.js';

test('a source without a title is called after what it is', () => {
  expect(titleWords({ title: null, kind: 'WIRE' })).toBe('Wire dispatch without a title');
  expect(titleWords({ title: 'Remarks', kind: 'STATEMENT' })).toBe('Remarks');
});
