// Finds a quote in its text again, after the W3C TextQuoteSelector, and says so when it cannot. It never guesses.
import { createHash } from 'node:crypto';
import type { Quote } from './attestation.js';

export const QUOTE_ANCHORS = ['EXACT', 'MOVED', 'ORPHANED', 'UNCHECKED'] as const;
/** In its recorded place · once elsewhere · not to be found, or found more than once · no text to look in. */
export type QuoteAnchor = (typeof QUOTE_ANCHORS)[number];

/** A text's paragraphs: runs of lines parted by blank lines, trimmed at both ends. */
export const paragraphsOf = (text: string): string[] =>
  text
    .replace(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*(?:\n[^\S\n]*)+/u)
    .map(paragraph => paragraph.trim())
    .filter(paragraph => paragraph !== '');

/** SHA-256 of a paragraph, hex: tells whether it is the paragraph the quote was taken from. */
export const paragraphHash = (paragraph: string): string =>
  createHash('sha256').update(paragraph).digest('hex');

/** Where a quote stands in a text. A null text is `UNCHECKED`. */
export function anchorQuote(quote: Quote, text: string | null): QuoteAnchor {
  if (text === null) return 'UNCHECKED';
  const paragraphs = paragraphsOf(text);
  if (standsInPlace(quote, paragraphs)) return 'EXACT';
  return paragraphs.reduce((count, paragraph) => count + occurrences(quote, paragraph), 0) === 1
    ? 'MOVED'
    : 'ORPHANED';
}

/** A place needs paragraph and offsets, or a paragraph in which the phrase stands once; a paragraph hash must agree. */
function standsInPlace(quote: Quote, paragraphs: readonly string[]): boolean {
  if (quote.paragraph === undefined) return false;
  const paragraph = paragraphs[quote.paragraph - 1];
  if (paragraph === undefined) return false;
  if (quote.textHash !== undefined && quote.textHash !== paragraphHash(paragraph)) return false;
  if (quote.start === undefined) return occurrences(quote, paragraph) === 1;
  return fitsAt(quote, paragraph, quote.start) && quote.end === quote.start + quote.exact.length;
}

function occurrences(quote: Quote, paragraph: string): number {
  let count = 0;
  for (let at = paragraph.indexOf(quote.exact); at >= 0; at = paragraph.indexOf(quote.exact, at + 1)) {
    if (fitsAt(quote, paragraph, at)) count += 1;
  }
  return count;
}

const fitsAt = (quote: Quote, paragraph: string, at: number): boolean =>
  paragraph.startsWith(quote.exact, at) &&
  (quote.prefix === undefined || paragraph.slice(0, at).endsWith(quote.prefix)) &&
  (quote.suffix === undefined || paragraph.startsWith(quote.suffix, at + quote.exact.length));
