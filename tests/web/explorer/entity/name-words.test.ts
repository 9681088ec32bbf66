import { describe, expect, test } from 'vitest';
import {
  addressWords,
  languageWords,
  otherScripts,
  type ShownName,
} from '../../../../src/web/explorer/entity/name-words.js';

const name = (text: string, change: Partial<ShownName> = {}): ShownName => ({
  text,
  language: null,
  script: null,
  kind: 'ALIAS',
  source: null,
  ...change,
});

describe('language and script', () => {
  test.each([
    ['ko', 'Hang', 'Korean · Hangul'],
    ['ru', null, 'Russian'],
    [null, 'Cyrl', 'Cyrillic'],
    ['qqq-nothing known', 'Qqqq', 'qqq-nothing known · Qqqq'],
    [null, null, ''],
  ])('%s in %s is read as "%s"', (language, script, words) => {
    expect(languageWords({ language, script })).toBe(words);
  });
});

describe('names in other scripts', () => {
  const hangul = name('최룡해', { script: 'Hang' });
  const latin = name('Choe', { script: 'Latn' });
  const unknown = name('?');

  test('are those not in the script of the primary name', () => {
    const primary = name('Choe Ryong Hae', { script: 'Latn', kind: 'PRIMARY' });
    expect(otherScripts([primary, hangul, latin, unknown])).toEqual([hangul]);
  });

  test('are Latin ones where the primary name is not', () => {
    expect(otherScripts([{ ...hangul, kind: 'PRIMARY' }, latin, unknown])).toEqual([latin]);
  });
});

test.each([
  ['https://www.wikidata.org/wiki/Q423', 'wikidata.org · Q423'],
  ['https://en.wikipedia.org/wiki/Choe_Ryong-hae', 'en.wikipedia.org · Choe Ryong-hae'],
  ['https://example.org/%E0%A4%A', 'example.org · %E0%A4%A'],
  ['https://example.org/', 'example.org'],
])('the address %s is read as "%s"', (address, words) => {
  expect(addressWords(address)).toBe(words);
});
