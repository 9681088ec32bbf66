// Names: the script of a spelling is worked out from its letters.
import { expect, test } from 'vitest';
import { scriptOf } from '../../src/domain/entity.js';

test.each([
  ['Choe Ryong Hae', 'Latn'],
  ['최룡해', 'Hang'],
  ['崔龍海', 'Hani'],
  ['Рябков', 'Cyrl'],
  ['すし', 'Kana'],
  ['بوتين', 'Arab'],
  ['Αθήνα', 'Grek'],
  ['שלום', 'Hebr'],
  ['최룡해 (Choe)', 'Hang'],
  ['42', undefined],
  ['', undefined],
])('"%s" is written in %s', (text, script) => {
  expect(scriptOf(text)).toBe(script);
});
