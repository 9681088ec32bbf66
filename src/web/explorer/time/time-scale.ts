// The steps of the slider over the world's time: days, months or years, by how much time the data cover.
import { readTimeSpan } from '../../../domain/time-span.js';

export type TimeUnit = 'day' | 'month' | 'year';

export interface TimeScale {
  readonly unit: TimeUnit;
  /** The last step; the first is 0. */
  readonly last: number;
  /** The date of a step, as EDTF. */
  at(step: number): string;
  /** The step nearest to where a date begins. */
  stepOf(date: string): number;
}

const DAY_MS = 86_400_000;
const MOST_DAYS = 400;
const MOST_MONTHS = 2_400;

/** Null where there is no range, or none that can be read. */
export function timeScale(earliest: string | null, latest: string | null): TimeScale | null {
  const from = earliest === null ? null : beginning(earliest);
  const to = latest === null ? null : ending(latest);
  if (from === null || to === null || to <= from) return null;
  const unit = unitFor(from, to);
  const [origin, last] = [stepsTo(unit, from), stepsTo(unit, to) - stepsTo(unit, from)];
  const within = (step: number): number => Math.max(0, Math.min(last, step));
  return {
    unit,
    last,
    at: step => textOf(unit, origin + within(step)),
    stepOf: date => within(stepsTo(unit, beginning(date) ?? to) - origin),
  };
}

function unitFor(from: number, to: number): TimeUnit {
  if ((to - from) / DAY_MS <= MOST_DAYS) return 'day';
  return stepsTo('month', to) - stepsTo('month', from) <= MOST_MONTHS ? 'month' : 'year';
}

/** Whole units since 1970. */
function stepsTo(unit: TimeUnit, ms: number): number {
  const date = new Date(ms);
  if (unit === 'day') return Math.floor(ms / DAY_MS);
  const years = date.getUTCFullYear() - 1970;
  return unit === 'year' ? years : years * 12 + date.getUTCMonth();
}

function textOf(unit: TimeUnit, steps: number): string {
  const day = unit === 'day' ? new Date(steps * DAY_MS) : monthOf(unit === 'year' ? steps * 12 : steps);
  const [year, iso] = [day.getUTCFullYear(), day.toISOString()];
  // Years before our era are written longer in ISO 8601 than in EDTF.
  const written = `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;
  const monthAt = iso.indexOf('-', 1);
  return written + iso.slice(monthAt, monthAt + { day: 6, month: 3, year: 0 }[unit]);
}

/** The first day of a month, counted from January 1970. */
function monthOf(months: number): Date {
  const day = new Date(0);
  day.setUTCFullYear(1970 + Math.floor(months / 12), ((months % 12) + 12) % 12, 1);
  return day;
}

function beginning(date: string): number | null {
  const at = spanOf(date)?.from;
  return at !== undefined && Number.isFinite(at) ? at : null;
}

function ending(date: string): number | null {
  const at = spanOf(date)?.to;
  return at !== undefined && Number.isFinite(at) ? at : null;
}

function spanOf(date: string): { readonly from: number; readonly to: number } | null {
  try {
    return readTimeSpan(date);
  } catch {
    return null;
  }
}

export type Read = { readonly date: string } | { readonly problem: string };

/** A date as a person types it; what is wrong is said with what is expected. */
export function readDate(text: string): Read {
  const date = text.trim();
  const expected = 'Write a year, a month or a day, such as 2014, 2014-11 or 2014-11-17.';
  if (date === '') return { problem: expected };
  // The address bar holds these signs alone.
  const isRead = /^[\d./~?%X-]{4,40}$/.test(date) && spanOf(date) !== null;
  return isRead ? { date } : { problem: `“${date}” is no date that can be read. ${expected}` };
}
