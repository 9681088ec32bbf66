// Chinese names: Han characters, pinyin and Wade-Giles. A key is a pinyin syllable without its tone.
import { createRequire } from 'node:module';
import type * as PinyinPro from 'pinyin-pro';
import { syllables, type Pronunciation, type School, type SpokenUnit } from './reading.js';

/** Initials, and the finals that pinyin writes after them. */
const SYLLABLES: readonly (readonly [string, string])[] = [
  ['b p m f', 'a o ai ei ao ou an en ang eng u i ie iao iu ian in ing'],
  ['d t n l', 'a e ai ei ao ou an en ang eng ong u uo ui uan un ue i ia ie iao iu ian in iang ing'],
  ['g k h zh ch sh r z c s', 'a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang'],
  ['zh ch sh r z c s', 'i'],
  ['j q x', 'i ia ie iao iu ian in iang ing iong u ue uan un'],
  ['y', 'a an ang ao e i in ing o ong ou u ue uan un'],
  ['w', 'a ai an ang ei en eng o u'],
  ['-', 'a ai an ang ao e ei en eng er o ou'],
];
/** What Wade and Giles write for initials, apostrophes set aside. */
const INITIALS: Readonly<Record<string, string>> = {
  ...{ b: 'p', d: 't', g: 'k', zh: 'ch', j: 'ch', q: 'ch', x: 'hs', z: 'ts', c: 'ts', r: 'j' },
};
const FINALS: Readonly<Record<string, string>> = {
  ian: 'ien',
  ie: 'ieh',
  ong: 'ung',
  iong: 'iung',
  ue: 'ueh',
  er: 'erh',
};
const WHOLE: Readonly<Record<string, string>> = {
  ...{
    yan: 'yen',
    ye: 'yeh',
    you: 'yu',
    yong: 'yung',
    yi: 'i',
    zi: 'tzu',
    ci: 'tzu',
    si: 'ssu',
    yue: 'yueh',
  },
};
const LONGEST_SYLLABLE = 6;
const FAMILIES = (
  'ai an bai ban bao bi bian bo cai cao cen chai chang chao che chen cheng chi chu cui dai deng di ding dong dou du duan fan fang ' +
  'fei feng fu gan gao ge geng gong gu guan guo han hao he hong hou hu hua huang huo ji jia jian jiang jiao jin jing ju kang ke kong ' +
  'kuang lan lei leng li lian liang liao lin ling liu long lou lu luan lun luo ma mao mei men meng mi miao min mo mou mu nan nie ning ' +
  'niu ou pan pang pei peng pi piao ping pu qi qian qiao qin qiu qu quan que ran rao ren rong ruan rui sang sha shan shang shao ' +
  'she shen sheng shi shu si song su sui sun tai tan tang tao teng tian tong tu wan wang wei wen weng wu xi xia xian xiang xiao ' +
  'xie xin xing xiong xu xuan xue xun yan yang yao ye yi yin ying you yu yuan yue yun zang zeng zha zhan zhang zhao zhen zheng zhi zhong ' +
  'zhou zhu zhuang zhuo zong zou zu zuo'
).split(' ');

export class Chinese implements School {
  private readonly families = new Set(FAMILIES.map(keyOf));
  /** Keys by how they may be spelled, apostrophes and marks set aside. */
  private readonly spelled = spellings();
  private readonly characters = new Map<string, SpokenUnit>();
  private readPinyin: ((character: string) => readonly string[]) | null = null;

  read(word: string): readonly Pronunciation[] {
    if (/^[a-z]/.test(word)) return syllables(word, LONGEST_SYLLABLE, part => this.spelled.get(part) ?? []);
    if (!/^\p{sc=Han}/u.test(word)) return [];
    const units = [...word].map(character => this.unitOf(character));
    return units.every(unit => unit.length > 0) ? [units] : [];
  }

  isFamily(unit: SpokenUnit): boolean {
    return unit.some(key => this.families.has(key));
  }

  private unitOf(character: string): SpokenUnit {
    const known = this.characters.get(character);
    if (known) return known;
    this.readPinyin ??= loadPinyin();
    const unit = [...new Set(this.readPinyin(character).filter(isPlain).map(keyOf))];
    this.characters.set(character, unit);
    return unit;
  }
}

const isPlain = (pinyin: string): boolean => /^[a-z]+$/.test(pinyin);
const keyOf = (pinyin: string): string => `zh:${pinyin.replace('v', 'u')}`;

/** Loaded when the first Han character is met: it takes longer than all else that happens at the start. */
function loadPinyin(): (character: string) => readonly string[] {
  const { pinyin } = createRequire(import.meta.url)('pinyin-pro') as typeof PinyinPro;
  return character => pinyin(character, { toneType: 'none', multiple: true, type: 'array', v: true });
}

function spellings(): ReadonlyMap<string, SpokenUnit> {
  const all = new Map<string, string[]>();
  const note = (spelling: string, key: string): void => {
    const keys = all.get(spelling);
    if (!keys) all.set(spelling, [key]);
    else if (!keys.includes(key)) keys.push(key);
  };
  for (const [initials, finals] of SYLLABLES) {
    for (const initial of initials.replace('-', '').split(' ')) {
      for (const final of finals.split(' ')) {
        note(initial + final, keyOf(initial + final));
        note(inWadeGiles(initial, final), keyOf(initial + final));
      }
    }
  }
  return all;
}

function inWadeGiles(initial: string, final: string): string {
  const begun = INITIALS[initial] ?? initial;
  const whole = WHOLE[initial + final];
  if (whole !== undefined) return whole;
  if (final === 'i' && /^(?:[zcs]h|r)$/.test(initial)) return `${begun}ih`;
  if (final === 'e' && /^[gkh]$/.test(initial)) return `${begun}o`;
  if (final === 'uo' && !/^(?:[gkh]|sh)$/.test(initial)) return `${begun}o`;
  if (final === 'ui' && /^[gk]$/.test(initial)) return `${begun}uei`;
  return begun + (FINALS[final] ?? final);
}
