// Patterns of mappings: regular expressions as JavaScript has them, run by RE2, whose time grows with the text and never faster.
// See https://swtch.com/~rsc/regexp/regexp1.html for why a search that goes back may take for ever.
import { RE2JS } from 're2js';
import { InvalidInput } from '../../domain/refusal.js';
import { toRe2 } from './pattern-syntax.js';

/** A pattern that finds something in a text, or not. */
export interface Pattern {
  readonly holds: (text: string) => boolean;
  /** What it finds first, and what its groups find there; null where it finds nothing. */
  readonly find: (text: string) => readonly (string | undefined)[] | null;
}

/** Longer texts fit no pattern: with the most steps of a pattern they bound the time for one cell. */
const LONGEST_MATCHED = 5000;
/** A pattern takes at most as many steps for each letter. */
const MOST_STEPS = 4000;

/** @throws InvalidInput where the text is no pattern, or one that cannot be run in bounded time. */
export function readPattern(text: string): Pattern {
  const program = compiled(text);
  return {
    holds: cell => cell.length <= LONGEST_MATCHED && program.test(cell),
    find: cell =>
      cell.length <= LONGEST_MATCHED ? (program.exec(cell) as (string | undefined)[] | null) : null,
  };
}

function compiled(text: string): RE2JS {
  try {
    new RegExp(text, 'u');
  } catch (error) {
    throw refusal(`"${cut(text)}" is no pattern: ${(error as Error).message}.`);
  }
  const translated = toRe2(text, found =>
    refusal(
      `The pattern "${cut(text)}" ${found}. Patterns cannot, as such a search may never end: write it without, and take what you want of what it finds by a group and \`as\`.`,
    ),
  );
  const program = programOf(translated);
  if (program !== null && program.programSize() <= MOST_STEPS) return program;
  throw refusal(
    `The pattern "${cut(text)}" repeats too much: a part may be repeated a thousand times, and with all repeats written out there may be ${MOST_STEPS} parts. Ask for fewer, or for any number with * or +.`,
  );
}

/** Null where a sound pattern has more repeats than the engine takes. */
function programOf(translated: string): RE2JS | null {
  try {
    return RE2JS.compile(translated);
  } catch {
    return null;
  }
}

const refusal = (message: string): InvalidInput => new InvalidInput(message, { field: ['matches'] });

const cut = (text: string): string => text.slice(0, 80);
