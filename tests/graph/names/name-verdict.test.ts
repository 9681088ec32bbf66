// Why a name was found: each reason by an example, and that the farthest of several is told.
import { expect, test } from 'vitest';
import { NameIndex } from '../../../src/graph/names/name-index.js';
import { MATCH_REASONS } from '../../../src/graph/names/name-match.js';
import { atOnce } from '../../../src/graph/work/resumable.js';

const CASES: readonly (readonly [text: string, name: string, reason: string])[] = [
  ['Choe Ryong Hae', 'Choe Ryong Hae', 'EXACT'],
  ['최룡해', '최룡해', 'EXACT'],
  ['choe ryong-hae', 'Choe Ryong Hae', 'FOLDED'],
  ['Choe Ryonghae', 'Choe Ryong Hae', 'FOLDED'],
  ['ЁЛКИН', 'Елкин', 'FOLDED'],
  ['Ryong Hae Choe', 'Choe Ryong Hae', 'WORD_ORDER'],
  ['Putin', 'Vladimir Putin', 'WORDS'],
  ['ryonghae', 'Choe Ryong Hae', 'WORDS'],
  ['김정은', '김정은 Kim', 'WORDS'],
  ['Choi Ryong Hae', 'Choe Ryong Hae', 'ROMANISATION'],
  ['최룡해', 'Choe Ryong Hae', 'ROMANISATION'],
  ['Путин', 'Vladimir Putin', 'ROMANISATION'],
  ['vlad', 'Vladimir Putin', 'PREFIX'],
  ['putin v', 'Vladimir Putin', 'PREFIX'],
  ['최룡', '최룡해', 'PREFIX'],
  ['룡해', '최룡해', 'INFIX'],
  ['近平', '習近平', 'INFIX'],
  ['Vladomir', 'Vladimir Putin', 'TYPING_ERROR'],
  ['Vladimri Putin', 'Vladimir Putin', 'TYPING_ERROR'],
  ['Vladimir Nobody', 'Vladimir Putin', 'PARTIAL'],
];

test.each(CASES)('"%s" finds %s: %s', (text, name, reason) => {
  const index = new NameIndex();
  index.add('e', name);
  expect(atOnce(index.search(text))).toMatchObject([{ name, matchedBy: reason }]);
});

test('every reason has its example', () => {
  expect([...new Set(CASES.map(([, , reason]) => reason))].sort()).toEqual([...MATCH_REASONS].sort());
});
