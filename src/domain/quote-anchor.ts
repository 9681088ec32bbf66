// Finds a quote in its text again, after the W3C TextQuoteSelector, and says so when it cannot. It never guesses.
import type { Quote } from './attestation.js';
import { paragraphHashing, paragraphsIn } from './paragraphs.js';
import { placesOf } from './phrase.js';

export const QUOTE_ANCHORS = ['EXACT', 'MOVED', 'ORPHANED', 'UNCHECKED'] as const;
/** In its recorded place · once elsewhere · not to be found, or found more than once · no text to look in. */
export type QuoteAnchor = (typeof QUOTE_ANCHORS)[number];

/** Work in pieces: yields steps of about a microsecond. */
type Work<Result> = Generator<number, Result>;

const STEPS_IN_A_PIECE = 256;
const CHARACTERS_OF_A_STEP = 512;

/** A text in which quotes are looked for, one after the other. */
export class AnchorText {
  private readonly hashes = new Map<number, string>();

  private constructor(private readonly paragraphs: readonly string[]) {}

  static *of(text: string): Work<AnchorText> {
    const paragraphs: string[] = [];
    for (const piece of paragraphsIn(text)) {
      if (typeof piece === 'number') yield piece;
      else if (paragraphs.push(piece) % STEPS_IN_A_PIECE === 0) yield STEPS_IN_A_PIECE;
    }
    return new AnchorText(paragraphs);
  }

  /** Where a quote stands. */
  *anchor(quote: Quote): Work<QuoteAnchor> {
    if (yield* this.standsInPlace(quote)) return 'EXACT';
    const phrase = phraseOf(quote);
    let count = 0;
    let gone = 0;
    for (const paragraph of this.paragraphs) {
      if (paragraph.length >= phrase.length) count += (yield* placesOf(paragraph, phrase, 2 - count)).length;
      if (count > 1) break;
      gone += 1 + paragraph.length / CHARACTERS_OF_A_STEP;
      if (gone < STEPS_IN_A_PIECE) continue;
      yield Math.ceil(gone);
      gone = 0;
    }
    return count === 1 ? 'MOVED' : 'ORPHANED';
  }

  /** A place needs paragraph and offsets, or a paragraph in which the phrase stands once; a paragraph hash must agree. */
  private *standsInPlace(quote: Quote): Work<boolean> {
    if (quote.paragraph === undefined) return false;
    const paragraph = this.paragraphs[quote.paragraph - 1];
    if (paragraph === undefined) return false;
    if (quote.textHash !== undefined && quote.textHash !== (yield* this.hashOf(quote.paragraph, paragraph)))
      return false;
    if (quote.start === undefined) return (yield* placesOf(paragraph, phraseOf(quote), 2)).length === 1;
    return fitsAt(quote, paragraph, quote.start) && quote.end === quote.start + quote.exact.length;
  }

  private *hashOf(number: number, paragraph: string): Work<string> {
    const hash = this.hashes.get(number) ?? (yield* paragraphHashing(paragraph));
    this.hashes.set(number, hash);
    return hash;
  }
}

/** At once, for texts that nobody waits behind. A null text is `UNCHECKED`. */
export const anchorQuote = (quote: Quote, text: string | null): QuoteAnchor =>
  text === null ? 'UNCHECKED' : atOnce(atOnce(AnchorText.of(text)).anchor(quote));

function atOnce<Result>(work: Work<Result>): Result {
  let piece = work.next();
  while (piece.done !== true) piece = work.next();
  return piece.value;
}

/** The quote with what surrounds it: it stands where all of this does. */
const phraseOf = ({ prefix = '', exact, suffix = '' }: Quote): string => prefix + exact + suffix;

function fitsAt({ prefix = '', exact, suffix = '' }: Quote, paragraph: string, at: number): boolean {
  return at >= prefix.length && paragraph.startsWith(prefix + exact + suffix, at - prefix.length);
}
