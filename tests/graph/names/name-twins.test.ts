// Names that two entities share: which are met, how they are told, and that nobody is compared with everybody.
import { expect, test } from 'vitest';
import { NameIndex } from '../../../src/graph/names/name-index.js';
import { MOST_ALIKE } from '../../../src/graph/names/name-twins.js';
import { atOnce } from '../../../src/graph/work/resumable.js';

async function look(index: NameIndex): Promise<string[]> {
  await index.ready();
  atOnce(index.twins.pairing());
  return [...index.twins.all()].map(
    ({ likeness, nameOfA, nameOfB }) => `${likeness} ${nameOfA} | ${nameOfB}`,
  );
}

function indexOf(...names: readonly string[]): NameIndex {
  const index = new NameIndex();
  names.forEach((name, number) => index.add(`entity:${number}`, name));
  return index;
}

test.each([
  { one: 'Choe Ryong Hae', other: "CH'OE RYONG-HAE", likeness: 'SAME_NAME' },
  { one: 'Choe Ryong Hae', other: 'Choe Ryonghae', likeness: 'SAME_NAME' },
  { one: 'Vladimir Putin', other: 'Putin, Vladimir', likeness: 'SAME_WORDS' },
  { one: 'Choe Ryong Hae', other: '최룡해', likeness: 'SAME_SOUND' },
  { one: 'Xi Jinping', other: '习近平', likeness: 'SAME_SOUND' },
  { one: 'Vladimir Putin', other: 'Владимир Путин', likeness: 'SAME_SOUND' },
  { one: 'Abdel Fattah el-Sisi', other: 'عبد الفتاح السيسي', likeness: 'SAME_SOUND' },
  { one: 'Reuters', other: 'REUTERS', likeness: 'SAME_NAME' },
])('$one and $other: $likeness, whichever came first', async ({ one, other, likeness }) => {
  expect(await look(indexOf(one, other))).toEqual([`${likeness} ${one} | ${other}`]);
  expect(await look(indexOf(other, one))).toEqual([`${likeness} ${other} | ${one}`]);
});

test.each([
  ['Kim Jong Un', 'Kim Jong Il'],
  ['Kim Jong Un', 'Kim Jong'],
  ['Xi Jinping', 'Xi Zhongxun'],
  ['Sergei Ryabkov', 'Sergei Lavrov'],
  ['Lee', 'Rhee'],
  ['…', '—'],
])('%s and %s are not alike', async (one, other) => {
  expect(await look(indexOf(one, other))).toEqual([]);
});

test('two names of one entity are no pair; of several likenesses the closest is told', async () => {
  const index = indexOf('Kim Jong Un');
  index.add('entity:0', '김정은');
  index.add('entity:1', '김정은');
  index.add('entity:1', 'KIM JONG UN');
  expect(await look(index)).toHaveLength(1);
  expect((await look(index))[0]).toContain('SAME_NAME');
  expect(index.twins.of('entity:1')).toEqual([...index.twins.all()]);
});

test('names that come later meet those that were there', async () => {
  const index = indexOf('Kim Jong Un');
  expect(await look(index)).toEqual([]);
  index.add('entity:1', 'Kim Jong-un');
  expect(await look(index)).toHaveLength(1);
});

test('of a name that more share than are compared, the first are, and the cut is told', async () => {
  const index = indexOf(...Array.from({ length: MOST_ALIKE + 5 }, () => 'Kim Il Chol'));
  expect(await look(index)).toHaveLength((MOST_ALIKE * (MOST_ALIKE - 1)) / 2);
  expect(index.twins.crowdedKeys).toBeGreaterThan(0);
});

test('two that push it on share the work, and what one leaves the other goes on with', async () => {
  const index = indexOf('Kim Jong Un', 'Kim Jong-un', 'Choe Ryong Hae', 'Choe Ryonghae');
  await index.ready();
  const [one, other] = [index.twins.pairing(), index.twins.pairing()];
  for (let pieces = 0; pieces < 3; pieces += 1) one.next();
  atOnce(other);
  expect([...index.twins.all()]).toHaveLength(2);
  expect(one.next().done).toBe(true);
});
