// Counting names: which spellings meet a text in which of its ways, the closest first, however common its words are.
import { lettersOf } from './name-terms.js';
import { BEGUN, isFound, nameScore } from './name-score.js';
import type { NameSpellings, Place } from './name-spellings.js';
import type { Way } from './name-ways.js';
import type { WordId } from './name-words.js';

/** So many steps from word to spelling are made for a text; they take some 20 ms at most. Rare words are followed before common ones. */
const MOST_STEPS = 200_000;
const SHELVES = 256;

/** How a spelling meets a text. */
export interface Tally {
  readonly place: Place;
  /** Bits of the terms that were found, and of those among them that only the whole name can confirm. */
  readonly terms: number;
  readonly heard: number;
  /** Letters found, each weighted by what its term counts. */
  readonly counted: number;
  /** The farthest reason among them, see `name-match.ts`. */
  readonly distance: number;
}

/** Kept from search to search: what it holds for each spelling takes longer to make than to use. */
export class NameTally {
  private terms = new Uint32Array(0);
  private heard = new Uint32Array(0);
  private counted = new Float64Array(0);
  private distances = new Uint8Array(0);

  constructor(private readonly spellings: NameSpellings) {}

  /**
   * Spellings that meet half of a text, about the best first; what only the whole name tells is taken on trust, and a last term
   * that may be begun is taken as found.
   */
  *tallies(terms: readonly string[], ways: readonly Way[]): IterableIterator<Tally> {
    const letters = terms.map(lettersOf);
    const touched = this.followAll(ways, letters);
    try {
      for (const places of this.shelve(touched, letters).reverse()) {
        for (const place of places.sort((a, b) => a - b)) yield this.tallyOf(place);
      }
    } finally {
      for (const place of touched)
        this.terms[place] = this.heard[place] = this.counted[place] = this.distances[place] = 0;
    }
  }

  private followAll(ways: readonly Way[], letters: readonly number[]): readonly Place[] {
    this.makeRoom();
    const touched: Place[] = [];
    let steps = 0;
    for (const { way, rarest } of this.inOrder(ways)) {
      for (const word of rarest) {
        if (steps >= MOST_STEPS) return touched;
        this.spellings.eachWith(word, place => {
          if (this.meets(place, way, rarest)) this.note(place, way, letters, touched);
          steps += 1;
          return steps < MOST_STEPS;
        });
      }
    }
    return touched;
  }

  private makeRoom(): void {
    const { size } = this.spellings;
    if (size <= this.terms.length) return;
    const room = Math.ceil(size * 1.2);
    this.terms = new Uint32Array(room);
    this.heard = new Uint32Array(room);
    this.counted = new Float64Array(room);
    this.distances = new Uint8Array(room);
  }

  /** The closest way first, of equally close ones the rarest; each with the rarest of its sets, which is gone through. */
  private inOrder(
    ways: readonly Way[],
  ): readonly { readonly way: Way; readonly rarest: ReadonlySet<WordId> }[] {
    return ways
      .map(way => {
        const sets = way.words.map(set => ({ set, cost: this.costOf(set) })).sort((a, b) => a.cost - b.cost);
        return { way, rarest: sets[0]?.set ?? new Set<WordId>(), cost: sets[0]?.cost ?? 0 };
      })
      .sort((a, b) => b.way.count - a.way.count || a.cost - b.cost);
  }

  private costOf(set: ReadonlySet<WordId>): number {
    let cost = 0;
    for (const word of set) cost += this.spellings.countOf(word);
    return cost;
  }

  private meets(place: Place, { words, adjoining }: Way, known: ReadonlySet<WordId>): boolean {
    if (!words.every(set => set === known || this.spellings.hasWord(place, set))) return false;
    return adjoining !== true || this.spellings.adjoin(place, words);
  }

  private note(place: Place, way: Way, letters: readonly number[], touched: Place[]): void {
    const before = this.terms[place] ?? 0;
    const fresh = way.terms & ~before;
    if (fresh === 0) return;
    if (before === 0) touched.push(place);
    this.terms[place] = before | fresh;
    if (way.heard === true) this.heard[place] = (this.heard[place] ?? 0) | fresh;
    this.counted[place] = (this.counted[place] ?? 0) + way.count * sumOf(letters, fresh);
    this.distances[place] = Math.max(this.distances[place] ?? 0, way.distance);
  }

  /** Places on shelves by how good they look, the best on the last one. */
  private shelve(touched: readonly Place[], lettersOfTerms: readonly number[]): Place[][] {
    const shelves = Array.from({ length: SHELVES }, (): Place[] => []);
    const letters = sumOf(lettersOfTerms, -1);
    const last = lettersOfTerms.length - 1;
    const ofLast = last > 0 ? (lettersOfTerms[last] ?? 0) : 0;
    for (const place of touched) {
      const terms = this.terms[place] ?? 0;
      const begun = (terms & (1 << last)) === 0 ? ofLast : 0;
      const counted = (this.counted[place] ?? 0) + begun * BEGUN;
      if (!isFound(letters, counted)) continue;
      const found = sumOf(lettersOfTerms, terms) + begun;
      const score = nameScore({ letters, found, counted, nameLetters: this.spellings.lettersAt(place) });
      shelves[Math.min(SHELVES - 1, Math.floor(score * SHELVES))]?.push(place);
    }
    return shelves;
  }

  private tallyOf(place: Place): Tally {
    const [terms = 0, heard = 0] = [this.terms[place], this.heard[place]];
    return { place, terms, heard, counted: this.counted[place] ?? 0, distance: this.distances[place] ?? 0 };
  }
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
