// The value of a claim as people read it.
import type { ValueKind } from '../api/documents.js';
import { edtfWords } from './dates.js';

export function valueWords({ kind, text }: { readonly kind: ValueKind; readonly text: string }): string {
  switch (kind) {
    case 'DATE':
      return edtfWords(text);
    case 'DURATION':
      return durationWords(text);
    case 'SOME_VALUE':
      return 'something; it is not known what';
    case 'NO_VALUE':
      return 'nothing';
    case 'TEXT':
    case 'NUMBER':
      return text;
  }
}

/** `P1Y7D` as `1 year 7 days`; what is no such duration stays as it is. */
function durationWords(text: string): string {
  const match = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(
    text,
  );
  if (!match) return text;
  const units = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'];
  const parts = units.flatMap((unit, at) => {
    const count = match[at + 1];
    return count === undefined ? [] : [`${count} ${unit}${count === '1' ? '' : 's'}`];
  });
  return parts.join(' ') || text;
}
