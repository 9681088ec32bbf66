// Writes SVG as text: whatever comes from outside is escaped, and what XML cannot hold is left out.
type Value = string | number | undefined;

/** @param content already SVG. */
export function tag(name: string, attributes: Readonly<Record<string, Value>>, content?: string): string {
  const written = Object.entries(attributes)
    .filter((entry): entry is [string, string | number] => entry[1] !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? number(value) : escaped(value)}"`)
    .join('');
  return content === undefined ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** To a tenth of a pixel. */
export const number = (value: number): string => String(Math.round(value * 10) / 10);

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escaped = (text: string): string =>
  withoutControls(text).replace(/[&<>"']/g, letter => ENTITIES[letter] ?? letter);

/** XML 1.0 has no way to write most control characters, nor half a surrogate pair. */
export const withoutControls = (text: string): string =>
  text.replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|\p{Surrogate}/gu, '');
