// Korean names: Hangul, and what the Revised, the McCune-Reischauer, the North Korean and people's own romanisations make of it.
// A key is a syllable without what these disagree on: strength of consonants, and the ㄹ that the South drops in front.
import { syllables, type Pronunciation, type School, type SpokenUnit } from './reading.js';

const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
/** By their order in Unicode; consonants in classes, ㄹ as r, see `keyOf`. */
const INITIALS = 'g g n d d r m b b s s - j j j g d b h'.split(' ');
const VOWELS = 'a ae ya yae eo e yeo ye o wa oe oe yo u wo oe wi yu eu i i'.split(' ');
const FINALS = '- g g g n n n d l g m l l l b l m b b d d ng d d g d b d'.split(' ');

const CONSONANTS: Readonly<Record<string, string>> = {
  ...{ k: 'g', kk: 'g', gg: 'g', t: 'd', tt: 'd', dd: 'd', p: 'b', pp: 'b', bb: 'b', ss: 's', sh: 's' },
  ...{ ch: 'j', tch: 'j', jj: 'j', l: 'r', rh: 'r' },
};
/** What a spelling of a vowel may stand for, where that is not the vowel of that name. */
const SPELLINGS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'o:o eo, u:u eu eo, yo:yo yeo, yu:yu yeo, oo:u, woo:u, wu:u, ou:u eo, yoo:yu, you:yeo yu, yeu:yu, yuh:yeo',
    'ee:i, yi:i, yee:i, ui:i, eui:i, ah:a, oh:o, uh:eo, eh:e, ai:ae, ay:ae, oi:oe, oy:oe, we:oe, wae:oe, weo:wo',
  ].flatMap(line => line.split(', ').map(pair => pair.split(':') as [string, string])),
);
/** Spelled after the English ear. */
const OWN_WAYS = new Map([
  ['park', 'pak'],
  ['hur', 'heo'],
  ['hurh', 'heo'],
  ['lew', 'ryu'],
]);
const VOWEL = [...new Set([...Object.keys(SPELLINGS), ...VOWELS])]
  .sort((a, b) => b.length - a.length)
  .join('|');
const INITIAL = 'kk|gg|k|g|n|tt|dd|t|d|rh|r|l|m|pp|bb|p|b|ss|sh|s|tch|ch|jj|j|h';
const SYLLABLE = new RegExp(`^(${INITIAL})?(${VOWEL})(ng|ck|[nmlrkgpbtd])?$`);
const MADE_OF_THEM = new RegExp(`^(?:(?:${INITIAL})?(?:${VOWEL})(?:ng|ck|[nmlrkgpbtd])?){1,3}$`);
const LONGEST_SYLLABLE = 7;

const FAMILIES =
  '김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민나진지엄채원천방공현함변염여추도소석선설마' +
  '길연위표명기반왕금옥육인맹제모탁국어은편용예봉경사부태계형목';

export class Korean implements School {
  private readonly families = new Set([...FAMILIES].map(keyOfHangul));
  private readonly spelled = new Map<string, SpokenUnit>();

  read(word: string): readonly Pronunciation[] {
    if (/^[\uac00-\ud7a3]/u.test(word)) return [[...word].map(character => [keyOfHangul(character)])];
    const known = OWN_WAYS.get(word) ?? word;
    if (!MADE_OF_THEM.test(known)) return [];
    return syllables(known, LONGEST_SYLLABLE, part => this.unitOf(part));
  }

  isFamily(unit: SpokenUnit): boolean {
    return unit.some(key => this.families.has(key));
  }

  private unitOf(part: string): SpokenUnit {
    const known = this.spelled.get(part);
    if (known) return known;
    const [, initial = '-', vowel, final = '-'] = SYLLABLE.exec(part) ?? [];
    const vowels = vowel === undefined ? [] : (SPELLINGS[vowel] ?? vowel).split(' ');
    const end = final === 'ck' ? 'g' : final === 'r' ? 'l' : (FINAL_CLASSES[final] ?? final);
    const unit = vowels.map(each => keyOf(CONSONANTS[initial] ?? initial, each, end));
    this.spelled.set(part, unit);
    return unit;
  }
}

const FINAL_CLASSES: Readonly<Record<string, string>> = { k: 'g', p: 'b', t: 'd' };

function keyOfHangul(character: string): string {
  const place = (character.codePointAt(0) ?? 0) - FIRST_SYLLABLE;
  if (place < 0 || place > LAST_SYLLABLE - FIRST_SYLLABLE) return `ko:${character}`;
  const [initial, vowel] = [Math.floor(place / (21 * 28)), Math.floor(place / 28) % 21];
  return keyOf(INITIALS[initial] ?? '', VOWELS[vowel] ?? '', FINALS[place % 28] ?? '');
}

function keyOf(initial: string, vowel: string, final: string): string {
  const dropped = initial !== 'r' ? initial : /^[iy]/.test(vowel) ? '-' : 'n';
  return `ko:${dropped}${vowel}${final}`.replaceAll('-', '');
}
