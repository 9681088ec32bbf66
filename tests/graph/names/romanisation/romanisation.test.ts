// Romanisations: the spellings of one name find each other, and names that only look alike do not pass for one another.
import { describe, expect, test } from 'vitest';
import { NameIndex, type NameHit } from '../../../../src/graph/names/name-index.js';
import { atOnce } from '../../../../src/graph/work/resumable.js';

/** One name in several spellings. */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  'Choe Ryong Hae': [
    'Choi Ryong-hae',
    "Ch'oe Ryonghae",
    'Choe Yong-hae',
    'CHOE RYONG HAE',
    'Ryong-hae Choe',
    '최룡해',
    '최용해',
  ],
  'Lim Byung-chul': [
    'Im Byeong-cheol',
    "Rim Pyŏng-ch'ŏl",
    'Yim Byung-chol',
    'Lim Byeongcheol',
    '임병철',
    '림병철',
  ],
  'Lee Jae-yong': ['Ri Chae-yong', 'Yi Jaeyong', 'Rhee Jae Yong', 'I Jae-yong', '이재용', '리재용'],
  'Kim Jong Un': ['Kim Chŏng-ŭn', 'Gim Jeong-eun', 'Kim Jung-eun', 'Kim Jongun', '김정은', '김 정은'],
  'Park Geun-hye': ['Pak Kun-hye', 'Bak Geunhye', 'Park Keun Hye', '박근혜'],
  'Roh Moo-hyun': ['No Mu-hyon', 'Noh Muhyeon', '노무현', '로무현'],
  'Boris Yeltsin': ['Boris Eltsin', 'Boris Jelzin', 'Boris Eltsine', 'Borys Jelcyn', 'Борис Ельцин'],
  'Dmitriy Medvedev': ['Dmitri Medvedev', 'Dmitry Medwedew', 'Dmitrij Medvedev', 'Дмитрий Медведев'],
  'Nikita Khrushchev': ['Nikita Chruschtschow', 'Nikita Khrouchtchev', 'Nikita Khrushchyov', 'Никита Хрущёв'],
  'Mikhail Gorbachev': ['Michail Gorbatschow', 'Mikhail Gorbatchev', 'Mikhail Gorbachyov', 'Михаил Горбачёв'],
  'Sergey Shoygu': ['Sergei Shoigu', 'Sergej Schoigu', 'Сергей Шойгу'],
  'Yuliya Tymoshenko': ['Julia Tymoschenko', 'Iuliia Tymoshenko', 'Юлия Тымошенко'],
  'Alexis Tsipras': ['Αλέξης Τσίπρας', 'Alexis Tzipras'],
  'Xi Jinping': ["Hsi Chin-p'ing", 'Xi Jin-ping', '习近平', '習近平'],
  'Mao Zedong': ['Mao Tse-tung', '毛泽东', '毛澤東'],
  'Deng Xiaoping': ["Teng Hsiao-p'ing", '邓小平', '鄧小平'],
  'Zeng Guofan': ['Tseng Kuo-fan', '曾国藩'],
  'Muhammad Abbas': ['Mohamed Abbas', 'Mohammed Abas', 'Mohammad Abbas', 'محمد عباس', 'مُحَمَّد عبّاس'],
  'Abdel Fattah el-Sisi': [
    'Abd al-Fattah al-Sisi',
    'Abdul Fattah Al Sisi',
    'Abdelfattah Elsisi',
    'عبد الفتاح السيسي',
  ],
  'Hussein Khalid': ['Husain Khaled', 'Hossein Khalid', 'حسين خالد'],
  'Youssef Omar': ['Yusuf Umar', 'Yousef Omar', 'يوسف عمر'],
};

/** People who are not one another, however alike they are written. */
const LOOK_ALIKES: readonly (readonly [string, string])[] = [
  ['Kim Jong Un', 'Kim Jong Il'],
  ['Kim Jong Un', 'Kim Jong Nam'],
  ['김정은', 'Kim Jong Il'],
  ['Gim Jeong-eun', '김정일'],
  ['Kim Il Sung', 'Kim Jong Il'],
  ['Lee Jae-yong', 'Lee Jae-myung'],
  ['Choe Ryong Hae', 'Choe Ryong Rim'],
  ['Park Geun-hye', 'Park Young-hye'],
  ['Sergey Ivanov', 'Sergeya Ivanova'],
  ['Dmitry Medvedev', 'Dmitry Medvedeva'],
  ['Сергей Иванов', 'Sergey Ivanova'],
  ['Vladimir Putin', 'Vladimir Pudin'],
  ['Li Peng', 'Li Ping'],
  ['Hu Jintao', 'Wu Jintao'],
  ['习近平', 'Xi Jinpeng'],
  ['Hassan Nasrallah', 'Hussein Nasrallah'],
  ['حسن علي', 'Hussein Ali'],
  ['Muhammad Abbas', 'Mahmoud Abbas'],
  ['محمود عباس', 'Muhammad Abbas'],
  ['Ahmad Khalid', 'Hamad Khalid'],
];

const search = (names: readonly string[], text: string): readonly NameHit[] => {
  const index = new NameIndex();
  for (const name of names) index.add(name, name);
  return atOnce(index.search(text));
};

describe.each(Object.entries(SPELLINGS))('%s', (name, others) => {
  test.each(others)('finds %s, and is found by it, before everybody else', spelling => {
    const crowd = Object.keys(SPELLINGS).filter(other => other !== name);
    expect(search([...crowd, spelling], name)[0]).toMatchObject({ entity: spelling });
    expect(search([...crowd, name], spelling)[0]).toMatchObject({ entity: name });
  });
});

test.each(LOOK_ALIKES)('%s does not pass for %s', (one, other) => {
  for (const [asked, there] of [
    [one, other],
    [other, one],
  ] as const) {
    for (const { matchedBy } of search([there], asked)) {
      expect(['PARTIAL', 'TYPING_ERROR', 'PREFIX']).toContain(matchedBy);
    }
  }
});

test.each(LOOK_ALIKES)('beside %s, %s is found first by its own name', (one, other) => {
  expect(search([one, other], other)[0]).toMatchObject({ entity: other, score: 1 });
  expect(search([one, other], one)[0]).toMatchObject({ entity: one, score: 1 });
});

test('one word is enough: a family’s name finds those who write it otherwise', () => {
  const families = ['Choe Ryong Hae', 'Lee Myung Bak', 'Kim Kye Gwan'];
  expect(search(families, 'Choi').map(hit => hit.entity)).toEqual(['Choe Ryong Hae']);
  expect(search(families, 'Rhee').map(hit => hit.entity)).toEqual(['Lee Myung Bak']);
  expect(search(families, '김').map(hit => hit.entity)).toEqual(['Kim Kye Gwan']);
});

test('syllables make no Korean or Chinese name of other people', () => {
  expect(search(['Tim Jones', 'Jon Huntsman', 'Tina Turner'], 'Dim')).toEqual([]);
  expect(search(['Jon Huntsman'], 'Chon')).toEqual([]);
});

test('the schools are not mixed within a name', () => {
  // "chan" is "chen" only as an Arabic word, "lien" is "yi" and more only as a Korean one.
  expect(search(['Lien Chan'], 'Chen Yi-chen').filter(hit => hit.matchedBy === 'ROMANISATION')).toEqual([]);
});
