// The words of names that were found for one term, and how many spellings have them, so the rarest are followed first.
import type { WordId } from './name-words.js';

export interface FoundWords {
  /** Each once. */
  readonly words: Iterable<WordId>;
  /** How many spellings have them, one after the other. */
  readonly spellings: number;
  /** Asked only of words that must stand beside others: their list is a set. */
  has(word: WordId): boolean;
}

/** Words that are gathered one by one. */
export class GatheredWords implements FoundWords {
  readonly words = new Set<WordId>();
  spellings = 0;

  /** False for one that is there already. */
  add(word: WordId, spellings: number): boolean {
    if (this.words.has(word)) return false;
    this.words.add(word);
    this.spellings += spellings;
    return true;
  }

  has(word: WordId): boolean {
    return this.words.has(word);
  }
}

/** Words of a list that is there: it is not copied, for it may be long. */
export const listedWords = (words: readonly WordId[], spellings: number): FoundWords => ({
  words,
  spellings,
  has: word => words.includes(word),
});
