// Name folding: what is left of a name when case, accents, apostrophes and hyphens are set aside, and the terms to find it by.

// U+02B9 to U+02BF are the letters that romanisations use for aspiration and for the soft sign.
const APOSTROPHES = /['`´‘’‛′＇\u02B9-\u02BF]/gu;
const LATIN_WITH_MARKS = /(\p{Script=Latin})\p{M}+/gu;
const CJK = '[\\p{Script=Hangul}\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー]';
const CJK_SPACE = new RegExp(`(?<=${CJK})\\s+(?=${CJK})`, 'gu');
const CJK_RUN = new RegExp(`${CJK}+`, 'gu');
const IS_CJK = new RegExp(`^${CJK}`, 'u');
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/**
 * A name as its folded words, parted by single blanks; empty where it has neither letters nor digits.
 * "Pyŏng-ch'ŏl" gives "pyong chol", "김 정은" gives "김정은". Marks stay where they tell letters apart, as in Cyrillic or Arabic.
 */
export function foldName(text: string): string {
  const plain = text
    .replace(APOSTROPHES, '')
    .normalize('NFKD')
    .replace(LATIN_WITH_MARKS, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replace(CJK_SPACE, '')
    .replace(CJK_RUN, ' $& ');
  return plain.match(WORD)?.join(' ') ?? '';
}

/**
 * What to look for: words, and pairs of neighbouring characters of scripts that are written without blanks, so that a part of
 * a name is found.
 */
export const searchTerms = (folded: string): readonly string[] =>
  folded === '' ? [] : folded.split(' ').flatMap(word => (IS_CJK.test(word) ? pairsOf(word) : [word]));

/** What a name is found by: its search terms, single characters, and neighbouring words joined ("ryonghae"). */
export function indexTerms(folded: string): ReadonlySet<string> {
  const terms = searchTerms(folded);
  const characters = folded.split(' ').flatMap(word => (IS_CJK.test(word) ? [...word] : []));
  return new Set([...terms, ...characters, ...terms.flatMap((_, place) => joinedAt(terms, place) ?? [])]);
}

/** The term at a place and the next one as one word, or null where they are not words. */
export function joinedAt(terms: readonly string[], place: number): string | null {
  const [first, second] = [terms[place], terms[place + 1]];
  if (first === undefined || second === undefined || IS_CJK.test(first) || IS_CJK.test(second)) return null;
  return first + second;
}

function pairsOf(word: string): readonly string[] {
  const characters = [...word];
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, place) => (characters[place] ?? '') + character);
}
