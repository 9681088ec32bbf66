// Name search: which spellings find whom, what comes first, and what is refused the work.
import { expect, test } from 'vitest';
import { LONGEST_TEXT, MOST_HITS, NameIndex } from '../../../src/graph/names/name-index.js';
import { atOnce } from '../../../src/graph/work/resumable.js';

const NAMES: Readonly<Record<string, readonly string[]>> = {
  choe: ['Choe Ryong Hae', 'Choe Ryong-hae', '최룡해'],
  lim: ['Lim Byung-chul', 'Lim Byeong-cheol', '임병철'],
  kim: ['Kim Jong Un', 'Kim Jong-un', '김정은'],
  gwan: ['Kim Kye Gwan', '김계관'],
  hwang: ['Hwang Pyong-so', 'Hwang Pyŏng-sŏ', '황병서'],
  hyon: ['Hyon Yong Chol', 'Hyŏn Yŏng-ch’ŏl'],
  ri: ['Ri Yong Chol'],
  putin: ['Vladimir Putin', 'Владимир Путин', 'ウラジーミル・プーチン'],
  ryabkov: ['Sergey Ryabkov', 'Сергей Рябков'],
  un: ['United Nations', 'UN'],
  mid: ['Ministry of Foreign Affairs of Russia', 'Russian Foreign Ministry'],
  resolution: ['Resolution 1718'],
  xi: ['Xi Jinping', '習近平'],
  marti: ['José Martí'],
};

function indexOf(names: Readonly<Record<string, readonly string[]>>): NameIndex {
  const index = new NameIndex();
  for (const [entity, spellings] of Object.entries(names)) {
    for (const name of spellings) index.add(entity, name);
  }
  return index;
}
const index = indexOf(NAMES);
const found = (text: string): readonly string[] => atOnce(index.search(text)).map(hit => hit.entity);

test.each([
  ['Lim Byung-chul', 'lim', 'Lim Byung-chul'],
  ['Byeong-cheol', 'lim', 'Lim Byeong-cheol'],
  ['byeongcheol', 'lim', 'Lim Byeong-cheol'],
  ['최룡해', 'choe', '최룡해'],
  ['룡해', 'choe', '최룡해'],
  ['해', 'choe', '최룡해'],
  ['choe ryonghae', 'choe', 'Choe Ryong Hae'],
  ['Choe Ryong Hae', 'choe', 'Choe Ryong Hae'],
  ['CHOE RYONG HAE', 'choe', 'Choe Ryong Hae'],
  ['Ryong Hae Choe', 'choe', 'Choe Ryong Hae'],
  ['Choe Ryongg Hae', 'choe', 'Choe Ryong Hae'],
  ['Cheo Ryong Hae', 'choe', 'Choe Ryong Hae'],
  ['Kim Jongun', 'kim', 'Kim Jong Un'],
  ['Путин', 'putin', 'Владимир Путин'],
  ['путин владимир', 'putin', 'Владимир Путин'],
  ['プーチン', 'putin', 'ウラジーミル・プーチン'],
  ['ﾌﾟｰﾁﾝ', 'putin', 'ウラジーミル・プーチン'],
  ['Ｐｕｔｉｎ', 'putin', 'Vladimir Putin'],
  ['put', 'putin', 'Vladimir Putin'],
  ['Pyŏng-sŏ', 'hwang', 'Hwang Pyong-so'],
  ['pyong so', 'hwang', 'Hwang Pyong-so'],
  ["Hyon Yong-ch'ol", 'hyon', 'Hyon Yong Chol'],
  ['Hyŏn Yŏngchʻŏl', 'hyon', 'Hyon Yong Chol'],
  ['Рябков', 'ryabkov', 'Сергей Рябков'],
  ['UN', 'un', 'UN'],
  ['Ri', 'ri', 'Ri Yong Chol'],
  ['Xi', 'xi', 'Xi Jinping'],
  ['近平', 'xi', '習近平'],
  ['foreign affairs russia', 'mid', 'Ministry of Foreign Affairs of Russia'],
  ['jose marti', 'marti', 'José Martí'],
])('"%s" finds %s first, as %s', (text, entity, name) => {
  expect(atOnce(index.search(text))[0]).toMatchObject({ entity, name });
});

test('a spelling that is the same but for folding scores 1 and comes first', () => {
  for (const [entity, spellings] of Object.entries(NAMES)) {
    for (const name of spellings) {
      const [first, second] = atOnce(index.search(name.toUpperCase()));
      expect(first).toMatchObject({ entity, score: 1 });
      expect(second?.score ?? 0).toBeLessThan(1);
    }
  }
});

test('a whole word counts more than a begun one, and that more than a misspelt one', () => {
  const words = indexOf({ misspelt: ['Ryabkon'], begun: ['Ryabkova'], whole: ['Ryabkov'] });
  expect(atOnce(words.search('Ryabkov')).map(hit => hit.entity)).toEqual(['whole', 'begun', 'misspelt']);
});

test('of two names that hold the text, the shorter comes first', () => {
  const names = indexOf({ long: ['Ministry of Defence of Russia'], short: ['Russia today'] });
  expect(atOnce(names.search('russia')).map(hit => hit.entity)).toEqual(['short', 'long']);
});

test('equals come in the order they were added', () => {
  const names = indexOf({ first: ['Kim Il'], second: ['Kim Ok'] });
  expect(atOnce(names.search('kim')).map(hit => hit.entity)).toEqual(['first', 'second']);
});

test('a name that sounds the same comes after the same name, and before a begun or a misspelt one', () => {
  const words = indexOf({ typo: ['Ryabkon'], begun: ['Ryabkova'], sounds: ['Rjabkow'], same: ['Ryabkov'] });
  expect(atOnce(words.search('Ryabkov')).map(hit => hit.entity)).toEqual(['same', 'sounds', 'begun', 'typo']);
});

test('two letters that changed places are one mistake', () => {
  expect(atOnce(index.search('Putni'))[0]).toMatchObject({ entity: 'putin', matchedBy: 'TYPING_ERROR' });
});

test('Hangul is found while its last syllable is being typed', () => {
  for (const typed of ['최', '최료', '최룡', '최룡하', '최룡해']) expect(found(typed)[0]).toBe('choe');
});

test('names that hold less than half of the text are left out', () => {
  expect(found('Vladimir Ryabkov')).toEqual(['putin']);
  expect(found('Kim Jong Il')).toEqual(['kim']);
});

test('the last word may be a single letter while someone types', () => {
  expect(found('kim k')[0]).toBe('gwan');
  expect(found('kim j')[0]).toBe('kim');
});

test('two letters alone find whole words only', () => {
  expect(found('ki')).toEqual([]);
  expect(found('pu')).toEqual([]);
});

test('another number is never a misspelt number', () => {
  expect(atOnce(index.search('1718'))[0]?.entity).toBe('resolution');
  expect(found('1719')).toEqual([]);
});

test.each(['', ' \t\n', '?!', "'’", '-', '・'])('%o finds nothing', text => {
  expect(found(text)).toEqual([]);
});

test('a name without letters or digits does no harm', () => {
  const odd = indexOf({ dots: ['…'], kim: ['Kim'] });
  expect(atOnce(odd.search('…'))).toEqual([]);
  expect(atOnce(odd.search('kim'))).toHaveLength(1);
});

test('no more than the beginning of a long text is looked for', () => {
  const text = 'Kim Jong Un '.repeat(900);
  expect(atOnce(index.search(text))).toEqual(atOnce(index.search(text.slice(0, LONGEST_TEXT))));
  expect(atOnce(index.search(' '.repeat(LONGEST_TEXT) + 'Kim Jong Un'))).toEqual([]);
});

test('an entity comes once, however many of its spellings match', () => {
  expect(found('kim jong un').filter(entity => entity === 'kim')).toEqual(['kim']);
});

test('a name added again is one spelling still', () => {
  const twice = indexOf({ kim: ['Kim Jong Un', 'Kim Jong Un'] });
  atOnce(twice.search('kim'));
  twice.add('kim', 'Kim Jong Un');
  const asked: string[] = [];
  atOnce(twice.search('kim', entity => asked.push(entity) === 0));
  expect(asked).toEqual(['kim']);
});

test('a name added after a search is found by the next', () => {
  const growing = indexOf({ choe: ['Choe Ryong Hae'] });
  expect(atOnce(growing.search('崔龍海'))).toEqual([]);
  growing.add('choe', '崔龍海');
  expect(atOnce(growing.search('崔龍海'))[0]?.entity).toBe('choe');
});

test('two entities of one name are both found', () => {
  const namesakes = indexOf({ a: ['Ri Yong Chol'], b: ['Ri Yong-chol'] });
  expect(atOnce(namesakes.search('ri yong chol')).map(hit => hit.score)).toEqual([1, 1]);
});

test('only entities that are wanted are found', () => {
  expect(atOnce(index.search('kim', entity => entity !== 'kim')).map(hit => hit.entity)).toEqual(['gwan']);
});

test('no more than a thousand entities are found, the best of them', () => {
  const many = new NameIndex();
  for (let number = 0; number < MOST_HITS + 10; number += 1) many.add(`e${number}`, `Kim Nam ${number}`);
  many.add('kim', 'Kim');
  const hits = atOnce(many.search('kim'));
  expect(hits).toHaveLength(MOST_HITS);
  expect(hits[0]?.entity).toBe('kim');
});

test('names are indexed while others have their turn', async () => {
  const many = new NameIndex();
  for (let number = 0; number < 2_000; number += 1) many.add(`e${number}`, `Kim Nam ${number}`);
  let turns = 0;
  const others = (): unknown => setImmediate(() => (turns += 1) < 100 && others());
  others();
  await Promise.all([many.ready(), many.ready()]);
  expect(turns).toBeGreaterThan(1);
  expect(atOnce(many.search('Kim Nam 1999'))[0]).toMatchObject({ name: 'Kim Nam 1999', score: 1 });
});
