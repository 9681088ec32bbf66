// The ways in which a term of the searched text can be met by words of names, and what each way counts.
import { distanceOf, type MatchReason } from './name-match.js';
import { isCjk } from './name-folding.js';
import { AS_IT_IS, BEGUN, misspelt, ROMANISED } from './name-score.js';
import { GatheredWords, listedWords, type FoundWords } from './name-found-words.js';
import type { NameSpellings } from './name-spellings.js';
import type { NameWords, WordId } from './name-words.js';
import { eachInPieces, type Resumable } from '../work/resumable.js';
import type { Romanisation } from './romanisation/romanisation.js';

/** A name meets a text this way where it has a word of each set. */
export interface MatchWay {
  /** Bits of the terms that are met. */
  readonly terms: number;
  readonly words: readonly FoundWords[];
  readonly count: number;
  readonly distance: number;
  /** Whether the words must stand side by side, in this order. */
  readonly adjoining?: boolean;
  /** Whether only the whole name can confirm that it sounds like the term. */
  readonly heard?: boolean;
}

type Told = Pick<MatchWay, 'count' | 'distance'>;

const LETTERS_FOR_BEGINNING = 3;
const LETTERS_FOR_MISTAKE = 4;
const MISTAKES_PER_LETTER = 0.2;
// Allowing three mistakes in a long word would take as long as the whole search otherwise.
const MOST_MISTAKES = 2;
/** So many words are looked at for a beginning or a mistake. */
const MOST_WORDS = 5_000;
/** So many words are found for a text by their sound: they are kept while it is looked for. */
const MOST_SOUNDING = 200_000;

export class NameWays {
  constructor(
    private readonly words: NameWords,
    private readonly spellings: NameSpellings,
    private readonly romanisation: Romanisation,
  ) {}

  /** All ways for a text's terms. */
  *waysTo(terms: readonly string[]): Resumable<readonly MatchWay[]> {
    const ways: MatchWay[] = [];
    let soundingLeft = MOST_SOUNDING;
    for (const [place, term] of terms.entries()) {
      if (isCjk(term)) yield* this.partsOf(term, place, place === terms.length - 1, ways);
      else yield* this.wordsOf(term, place, ways);
      ways.push(...this.joined(terms, place));
      soundingLeft -= yield* this.soundsOf(term, place, soundingLeft, ways);
    }
    return ways.filter(way => way.words.every(({ spellings }) => spellings > 0));
  }

  private *wordsOf(term: string, place: number, ways: MatchWay[]): Resumable<void> {
    const told = (count: number, reason: MatchReason): Told => ({ count, distance: distanceOf(reason) });
    yield* this.gather(ways, place, told(AS_IT_IS, 'WORDS'), present(this.words.find(term)));
    ways.push(...this.split(term, place));
    // Shorter beginnings fit so many names that finding them costs more than it helps.
    if (term.length >= LETTERS_FOR_BEGINNING) {
      yield* this.gather(ways, place, told(BEGUN, 'PREFIX'), first(MOST_WORDS, this.words.begunBy(term)));
    }
    // Another digit is another number, never a mistake.
    if (term.length < LETTERS_FOR_MISTAKE || /\p{N}/u.test(term)) return;
    const most = Math.min(MOST_MISTAKES, Math.round(term.length * MISTAKES_PER_LETTER));
    const near = yield* this.words.misspelt(term, most, MOST_WORDS);
    for (let mistakes = 1; mistakes <= most; mistakes += 1) {
      const words = near.filter(([, made]) => made === mistakes).map(([id]) => id);
      yield* this.gather(ways, place, told(misspelt(mistakes), 'TYPING_ERROR'), words);
    }
  }

  private *partsOf(term: string, place: number, isLast: boolean, ways: MatchWay[]): Resumable<void> {
    const infix = { count: AS_IT_IS, distance: distanceOf('INFIX') };
    yield* this.gather(ways, place, infix, this.words.holding(term));
    if (!isLast) return;
    // A syllable grows as one types: 료, 룡.
    const begun = { count: BEGUN, distance: distanceOf('PREFIX') };
    yield* this.gather(ways, place, begun, this.words.holdingBegun(term).slice(0, MOST_WORDS));
  }

  /** A word that names have as two: `ryonghae`. */
  private *split(term: string, place: number): IterableIterator<MatchWay> {
    for (let at = 2; at <= term.length - 2; at += 1) {
      const [before, after] = [this.words.find(term.slice(0, at)), this.words.find(term.slice(at))];
      if (before === undefined || after === undefined) continue;
      const words = [before, after].map(id => this.only(id));
      yield { terms: bit(place), words, count: AS_IT_IS, distance: distanceOf('WORDS'), adjoining: true };
    }
  }

  /** Two words that names have as one. */
  private joined(terms: readonly string[], place: number): readonly MatchWay[] {
    const [one = '', other = ''] = [terms[place], terms[place + 1]];
    const id = other === '' || isCjk(one) || isCjk(other) ? undefined : this.words.find(one + other);
    if (id === undefined) return [];
    const both = bit(place) | bit(place + 1);
    return [{ terms: both, words: [this.only(id)], count: AS_IT_IS, distance: distanceOf('WORDS') }];
  }

  /** @returns how many words were found, at most so many. */
  private *soundsOf(term: string, place: number, most: number, ways: MatchWay[]): Resumable<number> {
    let count = 0;
    for (const reading of this.romanisation.readingsOf(term)) {
      const words = reading.map(() => new GatheredWords());
      for (const [at, unit] of reading.entries()) {
        const take = (id: WordId): void => {
          if (count < most && words[at]?.add(id, this.spellings.countOf(id)) === true) count += 1;
        };
        for (const key of unit) yield* this.words.soundingAs(key, take);
      }
      const told = { count: ROMANISED, distance: distanceOf('ROMANISATION') };
      ways.push({ terms: bit(place), words, ...told, heard: true });
    }
    return count;
  }

  private *gather(ways: MatchWay[], place: number, told: Told, ids: readonly WordId[]): Resumable<void> {
    let spellings = 0;
    yield* eachInPieces(ids, id => (spellings += this.spellings.countOf(id)));
    ways.push({ terms: bit(place), words: [listedWords(ids, spellings)], ...told });
  }

  private only(id: WordId): FoundWords {
    return listedWords([id], this.spellings.countOf(id));
  }
}

const bit = (place: number): number => 1 << place;

const present = (id: WordId | undefined): readonly WordId[] => (id === undefined ? [] : [id]);

function first<T>(most: number, from: Iterable<T>): readonly T[] {
  const taken: T[] = [];
  for (const each of from) {
    if (taken.length >= most) break;
    taken.push(each);
  }
  return taken;
}
