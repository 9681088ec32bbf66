// Text on its way into XML 1.0: every character comes out as itself, but for those that XML cannot hold.
import type { Lose } from '../export/exporter.js';

// Everything outside `Char` of https://www.w3.org/TR/xml/#charsets: control characters, lone surrogates, U+FFFE and U+FFFF.
const UNHOLDABLE = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** Line ends and tabs by number too: a reader would turn them into blanks in an attribute, and `\r` into `\n` anywhere. */
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** A text as it stands between tags or in a quoted attribute; what XML cannot hold becomes U+FFFD, and is noted. */
export function xmlText(text: string, lose: Lose): string {
  const held = text.replace(UNHOLDABLE, '\uFFFD');
  if (held !== text) lose('characters that XML cannot hold, written as U+FFFD');
  return held.replace(/[&<>"\t\n\r]/g, found => ESCAPES[found] ?? found);
}

export type XmlAttributes = readonly (readonly [name: string, value: string | undefined])[];

/** ` a="…" b="…"`, without those that have no value. */
export const xmlAttributes = (attributes: XmlAttributes, lose: Lose): string =>
  attributes
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${xmlText(value, lose)}"`]))
    .join('');
