// Tallies which spellings meet a searched text, the closest first, however common their words are.
import type { FoundWords } from './name-found-words.js';
import { lettersOf } from './name-terms.js';
import { BEGUN, isFound, nameScore } from './name-score.js';
import type { NameSpellings, SpellingNumber } from './name-spellings.js';
import type { MatchWay } from './name-ways.js';
import { eachInPieces, type Resumable } from '../work/resumable.js';

/** So many steps from word to spelling are made for a text. Rare words are followed before common ones. */
const MOST_STEPS = 200_000;
const SHELVES = 256;
/** So many spellings are looked at in one piece of work. */
const PIECE = 512;

/** How a spelling meets a text. */
export interface TalliedSpelling {
  readonly place: SpellingNumber;
  /** Bits of the terms that were found, and of those among them that only the whole name can confirm. */
  readonly terms: number;
  readonly romanised: number;
  /** Letters found, each weighted by what its term counts. */
  readonly counted: number;
  /** The farthest reason among them, see `name-match.ts`. */
  readonly distance: number;
}

/** Counts the spellings that meet one text. */
export class NameTally {
  private readonly known = new Map<SpellingNumber, Counted>();
  private readonly letters: readonly number[];

  constructor(
    private readonly spellings: NameSpellings,
    terms: readonly string[],
  ) {
    this.letters = terms.map(lettersOf);
  }

  /**
   * Spellings that meet half of the text, about the best first, and between them the steps that it took; what only the whole name
   * tells is taken on trust, and a last term that may be begun is taken as found.
   */
  *tallies(ways: readonly MatchWay[]): Generator<TalliedSpelling | number, void> {
    yield* this.followAll(ways);
    const shelves = yield* this.shelve();
    for (const places of shelves.reverse()) {
      yield 1;
      for (const place of new Uint32Array(places).sort()) {
        const counted = this.known.get(place);
        if (counted) yield counted;
      }
    }
  }

  private *followAll(ways: readonly MatchWay[]): Resumable<void> {
    let left = MOST_STEPS;
    for (const { way, rarest } of inOrder(ways)) {
      for (const word of rarest.words) {
        const visit = (place: SpellingNumber): boolean => {
          if (this.meets(place, way, rarest)) this.note(place, way);
          return true;
        };
        let link = 0;
        do {
          const most = Math.min(left, PIECE);
          link = this.spellings.eachWith(word, visit, link, most);
          const steps = link === 0 ? Math.min(most, this.spellings.countOf(word)) : most;
          yield steps + 1;
          left -= steps;
          if (left <= 0) return;
        } while (link !== 0);
      }
    }
  }

  private meets(place: SpellingNumber, { words, adjoining }: MatchWay, known: FoundWords): boolean {
    if (!words.every(set => set === known || this.spellings.hasWord(place, set))) return false;
    return adjoining !== true || this.spellings.adjoin(place, words);
  }

  private note(place: SpellingNumber, way: MatchWay): void {
    let known = this.known.get(place);
    if (!known) this.known.set(place, (known = { place, terms: 0, romanised: 0, counted: 0, distance: 0 }));
    const fresh = way.terms & ~known.terms;
    if (fresh === 0) return;
    known.terms |= fresh;
    if (way.heard === true) known.romanised |= fresh;
    known.counted += way.count * sumOf(this.letters, fresh);
    known.distance = Math.max(known.distance, way.distance);
  }

  /** Places on shelves by how good they look, the best on the last one. */
  private *shelve(): Resumable<SpellingNumber[][]> {
    const shelves = Array.from({ length: SHELVES }, (): SpellingNumber[] => []);
    const letters = sumOf(this.letters, -1);
    const last = this.letters.length - 1;
    const ofLast = last > 0 ? (this.letters[last] ?? 0) : 0;
    yield* eachInPieces(this.known.values(), ({ place, terms, counted }) => {
      const begun = (terms & (1 << last)) === 0 ? ofLast : 0;
      if (!isFound(letters, counted + begun * BEGUN)) return;
      const found = sumOf(this.letters, terms) + begun;
      const nameLetters = this.spellings.lettersAt(place);
      const score = nameScore({ letters, found, counted: counted + begun * BEGUN, nameLetters });
      shelves[Math.min(SHELVES - 1, Math.floor(score * SHELVES))]?.push(place);
    });
    return shelves;
  }
}

type Counted = { -readonly [member in keyof TalliedSpelling]: TalliedSpelling[member] };

/** The closest way first, of equally close ones the rarest; each with the rarest of its lists of words, which is gone through. */
function inOrder(
  ways: readonly MatchWay[],
): readonly { readonly way: MatchWay; readonly rarest: FoundWords }[] {
  return ways
    .flatMap(way => {
      const [rarest] = [...way.words].sort((a, b) => a.spellings - b.spellings);
      return rarest ? { way, rarest } : [];
    })
    .sort((a, b) => b.way.count - a.way.count || a.rarest.spellings - b.rarest.spellings);
}

/** What the terms of which the bits are set weigh together. */
export function sumOf(letters: readonly number[], terms: number): number {
  let sum = 0;
  // Called for every spelling that is met: an iterator here made a search take a third longer.
  for (let term = 0; term < letters.length; term += 1) {
    if ((terms & (1 << term)) !== 0) sum += letters[term] ?? 0;
  }
  return sum;
}
