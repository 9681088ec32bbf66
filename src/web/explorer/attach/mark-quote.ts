// From words marked in a pasted text to a quote that can be found again: the words, what stands around them, the paragraph.
import { withoutUnshowable } from '../../../domain/text.js';

/** As the API takes it; the text itself is not sent. */
export interface MarkedQuote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** From 1. */
  readonly paragraph: number;
}

/** Why words cannot be quoted. */
export type Unquotable = 'NOTHING_MARKED' | 'TWO_PARAGRAPHS';

/** Characters kept before and after, at most. */
export const AROUND = 60;

interface Paragraph {
  readonly text: string;
  /** Where it begins in the whole text. */
  readonly start: number;
}

/** A pasted text with plain line ends, and without characters that no quote may hold. */
export const cleanText = (text: string): string => withoutUnshowable(text.replace(/\r\n?/g, '\n'));

/** Runs of lines parted by blank lines, without outer blanks: as the server counts them when it looks for a quote. */
export function paragraphsIn(text: string): readonly Paragraph[] {
  const found: Paragraph[] = [];
  let start = 0;
  const close = (end: number): void => {
    const raw = text.slice(start, end);
    const kept = raw.trim();
    if (kept !== '') found.push({ text: kept, start: start + raw.length - raw.trimStart().length });
  };
  for (const gap of text.matchAll(/\n[^\S\n]*(?:\n[^\S\n]*)+/gu)) {
    close(gap.index);
    start = gap.index + gap[0].length;
  }
  close(text.length);
  return found;
}

/** The quote of what is marked from `start` to `end` in a clean text; blanks at the ends of the mark do not count. */
export function markQuote(text: string, start: number, end: number): MarkedQuote | Unquotable {
  const marked = text.slice(start, end);
  const exact = marked.trim();
  if (exact === '') return 'NOTHING_MARKED';
  const at = start + marked.length - marked.trimStart().length;
  const paragraphs = paragraphsIn(text);
  const number = paragraphs.findLastIndex(paragraph => paragraph.start <= at);
  const paragraph = paragraphs[number];
  if (!paragraph || at + exact.length > paragraph.start + paragraph.text.length) return 'TWO_PARAGRAPHS';
  const from = at - paragraph.start;
  const before = paragraph.text.slice(Math.max(0, from - AROUND), from);
  const after = paragraph.text.slice(from + exact.length, from + exact.length + AROUND);
  return {
    exact,
    // Half a character at the cut is left out; blanks alone tell nothing apart.
    prefix: filled(before.replace(/^[\uDC00-\uDFFF]/, '')),
    suffix: filled(after.replace(/[\uD800-\uDBFF]$/, '')),
    paragraph: number + 1,
  };
}

/** The quote of words typed by hand, where they stand in the text exactly once; else null. */
export function findQuote(text: string, words: string): MarkedQuote | null {
  const exact = words.trim();
  const at = exact === '' ? -1 : text.indexOf(exact);
  if (at < 0 || text.includes(exact, at + 1)) return null;
  const quote = markQuote(text, at, at + exact.length);
  return typeof quote === 'string' ? null : quote;
}

const filled = (text: string): string => (text.trim() === '' ? '' : text);
