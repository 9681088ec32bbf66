// People and their spellings: seven ways to write one person find that person, and two people of one name stay two.
import { describe, expect, test } from 'vitest';
import { NameIndex } from '../../src/graph/names/name-index.js';
import { atOnce } from '../../src/graph/work/resumable.js';

/** Each with the names that are recorded, and seven spellings in four scripts that people ask with. */
const PEOPLE = {
  kim: {
    recorded: ['Kim Jong Un', '金正恩', 'Ким Чен Ын'],
    asked: ['Kim Jong-un', 'Kim Chŏng-ŭn', 'Gim Jeong-eun', '김정은', '金正恩', 'Ким Чен Ын', 'KIM JONGUN'],
  },
  putin: {
    recorded: ['Vladimir Putin', 'ウラジーミル・プーチン', 'فلاديمير بوتين'],
    asked: [
      'Wladimir Putin',
      'Vladimir Poutine',
      'Putin, Vladimir',
      'Влади́мир Пу́тин',
      'プーチン',
      'فلاديمير بوتين',
      'Vladmir Putin',
    ],
  },
  xi: {
    recorded: ['Xi Jinping', 'Си Цзиньпин', '시진핑'],
    asked: ['Xi Jin-ping', "Hsi Chin-p'ing", '习近平', '習近平', 'Си Цзиньпин', '시진핑', 'Jinping Xi'],
  },
  sisi: {
    recorded: ['Abdel Fattah el-Sisi', '塞西', '압델 파타 엘시시'],
    asked: [
      'Abd al-Fattah al-Sisi',
      'عبد الفتاح السيسي',
      'Abdul Fattah Al Sisi',
      'as-Sisi',
      '塞西',
      '엘시시',
      'ABDELFATTAH ELSISI',
    ],
  },
};
const CROWD = [
  'Kim Jong Il',
  '김정일',
  'Kim Jong Nam',
  '김정남',
  'Vladimir Pozner',
  'Xi Zhongxun',
  '習仲勳',
  'Abdel Fattah Younis',
  'Kim Jong Suk',
];

function indexed(): NameIndex {
  const index = new NameIndex();
  for (const name of CROWD) index.add(name, name);
  for (const [person, { recorded }] of Object.entries(PEOPLE))
    for (const name of recorded) index.add(person, name);
  return index;
}

describe.each(Object.entries(PEOPLE))('%s', (person, { asked }) => {
  test.each(asked)('is found first by %s', spelling => {
    expect(atOnce(indexed().search(spelling))[0]?.entity).toBe(person);
  });
});

test('two people of one name both come, whatever the spelling', () => {
  const index = indexed();
  index.add('general', 'Ri Yong Chol');
  index.add('director', 'Ri Yong-chol');
  index.add('athlete', '리용철');
  for (const spelling of ['Ri Yong Chol', 'Lee Young-cheol', '리용철', 'RI YONGCHOL', 'Yong Chol Ri']) {
    const found = atOnce(index.search(spelling)).slice(0, 3);
    expect(found.map(hit => hit.entity).sort()).toEqual(['athlete', 'director', 'general']);
  }
});
