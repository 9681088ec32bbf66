// A text cut for reading: pieces that are paragraphs, or parts of very long ones, and the sentences of a piece.
import { paragraphsOf } from '../domain/quote-anchor.js';

export interface TextPiece {
  /** From 1, as in quotes. */
  readonly paragraph: number;
  /** Where the piece begins in its paragraph, in UTF-16 units. */
  readonly offset: number;
  readonly text: string;
  /** It is all of its paragraph. */
  readonly isWhole: boolean;
}

export interface Sentence {
  readonly start: number;
  readonly end: number;
}

/** Longer paragraphs are looked through in parts, so that none holds up all others. */
const LONGEST_PIECE = 20_000;
const ABBREVIATED = /(?:^|[\s("“.])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Sen|Rep|Gov|Prof|St|No)\.\s*$/u;

/** Without their blanks at the ends, so that an offset counts from the first character of the paragraph. */
export function* piecesOf(text: string): IterableIterator<TextPiece> {
  for (const [place, paragraph] of paragraphsOf(text).entries()) {
    for (let offset = 0; offset < paragraph.length;) {
      const end = cutAt(paragraph, offset);
      const isWhole = offset === 0 && end === paragraph.length;
      yield { paragraph: place + 1, offset, text: paragraph.slice(offset, end), isWhole };
      offset = end;
    }
  }
}

function cutAt(paragraph: string, from: number): number {
  const most = from + LONGEST_PIECE;
  if (most >= paragraph.length) return paragraph.length;
  const blank = Math.max(paragraph.lastIndexOf(' ', most), paragraph.lastIndexOf('\n', most));
  if (blank > from) return blank + 1;
  const unit = paragraph.charCodeAt(most);
  // Never between the halves of a character.
  return unit >= 0xdc00 && unit <= 0xdfff ? most - 1 : most;
}

/** By the rules of Unicode, https://unicode.org/reports/tr29/, but never right after a title or an initial. */
export function sentencesOf(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const { segment, index } of new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(text)) {
    const end = index + segment.length;
    if (ABBREVIATED.test(text.slice(Math.max(start, end - 40), end)) && end < text.length) continue;
    sentences.push(trimmed(text, start, end));
    start = end;
  }
  if (start < text.length) sentences.push(trimmed(text, start, text.length));
  return sentences.filter(sentence => sentence.start < sentence.end);
}

function trimmed(text: string, start: number, end: number): Sentence {
  const words = text.slice(start, end);
  const begin = start + (words.length - words.trimStart().length);
  return { start: begin, end: Math.max(begin, start + words.trimEnd().length) };
}
