// The paragraphs of a text, in pieces: it may have millions of characters, and millions of paragraphs.
import { createHash } from 'node:crypto';

/** So many characters are gone over in a piece of work. */
const PIECE = 32_768;
const CHARACTERS_OF_A_STEP = 512;
const HASHED_AT_ONCE = 262_144;

/** Runs of lines parted by blank lines, trimmed at both ends; and between them steps of about a microsecond. */
export function* paragraphsIn(text: string): Generator<string | number, void> {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  let [start, told] = [0, 0];
  for (let at = lines.indexOf('\n'); at >= 0; at = lines.indexOf('\n', at)) {
    const end = at;
    let breaks = 0;
    for (; isBlank(lines, at); at += 1) {
      if (lines[at] === '\n') breaks += 1;
      if (at - told < PIECE) continue;
      yield stepsOf(at - told);
      told = at;
    }
    if (breaks < 2) continue;
    const paragraph = lines.slice(start, end).trim();
    if (paragraph !== '') yield paragraph;
    start = at;
  }
  const last = lines.slice(start).trim();
  if (last !== '') yield last;
}

/** All at once, for texts that are short or that nobody waits behind. */
export const paragraphsOf = (text: string): string[] =>
  [...paragraphsIn(text)].filter(piece => typeof piece === 'string');

/** SHA-256 of a paragraph, hex: shows whether it is the paragraph that the quote was taken from. */
export const paragraphHash = (paragraph: string): string =>
  createHash('sha256').update(paragraph).digest('hex');

/** The same in pieces. */
export function* paragraphHashing(paragraph: string): Generator<number, string> {
  const hash = createHash('sha256');
  for (let from = 0; from < paragraph.length;) {
    let to = Math.min(paragraph.length, from + HASHED_AT_ONCE);
    // Never between the halves of a character.
    if (to < paragraph.length && isSecondHalf(paragraph.charCodeAt(to))) to -= 1;
    hash.update(paragraph.slice(from, to));
    if (to < paragraph.length) yield stepsOf(to - from);
    from = to;
  }
  return hash.digest('hex');
}

const stepsOf = (characters: number): number => Math.ceil(characters / CHARACTERS_OF_A_STEP);

const isSecondHalf = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

function isBlank(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit <= 0x7f) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
  return /\s/.test(text.charAt(at));
}
