// Cuts a text into the units that names are made of: folded words, and single characters for scripts that write no blanks.
import { foldName, isCjk } from './name-folding.js';
import type { Resumable } from '../work/resumable.js';

export interface NameUnit {
  /** Folded, without blanks. */
  readonly key: string;
  /** The same without the ending of a genitive ('s), where it has one, and where that one ends. */
  readonly bare: { readonly key: string; readonly end: number } | null;
  /** UTF-16 offsets into the text. */
  readonly start: number;
  readonly end: number;
  readonly isCjk: boolean;
  /** Whether a name may go on from the unit before to this one. */
  readonly goesOn: boolean;
}

const CJK = '\\p{sc=Hangul}\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}ー';
// An apostrophe within a word is of the word, as in name folding; at its ends it is a quotation mark.
const UNIT = new RegExp(
  `[${CJK}]\\p{M}*|(?![${CJK}])[\\p{L}\\p{N}](?:(?![${CJK}])[\\p{L}\\p{M}\\p{N}\\p{Cf}\\u0640]|['\`’ʼ′](?=\\p{L}))*`,
  'gu',
);
const GENITIVE = /['’ʼ]s$/u;
/** What may stand within a name: blanks, hyphens, dots in the middle, an ampersand. */
const WITHIN = /^[\s\p{Pd}·・‧&'’`]*$/u;
/** A full stop goes with initials and the shortest words (Dr., St.) alone: elsewhere it ends a sentence. */
const AFTER_INITIAL = /^\.[\s\p{Pd}]*$/u;
const LONGEST_ABBREVIATION = 3;

/** Longer words are no names, which have 500 characters at most, and four times as many where letters and marks stand apart. */
const LONGEST_UNIT = 2_000;
/** So many units are cut off in one piece of work, and what one takes. */
const PIECE = 32;
const STEPS_OF_A_UNIT = 4;

/** Units in their order; without those that fold to nothing. Linear in the text. */
export function* unitsOf(text: string): Resumable<NameUnit[]> {
  const units: NameUnit[] = [];
  for (const match of text.matchAll(UNIT)) {
    const [raw] = match;
    const key = raw.length > LONGEST_UNIT ? '' : solid(raw);
    if (key === '') continue;
    const before = units.at(-1);
    const start = match.index;
    const end = start + raw.length;
    const isCjkUnit = isCjk(key);
    const goesOn = before !== undefined && mayGoOn(text.slice(before.end, start), before);
    units.push({ key, bare: bareOf(raw, start), start, end, isCjk: isCjkUnit, goesOn });
    if (units.length % PIECE === 0) yield PIECE * STEPS_OF_A_UNIT;
  }
  return units;
}

function mayGoOn(gap: string, before: NameUnit): boolean {
  if (gap === '' || WITHIN.test(gap)) return true;
  return before.key.length <= LONGEST_ABBREVIATION && AFTER_INITIAL.test(gap);
}

function bareOf(raw: string, start: number): NameUnit['bare'] {
  if (!GENITIVE.test(raw)) return null;
  const word = raw.replace(GENITIVE, '');
  return { key: solid(word), end: start + word.length };
}

const solid = (raw: string): string => foldName(raw).replaceAll(' ', '');
