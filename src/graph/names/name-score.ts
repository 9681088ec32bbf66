// Scores how close a name is to the text that was searched for, from how each term of the text was found.

/** What a term counts by how it was found. */
export const AS_IT_IS = 1;
export const ROMANISED = 0.9;
export const BEGUN = 0.8;
/** A misspelt term counts by its number of wrong, missing or surplus letters (from 1): 0.6, 0.5, 0.4. */
export const misspelt = (mistakes: number): number => (7 - mistakes) / 10;

/** A text is found where this share of its letters is, each weighted by what its term counts. */
const LEAST_COUNTED = 0.5;
const BEST_BUT_EXACT = 0.99;
const WEIGHT_OF_LENGTH = 0.2;

/** Letters of a text, and those of a name that it is compared with. */
export interface FoundTerm {
  /** Of the text. */
  readonly letters: number;
  /** Of the text, in terms that were found. */
  readonly found: number;
  /** The same, each letter weighted by what its term counts. */
  readonly counted: number;
  readonly nameLetters: number;
}

/**
 * 0 where less than half of the text was found, else up to 0.99: the mean of what its terms count, weighted by their letters,
 * times 0.8 to 1 by the share of the name that was asked for.
 */
export function nameScore({ letters, found, counted, nameLetters }: FoundTerm): number {
  if (!isFound(letters, counted)) return 0;
  const share = Math.min(1, found / nameLetters);
  return (BEST_BUT_EXACT * counted * (1 - WEIGHT_OF_LENGTH * (1 - share))) / letters;
}

/** Whether enough of a text was found, see `Found`. */
export const isFound = (letters: number, counted: number): boolean => counted >= letters * LEAST_COUNTED;
