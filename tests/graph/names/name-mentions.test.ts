// Known names are found in a text as whole words, the longest first, in all scripts, with the place where they stand.
import { expect, test } from 'vitest';
import { NameIndex } from '../../../src/graph/names/name-index.js';
import { atOnce } from '../../../src/graph/work/resumable.js';

const NAMES: readonly (readonly [entity: string, name: string])[] = [
  ['kim', 'Kim Jong Un'],
  ['kim', '김정은'],
  ['kim', 'Ким Чен Ын'],
  ['north', 'North Korea'],
  ['north', '북한'],
  ['korea', 'Korea'],
  ['russia', 'Russia'],
  ['russia', '俄罗斯'],
  ['peoples', "People's Bank"],
  ['who', 'WHO'],
  ['us', 'US'],
  ['odd', 'A'],
  ['smith', 'J. R. Smith'],
  ['oe', 'Ōe Kenzaburō'],
  ['twinA', 'John Park'],
  ['twinB', 'John Park'],
  ['syria', 'سوريا'],
  ['mali', 'マリ'],
];

function found(text: string): readonly string[] {
  const index = new NameIndex();
  for (const [entity, name] of NAMES) index.add(entity, name);
  return atOnce(index.mentionsIn(text)).map(
    ({ entity, start, end }) => `${entity}: ${text.slice(start, end)}`,
  );
}

test.each<[string, string, readonly string[]]>([
  ['the longest name', 'North Korea met Korea', ['north: North Korea', 'korea: Korea']],
  ['whole words alone', 'Russian Koreans, Northkorea', []],
  ['despite case and hyphens', 'KIM JONG-UN spoke', ['kim: KIM JONG-UN']],
  ['despite marks', 'Oe Kenzaburo wrote', ['oe: Oe Kenzaburo']],
  ['before a genitive', "Russia’s word and Kim Jong Un's", ['russia: Russia', 'kim: Kim Jong Un']],
  ['with a genitive of its own', 'the People’s Bank', ['peoples: People’s Bank']],
  ['within quotation marks', '“Kim Jong Un”, ‘Russia’', ['kim: Kim Jong Un', 'russia: Russia']],
  ['with initials', 'by J. R. Smith today', ['smith: J. R. Smith']],
  ['never across a sentence', 'It went north. Korea stayed', ['korea: Korea']],
  ['never across a comma', 'Kim, Jong Un', []],
  ['over a line break', 'North\nKorea', ['north: North\nKorea']],
  ['as acronyms in capitals alone', 'WHO and who, US and us', ['who: WHO', 'us: US']],
  ['never by a single letter', 'A man', []],
  ['never in small letters where it has a capital', 'russia', []],
  ['in Cyrillic', 'Ким Чен Ын в Москве', ['kim: Ким Чен Ын']],
  ['in Arabic', 'قال في سوريا', ['syria: سوريا']],
  ['in Korean before particles', '북한은 김정은이 말했다', ['north: 북한', 'kim: 김정은']],
  ['in Korean with a blank', '김 정은의', ['kim: 김 정은']],
  ['in Korean never within a word', '북한군 남북한', []],
  ['in Chinese', '今天俄罗斯说', ['russia: 俄罗斯']],
  ['in Katakana never within a word', 'ソマリア マリ', ['mali: マリ']],
  ['of all who share it', 'John Park', ['twinA: John Park', 'twinB: John Park']],
  ['not at all in nothing', ' … ', []],
])('names are found %s', (_, text, expected) => {
  expect(found(text)).toEqual(expected);
});

test('a spelling is told as it was given', () => {
  const index = new NameIndex();
  index.add('kim', 'Kim Jong Un');
  expect(atOnce(index.mentionsIn('so KIM JONG-UN said'))).toEqual([
    { entity: 'kim', spelling: 'Kim Jong Un', start: 3, end: 14 },
  ]);
});

test('among many names a long text is walked through without looking at each of them', () => {
  const index = new NameIndex();
  for (let place = 0; place < 20_000; place += 1) index.add(`e${place}`, `Ada${place} Berg${place % 100}`);
  const text = Array.from({ length: 2_000 }, (_, place) => `then Ada${place} Berg${place % 100} left`).join(
    ' ',
  );
  expect(atOnce(index.mentionsIn(text))).toHaveLength(2_000);
});
