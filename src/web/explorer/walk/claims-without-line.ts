// How many claims of a drawing have no line, and why, in words.
import { counted } from '../words/words.js';
import type { Drawing } from './drawing.js';

/** `3 claims with values`; null where each claim has its line. */
export function claimsWithoutLine({ lineless }: Pick<Drawing, 'lineless'>): string | null {
  const alone = lineless.filter(({ claim }) => claim.object !== null).length;
  const words = [
    ...withCount(lineless.length - alone, 'claim with a value', 'claims with values'),
    ...withCount(alone, 'claim of an entity about itself', 'claims of entities about themselves'),
  ];
  return words.length === 0 ? null : words.join(' and ');
}

const withCount = (count: number, one: string, many: string): string[] =>
  count === 0 ? [] : [counted(count, one, many)];
