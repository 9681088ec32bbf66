// Partial dates: text in Extended Date/Time Format (ISO 8601-2, level 1) read once into the span of time it may cover.
import parse from 'edtf';
import { InvalidInput } from './refusal.js';

/** The stretch of time that an EDTF text may cover. */
export interface TimeSpan {
  /** The text as it was recorded; null where no time was given. */
  readonly text: string | null;
  /** First millisecond since 1970 UTC; -Infinity where open or unknown. */
  readonly from: number;
  /** Last millisecond, inclusive; Infinity where open or unknown. */
  readonly to: number;
  /** False where the time, or one of its ends, is unknown (not merely open or approximate). */
  readonly known: boolean;
}

/** No time was given. It overlaps everything, since it may have been then. */
export const UNKNOWN_TIME: TimeSpan = Object.freeze({
  text: null,
  from: -Infinity,
  to: Infinity,
  known: false,
});

const MAX_LENGTH = 64;
const ADVICE =
  'write a date, month, year or interval such as 2014-11-17, 2014-11~, 2014-10/2014-11 or ../2014-11';
const cache = new Map<string, TimeSpan>();
const CACHE_LIMIT = 4096;

/**
 * Reads an EDTF text; null and undefined give `UNKNOWN_TIME`.
 * @throws InvalidInput for anything that is not EDTF level 1.
 * @see https://www.loc.gov/standards/datetime/
 */
export function readTimeSpan(text: string | null | undefined, field: readonly string[] = []): TimeSpan {
  if (text == null) return UNKNOWN_TIME;
  const seen = cache.get(text);
  if (seen) return seen;
  const span = parseSpan(text, field);
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(text, span);
  return span;
}

/** Years before 100 mean others to JavaScript's dates. */
const PLAIN = /^([1-9]\d{3})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?$/;

/** Most dates are plain, and the parser is slow: its first reading of dates took an eighth of a start. Null for all others. */
function plainSpan(text: string): TimeSpan | null {
  const [, year, month, day] = PLAIN.exec(text) ?? [];
  if (year === undefined) return null;
  const [y, m, d] = [Number(year), Number(month ?? 1) - 1, Number(day ?? 1)];
  const from = new Date(Date.UTC(y, m, d));
  // The thirtieth of February is no day.
  if (from.getUTCMonth() !== m || from.getUTCDate() !== d) return null;
  const end =
    month === undefined ? Date.UTC(y + 1, 0) : day === undefined ? Date.UTC(y, m + 1) : Date.UTC(y, m, d + 1);
  return Object.freeze({ text, from: from.getTime(), to: end - 1, known: true });
}

function parseSpan(text: string, field: readonly string[]): TimeSpan {
  const plain = plainSpan(text);
  if (plain) return plain;
  try {
    if (text.length > MAX_LENGTH) throw new Error('too long');
    const date = parse(text);
    if (date.type === 'Set' || date.type === 'List') throw new Error('level 2');
    const lower = 'lower' in date ? date.lower : undefined;
    const upper = 'upper' in date ? date.upper : undefined;
    return Object.freeze({ text, ...endsOf(text, date), known: lower !== null && upper !== null });
  } catch {
    throw new InvalidInput(`"${text.slice(0, MAX_LENGTH)}" is not a date in EDTF level 1: ${ADVICE}.`, {
      field,
    });
  }
}

/** The last millisecond that a JavaScript date reaches, in the year 275760; the first is as far on the other side. */
const LAST_DATE = 8.64e15;

function endsOf(
  text: string,
  { min, max }: { readonly min?: unknown; readonly max?: unknown },
): Pick<TimeSpan, 'from' | 'to'> {
  if (Number.isNaN(min)) {
    return text.startsWith('Y-') ? { from: -Infinity, to: -LAST_DATE } : { from: LAST_DATE, to: Infinity };
  }
  return {
    from: typeof min === 'number' ? min : -Infinity,
    to: typeof max === 'number' ? max : Infinity,
  };
}

/** Whether two spans may share a moment; an unknown time may share any. */
export const overlaps = (a: TimeSpan, b: TimeSpan): boolean => a.from <= b.to && b.from <= a.to;
