// Any text as Markdown that shows it and does nothing else: no markup, no link, no HTML, no line of its own.

/** What means something within a line; a colon or dot only where an address or a short name for a picture could begin. */
const INLINE = /[\\`*_{}[\]()<>#|!~$@]|&(?=[#\w])|:(?=[\w/+-])|(?<=\bwww)\./gi;
/** What means something where a line or an item of a list begins. */
const OPENING = /^(?:[-+=]|\d+(?=[.)]))/;

/** Escaped as CommonMark allows it: a mark after a backslash is only ever itself. */
export function inMarkdown(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  const escaped = line.replace(INLINE, mark => `\\${mark}`);
  return escaped.replace(OPENING, opening => (/\d/.test(opening) ? `${opening}\\` : `\\${opening}`));
}

/** A link that leads to an http or https address. */
export const linkInMarkdown = (text: string, url: string): string =>
  `[${inMarkdown(text)}](<${url.replace(/[<>\\\s]/g, encodeURIComponent).replaceAll('&', '&amp;')}>)`;
