// A snak in words, for the places where the graph keeps words: the place in a source, the wording of an attestation.
import type { Snak, SnakValue } from './snak.js';

export const wordsOf = ({ value, unknown }: Snak): string =>
  value === null ? (unknown === 'NO_VALUE' ? 'no value' : 'some value') : valueWords(value);

function valueWords(value: SnakValue): string {
  switch (value.type) {
    case 'ENTITY':
      return value.id;
    case 'TIME': {
      const { edtf, written, notes } = value.time;
      return [edtf ?? written, ...notes.map(note => `(${note})`)].join(' ');
    }
    case 'QUANTITY': {
      const { amount, unit, lower, upper } = value;
      const bounds = lower === undefined && upper === undefined ? '' : ` (${lower ?? ''} to ${upper ?? ''})`;
      return `${amount}${bounds}${unit === undefined ? '' : ` ${unit}`}`;
    }
    case 'PLACE':
      return `${value.text}${value.globe === undefined ? '' : ` on ${value.globe}`}`;
    case 'TEXT':
      return value.language === undefined ? value.text : `${value.text} (${value.language})`;
  }
}

/** Parts in words, one after another, as many as fit; the others are handed back. */
export function joined(parts: readonly string[], longest: number): { text: string; left: readonly string[] } {
  const left: string[] = [];
  let text = '';
  for (const part of parts) {
    const longer = text === '' ? part : `${text}; ${part}`;
    if (longer.length > longest) left.push(part);
    else text = longer;
  }
  return { text, left };
}
