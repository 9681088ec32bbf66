// The search terms of a text: its folded words, and pairs of characters for scripts that write no blanks.
import { isCjk } from './name-folding.js';

/** Further terms of a text are not looked for: one bit of a 32-bit number stands for each. */
export const MOST_TERMS = 31;
/** What a Han character or a Hangul syllable weighs against Latin letters: so many spell it. */
const LETTERS_OF_CHARACTER = 4;

/** Words, and pairs of neighbouring characters of scripts without blanks, so that a part of a name is found. */
export const searchTerms = (folded: string): readonly string[] =>
  folded === ''
    ? []
    : folded
        .split(' ')
        .flatMap(word => (isCjk(word) ? pairsOf(word) : [word]))
        .slice(0, MOST_TERMS);

/** What a word of a script without blanks is found by: single characters and pairs. */
export const partsOf = (word: string): ReadonlySet<string> => new Set([...word, ...pairsOf(word)]);

/** What a part is while its last syllable is being typed: 룡 is ㄹ and 료 before; in composed form, without the part itself. */
export function begunAs(part: string): readonly string[] {
  const last = [...part].at(-1) ?? '';
  const letters = [...last.normalize('NFD')];
  const before = part.slice(0, part.length - last.length);
  return letters.slice(1).map(
    (_, at) =>
      before +
      letters
        .slice(0, at + 1)
        .join('')
        .normalize('NFC'),
  );
}

/** How much there is of folded text, in letters. */
export const lettersOf = (folded: string): number =>
  folded.split(' ').reduce((sum, word) => sum + lettersOfWord(word), 0);

/** @param word of one script, see `foldName`. */
export const lettersOfWord = (word: string): number =>
  isCjk(word) ? [...word].length * LETTERS_OF_CHARACTER : word.length;

/** A word with two neighbouring letters in each other's place, once for each place. */
export const swapped = (word: string): readonly string[] =>
  [...word].slice(1).flatMap((letter, place) => {
    const before = word.charAt(place);
    return letter === before ? [] : [word.slice(0, place) + letter + before + word.slice(place + 2)];
  });

function pairsOf(word: string): readonly string[] {
  const characters = [...word];
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, place) => (characters[place] ?? '') + character);
}
