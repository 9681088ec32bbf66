// Bytes read as UTF-8 text and as lines: anything else is refused with its line, since a guess would change names for good.
import { InvalidInput } from '../../domain/refusal.js';
import type { ImportInput } from './importer.js';

/** Most characters of one line or record; more is no table or record, but a mistake. */
export const MAX_RECORD = 1_000_000;

export interface TextLine {
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

/**
 * The text of a file in pieces, without a byte order mark.
 * @throws InvalidInput where it is not UTF-8, with the line.
 */
export async function* textOf(input: ImportInput): AsyncIterable<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  let first = true;
  for await (const bytes of input.open()) {
    if (first) refuseUtf16(input.name, bytes);
    first = false;
    const text = decodeNext(decoder, bytes, () => notUtf8(input.name, line + linesBeforeDamage(bytes)));
    line += countLines(text);
    if (text !== '') yield text;
  }
  decodeNext(decoder, null, () => notUtf8(input.name, line));
}

/** The lines of a text, blank ones included, without their ends. @throws InvalidInput for one that is too long. */
export async function* linesOf(input: ImportInput, longest = MAX_RECORD): AsyncIterable<TextLine> {
  let line = 0;
  let begun = '';
  for await (const text of textOf(input)) {
    const pieces = (begun + text).split('\n');
    begun = pieces.pop() ?? '';
    for (const piece of pieces) yield { text: withoutReturn(piece), line: (line += 1) };
    if (begun.length > longest) throw tooLong(input.name, line + 1, longest);
  }
  if (begun !== '') yield { text: withoutReturn(begun), line: line + 1 };
}

const withoutReturn = (text: string): string => (text.endsWith('\r') ? text.slice(0, -1) : text);

export const tooLong = (file: string, line: number, longest = MAX_RECORD): InvalidInput =>
  new InvalidInput(
    `${file}, line ${line}: a record of more than ${longest} characters: is a quotation mark missing, or is it another format?`,
    { file, line },
  );

function decodeNext(
  decoder: InstanceType<typeof TextDecoder>,
  bytes: Uint8Array | null,
  refusal: () => Error,
): string {
  try {
    return bytes === null ? decoder.decode() : decoder.decode(bytes, { stream: true });
  } catch {
    throw refusal();
  }
}

const notUtf8 = (file: string, line: number): InvalidInput =>
  new InvalidInput(`${file}, line ${line}: bytes that are not UTF-8: save the file as UTF-8.`, {
    file,
    line,
  });

function refuseUtf16(file: string, bytes: Uint8Array): void {
  const [a, b] = bytes;
  if (!((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff))) return;
  throw new InvalidInput(`${file} is UTF-16: save the file as UTF-8.`, { file, line: 1 });
}

const NEWLINE = 10;

/** A line end is never part of a longer character, so that each line can be tried alone. */
function linesBeforeDamage(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let lines = 0;
  for (let from = 0; from < bytes.length; lines += 1) {
    const end = bytes.indexOf(NEWLINE, from);
    // The first line may begin in the middle of a character.
    const begin = lines === 0 ? skipContinuation(bytes) : from;
    if (end < 0) return lines;
    try {
      decoder.decode(bytes.subarray(begin, end));
    } catch {
      return lines;
    }
    from = end + 1;
  }
  return lines;
}

function skipContinuation(bytes: Uint8Array): number {
  let at = 0;
  while (at < 3 && ((bytes[at] ?? 0) & 0xc0) === 0x80) at += 1;
  return at;
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
