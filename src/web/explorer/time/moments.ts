// Moments of recording: as the field for a date and a time writes them, and as steps of a slider.

/** As a field of type `datetime-local` wants it: the reader's own time, to the minute. */
export function fieldText(iso: string): string {
  const at = new Date(iso);
  const two = (part: number): string => String(part).padStart(2, '0');
  const day = [String(at.getFullYear()).padStart(4, '0'), two(at.getMonth() + 1), two(at.getDate())].join(
    '-',
  );
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The end of the minute that such a field names; null where it names none. */
export function readField(text: string): string | null {
  const at = new Date(text);
  if (!/^\d{4,6}-\d\d-\d\dT\d\d:\d\d/.test(text) || Number.isNaN(at.getTime())) return null;
  at.setSeconds(59, 999);
  return at.toISOString();
}

export interface Moments {
  /** The last step: all that is recorded. */
  readonly last: number;
  at(step: number): string;
  stepOf(iso: string): number;
}

const STEPS = 200;
const MINUTE_MS = 60_000;

/** Even steps from the first moment to the last; null where they lie within a minute of one another. */
export function moments(first: string | null, last: string | null): Moments | null {
  const [from, to] = [Date.parse(first ?? ''), Date.parse(last ?? '')];
  if (!(to - from >= MINUTE_MS)) return null;
  const step = (to - from) / STEPS;
  return {
    last: STEPS,
    at: at => new Date(Math.round(from + at * step)).toISOString(),
    stepOf: iso => Math.max(0, Math.min(STEPS, Math.round((Date.parse(iso) - from) / step))),
  };
}
