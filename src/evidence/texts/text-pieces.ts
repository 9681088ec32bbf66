// Cuts a text for reading into pieces (paragraphs, or parts of very long ones) and sentences.
import { paragraphsIn } from '../../domain/paragraphs.js';
import type { Resumable } from '../../graph/work/resumable.js';

export interface TextPiece {
  /** From 1, as in quotes. */
  readonly paragraph: number;
  /** Where the piece begins in its paragraph, in UTF-16 units. */
  readonly offset: number;
  readonly text: string;
  /** It is all of its paragraph. */
  readonly isWhole: boolean;
}

export interface TextSentence {
  readonly start: number;
  readonly end: number;
}

/** Longer paragraphs are looked through in parts, as if they were paragraphs. */
const LONGEST_PIECE = 20_000;
const ABBREVIATED = /(?:^|[\s("“.])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Sen|Rep|Gov|Prof|St|No)\.\s*$/u;
const STEPS_OF_A_SENTENCE = 8;

/** Without their blanks at the ends, so that an offset counts from the first character of the paragraph; and between them steps. */
export function* piecesOf(text: string): Generator<TextPiece | number, void> {
  let number = 0;
  for (const paragraph of paragraphsIn(text)) {
    if (typeof paragraph === 'number') {
      yield paragraph;
      continue;
    }
    number += 1;
    for (let offset = 0; offset < paragraph.length;) {
      const end = cutAt(paragraph, offset);
      const isWhole = offset === 0 && end === paragraph.length;
      yield { paragraph: number, offset, text: paragraph.slice(offset, end), isWhole };
      offset = end;
    }
  }
}

function cutAt(paragraph: string, from: number): number {
  const most = from + LONGEST_PIECE;
  if (most >= paragraph.length) return paragraph.length;
  // Of this part alone: looking farther back, each part would look through all before it.
  const part = paragraph.slice(from, most + 1);
  const blank = Math.max(part.lastIndexOf(' '), part.lastIndexOf('\n'));
  if (blank > 0) return from + blank + 1;
  const unit = paragraph.charCodeAt(most);
  // Never between the halves of a character.
  return unit >= 0xdc00 && unit <= 0xdfff ? most - 1 : most;
}

/** By the rules of Unicode, https://unicode.org/reports/tr29/, but never right after a title or an initial. */
export function* sentencesOf(text: string): Resumable<readonly TextSentence[]> {
  const sentences: TextSentence[] = [];
  let start = 0;
  for (const { segment, index } of new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(text)) {
    yield STEPS_OF_A_SENTENCE;
    const end = index + segment.length;
    if (ABBREVIATED.test(text.slice(Math.max(start, end - 40), end)) && end < text.length) continue;
    sentences.push(trimmed(text, start, end));
    start = end;
  }
  if (start < text.length) sentences.push(trimmed(text, start, text.length));
  return sentences.filter(sentence => sentence.start < sentence.end);
}

function trimmed(text: string, start: number, end: number): TextSentence {
  const words = text.slice(start, end);
  const begin = start + (words.length - words.trimStart().length);
  return { start: begin, end: Math.max(begin, start + words.trimEnd().length) };
}
