// Text from outside: kept as it came, but for Unicode form and outer blanks; refused where it could not be shown inert.
import { normalized, refuseMarks } from './marks.js';
import { InvalidInput } from './refusal.js';

/** Most characters (UTF-16 units) of a text, by what it is. */
export const TEXT_LIMITS = {
  name: 500,
  title: 1000,
  url: 2000,
  quote: 2000,
  wording: 500,
  note: 5000,
} as const;

export type TextLimit = keyof typeof TEXT_LIMITS;

// C0 and C1 controls but tab and line feed; bidirectional overrides and isolates; byte order mark; lone surrogates.
const UNSHOWABLE = /(?![\t\n])\p{Cc}|[\u202A-\u202E\u2066-\u2069\uFEFF]|\p{Surrogate}/u;

/** A text without the characters that `readText` refuses. */
export const withoutUnshowable = (text: string): string => text.replace(new RegExp(UNSHOWABLE, 'gu'), '');

/** NFC puts at most so many characters together to one. */
const JOINED_BY_NFC = 4;

/**
 * A text in NFC without outer blanks.
 * @throws InvalidInput for empty text, control characters and direction overrides, too many marks, or more than the limit.
 */
export function readText(text: string, limit: TextLimit, field: readonly string[]): string {
  const given = text.trim();
  if (given.length > JOINED_BY_NFC * TEXT_LIMITS[limit]) throw tooLong(given.length, limit, field);
  return checkText(normalized(given, field).trim(), limit, field);
}

/** The same on one line, as names stand in lists and logs. */
export function readLine(text: string, limit: TextLimit, field: readonly string[]): string {
  const kept = readText(text, limit, field);
  if (!/[\t\n\u2028\u2029]/.test(kept)) return kept;
  throw new InvalidInput(`\`${field.at(-1) ?? 'text'}\` holds a tab or a line end: give one line.`, {
    field,
  });
}

/** The same text, to the letter, or the same refusals: for words whose place in another text is counted. */
export function checkText(kept: string, limit: TextLimit, field: readonly string[]): string {
  const name = field.at(-1) ?? 'text';
  if (kept.trim() === '') throw new InvalidInput(`\`${name}\` is empty: give some text.`, { field });
  if (kept.length > TEXT_LIMITS[limit]) throw tooLong(kept.length, limit, field);
  refuseMarks(kept, field);
  const bad = UNSHOWABLE.exec(kept);
  if (bad) {
    const code = `U+${bad[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;
    throw new InvalidInput(`\`${name}\` holds the character ${code} at ${bad.index}: take it out.`, {
      field,
    });
  }
  return kept;
}

function tooLong(length: number, limit: TextLimit, field: readonly string[]): InvalidInput {
  const count = `${length} characters, at most ${TEXT_LIMITS[limit]} are kept`;
  return new InvalidInput(`\`${field.at(-1) ?? 'text'}\` has ${count}: shorten it.`, { field });
}

/**
 * An address with its scheme and host in lower case and no fragment.
 * @throws InvalidInput unless it is http or https.
 */
export function readUrl(text: string, field: readonly string[]): string {
  const kept = readText(text, 'url', field);
  const url = URL.canParse(kept) ? new URL(kept) : null;
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username !== '') {
    throw new InvalidInput(`"${kept.slice(0, 80)}" is not an http or https address.`, { field });
  }
  url.hash = '';
  return url.href;
}
