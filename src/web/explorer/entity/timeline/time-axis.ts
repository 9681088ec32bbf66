// An axis of time that holds what is dated: where it begins and ends, and the dates written along it.
import { edtfWords } from '../../words/dates.js';

export interface Axis {
  /** Milliseconds since 1970 UTC. */
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly Tick[];
}

export interface Tick {
  readonly at: number;
  readonly words: string;
}

type Unit = 'day' | 'month' | 'year';

const DAY_MS = 86_400_000;
const MOST_TICKS = 6;
const STEPS: readonly (readonly [unit: Unit, step: number, days: number])[] = [
  ...[1, 2, 5, 10].map(step => ['day', step, step] as const),
  ...[1, 2, 3, 6].map(step => ['month', step, step * 30] as const),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000].map(step => ['year', step, step * 365] as const),
];

/** @param moments where something begins or ends; what is not finite is left out. Null where there is none. */
export function axisOf(moments: readonly number[]): Axis | null {
  const given = moments.filter(Number.isFinite);
  if (given.length === 0) return null;
  const [first, last] = [Math.min(...given), Math.max(...given)];
  // Room at the ends, so that open bars are seen to go on.
  const room = Math.max((last - first) * 0.06, DAY_MS);
  const [from, to] = [first - room, last + room];
  return { from, to, ticks: ticksOf(from, to) };
}

/** How far along an axis a moment is, in per cent; what is beyond its ends is at its ends. */
export const along = ({ from, to }: Axis, moment: number): number =>
  (Math.max(0, Math.min(1, (moment - from) / (to - from))) * 10_000) / 100;

function ticksOf(from: number, to: number): readonly Tick[] {
  const days = (to - from) / DAY_MS;
  const [unit, step] = STEPS.find(([, , each]) => days / each <= MOST_TICKS) ?? (['year', 5000] as const);
  const moments = unit === 'day' ? daysWithin(from, to, step) : monthsWithin(from, to, monthsOf(unit, step));
  return moments.map(at => ({ at, words: wordsOf(unit, at) }));
}

const monthsOf = (unit: 'month' | 'year', step: number): number => (unit === 'year' ? step * 12 : step);

/** The first days of every so many months, counted from the year 0. */
function monthsWithin(from: number, to: number, step: number): number[] {
  const date = new Date(from);
  const months = date.getUTCFullYear() * 12 + date.getUTCMonth();
  const found: number[] = [];
  for (let count = Math.ceil(months / step) * step; ; count += step) {
    const at = new Date(0).setUTCFullYear(0, count, 1);
    if (at > to) return found;
    if (at >= from) found.push(at);
  }
}

/** Every so many days, begun anew on the first of each month, since people count days so; none crowds the next first. */
function daysWithin(from: number, to: number, step: number): number[] {
  const found: number[] = [];
  for (let at = Math.ceil(from / DAY_MS) * DAY_MS; at <= to; at += DAY_MS) {
    const day = new Date(at).getUTCDate();
    if ((day - 1) % step === 0 && (day === 1 || day + step / 2 <= 31)) found.push(at);
  }
  return found;
}

function wordsOf(unit: Unit, ms: number): string {
  const date = new Date(ms);
  if (unit === 'year' || date.getUTCFullYear() < 0) return String(date.getUTCFullYear());
  return edtfWords(date.toISOString().slice(0, unit === 'month' ? 7 : 10));
}
