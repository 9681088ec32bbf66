// Decides whether a candidate name really matches the searched text as a whole, how close it is, and why.
import { foldName, isCjk } from './name-folding.js';
import { distanceOf, MATCH_REASONS, type MatchReason } from './name-match.js';
import { BEGUN, nameScore, ROMANISED } from './name-score.js';
import { sumOf, type TalliedSpelling } from './name-tally.js';
import { lettersOf, searchTerms } from './name-terms.js';
import type { Listener, Romanisation } from './romanisation/romanisation.js';

export interface Verdict {
  readonly score: number;
  readonly matchedBy: MatchReason;
}

const ARTICLE = /^(?:al|el|ul)$/;

/** A text that names are held against. */
export class NameVerdict {
  readonly folded: string;
  readonly terms: readonly string[];
  private readonly solid: string;
  private readonly letters: readonly number[];
  private readonly listen: Listener;

  constructor(
    private readonly text: string,
    romanisation: Romanisation,
  ) {
    this.folded = foldName(text);
    this.solid = this.folded.replaceAll(' ', '');
    this.terms = searchTerms(this.folded);
    this.letters = this.terms.map(lettersOf);
    this.listen = romanisation.listenerFor(this.terms);
  }

  /** On a name that is the same but for folding and blanks, or null where it is not. */
  onWhole(name: string, words: readonly string[]): Verdict | null {
    if (words.join('') !== this.solid) return null;
    return { score: 1, matchedBy: name.normalize() === this.text.trim().normalize() ? 'EXACT' : 'FOLDED' };
  }

  /** On a name that has terms of the text, or null where it has too little of it. */
  on(tally: TalliedSpelling, words: readonly string[]): Verdict | null {
    const unheard = tally.romanised & ~this.heardIn(words, tally.romanised);
    let terms = tally.terms & ~unheard;
    let counted = tally.counted - ROMANISED * sumOf(this.letters, unheard);
    let { distance } = tally;
    for (const [place, letters] of this.letters.entries()) {
      if ((terms & (1 << place)) !== 0) continue;
      const [count, reason] = this.missed(place, words);
      if (count === 0) continue;
      terms |= 1 << place;
      counted += count * letters;
      distance = Math.max(distance, distanceOf(reason));
    }
    return this.verdict(words, terms, counted, distance);
  }

  /** The terms that one romanisation school finds in a name, for the school that finds most. */
  private heardIn(words: readonly string[], terms: number): number {
    if (terms === 0) return 0;
    const weigh = (bits: number): number => sumOf(this.letters, bits & terms);
    return this.listen(words).reduce((best, bits) => (weigh(bits) > weigh(best) ? bits : best), 0);
  }

  /** What a term counts that no word of the name is near to. */
  private missed(place: number, words: readonly string[]): readonly [number, MatchReason] {
    const term = this.terms[place] ?? '';
    const isLast = place === this.terms.length - 1;
    // Someone may still be typing it: beside others, it counts as the beginning of any other word.
    if (isLast && words.some(word => word.startsWith(term) && !this.terms.includes(word)))
      return [BEGUN, 'PREFIX'];
    if (!isLast && ARTICLE.test(term)) return [ROMANISED, 'ROMANISATION'];
    return [0, 'PARTIAL'];
  }

  private verdict(
    words: readonly string[],
    terms: number,
    counted: number,
    distance: number,
  ): Verdict | null {
    const [letters, found] = [sumOf(this.letters, -1), sumOf(this.letters, terms)];
    const nameLetters = words.reduce((sum, word) => sum + lettersOf(word), 0);
    const score = nameScore({ letters, found, counted, nameLetters });
    if (score === 0) return null;
    if (found < letters) return { score, matchedBy: 'PARTIAL' };
    const reason = MATCH_REASONS[distance] ?? 'PARTIAL';
    if (reason === 'INFIX') return { score, matchedBy: this.partOf(words) };
    // All of the name was asked for, yet it is not the same as it stands.
    return { score, matchedBy: reason === 'WORDS' && found === nameLetters ? 'WORD_ORDER' : reason };
  }

  /** How a name has the words of scripts without blanks, of which all pairs of characters were found. */
  private partOf(words: readonly string[]): MatchReason {
    const asked = this.folded.split(' ').filter(isCjk);
    if (asked.every(part => words.includes(part))) return 'WORDS';
    if (asked.every(part => words.some(word => word.startsWith(part)))) return 'PREFIX';
    return asked.every(part => words.some(word => word.includes(part))) ? 'INFIX' : 'PARTIAL';
  }
}
