// Folds a name: removes case, accents, apostrophes and hyphens. The first step of every search for names.
import anyAscii from 'any-ascii';

// U+02B9 to U+02BF are the letters that romanisations use for aspiration and for the soft sign.
const APOSTROPHES = /['`´‘’‛′＇\u02B9-\u02BF\u02C8\u055A\u05F3\u1FBD\u1FBF\uA78B\uA78C]/gu;
/** Joiners, marks of direction, soft hyphens, and the stroke that stretches Arabic words. */
const UNSEEN = /[\p{Cf}\u0640]/gu;
/** Scripts in which marks may be left out when one writes; й and ў are letters of their own. */
const MARKED = /([\p{sc=Latin}\p{sc=Greek}\p{sc=Arabic}\p{sc=Hebrew}])\p{M}+|(\p{sc=Cyrillic})(\p{M}+)/gu;
const BREVE = '\u0306';
const OTHER_LATIN = /(?![a-z])\p{sc=Latin}/gu;
/** Letters that stand for one another at the end of words or on Persian keyboards. */
const TWINS: Readonly<Record<string, string>> = { ς: 'σ', ى: 'ي', ی: 'ي', ک: 'ك', ة: 'ه', ٱ: 'ا' };
const TWIN = new RegExp(`[${Object.keys(TWINS).join('')}]`, 'gu');
const CJK = '[\\p{sc=Hangul}\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}ー]';
const CJK_SPACE = new RegExp(`(?<=${CJK})\\s+(?=${CJK})`, 'gu');
const CJK_RUN = new RegExp(`${CJK}+`, 'gu');
const IS_CJK = new RegExp(`^${CJK}`, 'u');
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const ASCII = /^\p{ASCII}*$/u;

/**
 * A name as its folded words, parted by single blanks; empty where it has neither letters nor digits.
 * "Pyŏng-ch'ŏl" gives "pyong chol", "Łukasz" "lukasz", "김 정은" "김정은". Marks that distinguish letters, as in kana, stay.
 */
export function foldName(text: string): string {
  // Most names are plain: the long way takes ten times as long.
  const plain = ASCII.test(text) ? text.toLowerCase().replace(/['`]/g, '') : foldLetters(text);
  return plain.match(WORD)?.join(' ') ?? '';
}

/** Whether a folded word is of a script that is written without blanks. */
export const isCjk = (word: string): boolean => IS_CJK.test(word);

function foldLetters(text: string): string {
  return (
    text
      .replace(APOSTROPHES, '')
      .replace(UNSEEN, '')
      .normalize('NFKD')
      // What was one character may hold them, such as ŉ and the Arabic marks on a stroke.
      .replace(APOSTROPHES, '')
      .replace(UNSEEN, '')
      .toLowerCase()
      .replace(MARKED, (_, letter: string | undefined, cyrillic: string, marks: string) =>
        letter === undefined ? cyrillic + (marks.includes(BREVE) ? BREVE : '') : letter,
      )
      .normalize('NFC')
      .replace(OTHER_LATIN, letter => anyAscii(letter).toLowerCase())
      .replace(TWIN, letter => TWINS[letter] ?? letter)
      .replace(CJK_SPACE, '')
      .replace(CJK_RUN, ' $& ')
  );
}
