// The text of a source as it is kept: in one form, named by its hash, so that a place counted in it stays that place.
import { createHash } from 'node:crypto';
import type { SourceId } from './ids.js';
import { normalized } from './marks.js';
import { InvalidInput } from './refusal.js';
import { withoutUnshowable } from './text.js';

/** Most characters (UTF-16 units) of a kept text. */
export const LONGEST_KEPT_TEXT = 10_000_000;

/** One version of a source's text; the text itself lies beside the journal. */
export interface TextVersion {
  readonly source: SourceId;
  /** SHA-256 of the text in UTF-8, hex. */
  readonly sha256: string;
  /** UTF-16 units. */
  readonly characters: number;
  /** Where it was read, http or https, where that is known. */
  readonly url?: string;
}

/** Whether it can name a text: nothing else ever becomes a part of a path. */
export const isTextHash = (name: string): boolean => /^[0-9a-f]{64}$/.test(name);

export const textHashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/**
 * The text in NFC, its lines ended by line feeds, without outer blanks, control characters and direction overrides.
 * @throws InvalidInput for an empty text, one that is too long, or too many combining marks in a row.
 */
export function readKeptText(text: string, field: readonly string[] = ['text']): string {
  if (text.length > 2 * LONGEST_KEPT_TEXT) throw tooLong(text.length, field);
  const kept = withoutUnshowable(normalized(text.replace(/\r\n?/g, '\n'), field)).trim();
  if (kept === '') throw new InvalidInput('The text is empty: give one with words in it.', { field });
  if (kept.length > LONGEST_KEPT_TEXT) throw tooLong(kept.length, field);
  return kept;
}

const tooLong = (length: number, field: readonly string[]): InvalidInput =>
  new InvalidInput(
    `The text has ${length} characters, at most ${LONGEST_KEPT_TEXT} are kept: keep it in parts, each a source of its own.`,
    { field },
  );
