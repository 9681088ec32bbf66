// The ways in which a text may be met in names: which of its terms, by which words of names, and what that counts.
import { distanceOf, type MatchReason } from './name-match.js';
import { isCjk } from './name-folding.js';
import { AS_IT_IS, BEGUN, misspelt, ROMANISED } from './name-score.js';
import type { NameWords, WordId } from './name-words.js';
import type { Romanisation } from './romanisation/romanisation.js';

/** A name meets a text this way where it has a word of each set. */
export interface Way {
  /** Bits of the terms that are met. */
  readonly terms: number;
  readonly words: readonly ReadonlySet<WordId>[];
  readonly count: number;
  readonly distance: number;
  /** Whether the words must stand side by side, in this order. */
  readonly adjoining?: boolean;
  /** Whether only the whole name tells if it sounds so. */
  readonly heard?: boolean;
}

const LETTERS_FOR_BEGINNING = 3;
const LETTERS_FOR_MISTAKE = 4;
const MISTAKES_PER_LETTER = 0.2;
// Three mistakes in a long word took as long as the rest of the search.
const MOST_MISTAKES = 2;
/** So many words are looked at for a beginning or a mistake. */
const MOST_WORDS = 5_000;

export class NameWays {
  constructor(
    private readonly words: NameWords,
    private readonly romanisation: Romanisation,
  ) {}

  /** All ways for a text's terms. */
  waysTo(terms: readonly string[]): readonly Way[] {
    const ways = terms.flatMap((term, place) => [
      ...(isCjk(term) ? this.partsOf(term, place, place === terms.length - 1) : this.wordsOf(term, place)),
      ...this.joined(terms, place),
      ...this.soundsOf(term, place),
    ]);
    return ways.filter(way => way.words.every(set => set.size > 0));
  }

  private *wordsOf(term: string, place: number): IterableIterator<Way> {
    yield wayOf(place, AS_IT_IS, 'WORDS', [this.words.find(term)]);
    yield* this.split(term, place);
    // Shorter beginnings fit so many names that finding them costs more than it helps.
    if (term.length >= LETTERS_FOR_BEGINNING) {
      yield wayOf(place, BEGUN, 'PREFIX', first(MOST_WORDS, this.words.begunBy(term)));
    }
    // Another digit is another number, never a mistake.
    if (term.length < LETTERS_FOR_MISTAKE || /\p{N}/u.test(term)) return;
    const most = Math.min(MOST_MISTAKES, Math.round(term.length * MISTAKES_PER_LETTER));
    const near = first(MOST_WORDS, this.words.misspelt(term, most));
    for (let mistakes = 1; mistakes <= most; mistakes += 1) {
      const words = near.filter(([, made]) => made === mistakes).map(([id]) => id);
      yield wayOf(place, misspelt(mistakes), 'TYPING_ERROR', words);
    }
  }

  private *partsOf(term: string, place: number, isLast: boolean): IterableIterator<Way> {
    yield wayOf(place, AS_IT_IS, 'INFIX', this.words.holding(term));
    // A syllable grows as one types: 료, 룡.
    if (isLast) yield wayOf(place, BEGUN, 'PREFIX', first(MOST_WORDS, this.words.holdingBegun(term)));
  }

  /** A word that names have as two: `ryonghae`. */
  private *split(term: string, place: number): IterableIterator<Way> {
    for (let at = 2; at <= term.length - 2; at += 1) {
      const [before, after] = [this.words.find(term.slice(0, at)), this.words.find(term.slice(at))];
      if (before === undefined || after === undefined) continue;
      const words = [new Set([before]), new Set([after])];
      yield { terms: bit(place), words, count: AS_IT_IS, distance: distanceOf('WORDS'), adjoining: true };
    }
  }

  /** Two words that names have as one. */
  private joined(terms: readonly string[], place: number): readonly Way[] {
    const [one = '', other = ''] = [terms[place], terms[place + 1]];
    const id = other === '' || isCjk(one) || isCjk(other) ? undefined : this.words.find(one + other);
    if (id === undefined) return [];
    return [{ ...wayOf(place, AS_IT_IS, 'WORDS', [id]), terms: bit(place) | bit(place + 1) }];
  }

  private soundsOf(term: string, place: number): readonly Way[] {
    return this.romanisation.readingsOf(term).map(reading => ({
      terms: bit(place),
      words: reading.map(unit => new Set(unit.flatMap(key => [...this.words.soundingAs(key)]))),
      count: ROMANISED,
      distance: distanceOf('ROMANISATION'),
      heard: true,
    }));
  }
}

const bit = (place: number): number => 1 << place;

function wayOf(place: number, count: number, reason: MatchReason, ids: readonly (WordId | undefined)[]): Way {
  const words = [new Set(ids.filter(id => id !== undefined))];
  return { terms: bit(place), words, count, distance: distanceOf(reason) };
}

function first<T>(most: number, from: Iterable<T>): readonly T[] {
  const taken: T[] = [];
  for (const each of from) {
    if (taken.length >= most) break;
    taken.push(each);
  }
  return taken;
}
