// Points in time as Wikibase writes them, of any precision and in either calendar, to EDTF. What EDTF cannot say is noted in words.
// Wikibase writes a Julian date as it stands in the Julian calendar, and 44 BCE as -0044; EDTF is Gregorian throughout and has a year 0.
import { readTimeSpan } from '../../domain/time-span.js';
import type { WikibasePart } from './part.js';

export interface WikibaseTime {
  /** Null where EDTF level 1 has no words for it. */
  readonly edtf: string | null;
  /** As it was written, with its precision. */
  readonly written: string;
  /** What the EDTF text leaves out, such as the calendar. */
  readonly notes: readonly string[];
}

const FORM = /^([+-])(\d{1,16})-(\d\d)-(\d\d)T(\d\d:\d\d:\d\d)Z$/;
const JULIAN = 'Q1985786';
const [MILLENNIUM, CENTURY, DECADE, YEAR, MONTH, DAY, HOUR, MINUTE] = [6, 7, 8, 9, 10, 11, 12, 13];

interface Read {
  /** Negative for BCE, never 0. */
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly clock: string;
  readonly precision: number;
  readonly julian: boolean;
}

/** @throws Misfit where the value is none of Wikibase's. */
export function readTime(value: WikibasePart): WikibaseTime {
  const time = value.at('time').text();
  const match = FORM.exec(time) ?? value.at('time').refuse('a time such as +2014-11-17T00:00:00Z');
  const [, sign, digits, month, day, clock = ''] = match;
  const given = value.at('precision').number();
  if (given < 0 || given > 14) value.at('precision').refuse('a precision from 0 to 14');
  const julian = (value.at('calendarmodel').optionalText() ?? '').endsWith(JULIAN);
  const read = {
    year: Number(digits) * (sign === '-' ? -1 : 1),
    month: Number(month),
    day: Number(day),
    clock,
    precision:
      Number(month) === 0 ? Math.min(given, YEAR) : Number(day) === 0 ? Math.min(given, MONTH) : given,
    julian,
  };
  const edtf = read.year === 0 ? null : checked(edtfOf(read));
  return { edtf, written: `${time} (precision ${given})`, notes: notesOf(read, time, value) };
}

function checked(text: string | null): string | null {
  if (text === null) return null;
  try {
    readTimeSpan(text);
    return text;
  } catch {
    return null;
  }
}

function edtfOf(read: Read): string | null {
  const { year, precision } = read;
  if (precision >= DAY) return dayOf(read);
  if (precision === MONTH) {
    const text = yearOf(year);
    return text.startsWith('Y') ? null : `${text}-${two(read.month)}`;
  }
  if (precision === DECADE) return decadeOf(year);
  if (precision === CENTURY) return stretchOf(year, 100, 'XX');
  // An X is a digit that EDTF leaves open.
  if (precision === MILLENNIUM) return stretchOf(year, 1000, 'XXX');
  // Of ten thousand years and more, EDTF could only name one.
  return precision === YEAR ? yearOf(year) : null;
}

function dayOf(read: Read): string | null {
  const { clock, precision } = read;
  const [year, month, day] = read.julian
    ? gregorian(read)
    : ([astronomical(read.year), read.month, read.day] as const);
  if (Math.abs(year) > 9999) return null;
  const date = `${yearText(year)}-${two(month)}-${two(day)}`;
  return precision > DAY ? `${date}T${clock}Z` : date;
}

/** The 1 BCE of Wikibase is the year 0 of EDTF. */
const astronomical = (year: number): number => (year < 0 ? year + 1 : year);

const yearOf = (year: number): string => yearText(astronomical(year));

function yearText(year: number): string {
  const digits = String(Math.abs(year)).padStart(4, '0');
  return `${digits.length > 4 ? 'Y' : ''}${year < 0 ? '-' : ''}${digits}`;
}

const two = (number: number): string => String(number).padStart(2, '0');

/** 2010 is the 2010s; 44 BCE is the 40s BCE: 49 to 40. */
function decadeOf(year: number): string | null {
  const tens = Math.floor(Math.abs(year) / 10);
  if (year > 0) return tens > 999 ? null : `${String(tens).padStart(3, '0')}X`;
  return `${yearOf(-tens * 10 - 9)}/${yearOf(Math.min(-1, -tens * 10))}`;
}

/** Centuries and millennia are counted: 1801 and 1900 are of the 19th, which EDTF writes 18XX; a note says which years are meant. */
function stretchOf(year: number, length: number, unknown: string): string | null {
  const before = Math.ceil(Math.abs(year) / length) - 1;
  const kept = String(before).padStart(4 - unknown.length, '0');
  if (kept.length + unknown.length > 4) return null;
  if (year > 0) return kept + unknown;
  // A negative zero is no number to the reader of EDTF.
  return before === 0 ? `${yearText(1 - length)}/0000` : `-${kept}${unknown}`;
}

/** A day of the Julian calendar in the Gregorian one, by its day number (Richards' algorithm). */
function gregorian({ year, month, day }: Read): readonly [number, number, number] {
  const shift = Math.floor((14 - month) / 12);
  const years = astronomical(year) + 4800 - shift;
  const number =
    day + Math.floor((153 * (month + 12 * shift - 3) + 2) / 5) + 365 * years + Math.floor(years / 4) - 32083;
  const from = number + 32044;
  const centuries = Math.floor((4 * from + 3) / 146097);
  const rest = from - Math.floor((146097 * centuries) / 4);
  const quads = Math.floor((4 * rest + 3) / 1461);
  const days = rest - Math.floor((1461 * quads) / 4);
  const months = Math.floor((5 * days + 2) / 153);
  return [
    100 * centuries + quads - 4800 + Math.floor(months / 10),
    months + 3 - 12 * Math.floor(months / 10),
    days - Math.floor((153 * months + 2) / 5) + 1,
  ];
}

function notesOf({ year, month, day, precision, julian }: Read, time: string, value: WikibasePart): string[] {
  const notes: string[] = [];
  if (julian) notes.push(precision >= DAY ? `Julian ${time.replace(/^\+|T.*/g, '')}` : 'Julian calendar');
  if (year > 0 && precision === CENTURY) notes.push(countedYears(year, 100));
  if (year > 0 && precision === MILLENNIUM) notes.push(countedYears(year, 1000));
  if (precision < MILLENNIUM) notes.push(`to ${(10 ** (YEAR - precision)).toLocaleString('en')} years`);
  if (precision === HOUR) notes.push('to the hour');
  if (precision === MINUTE) notes.push('to the minute');
  if (year === 0 || month > 12 || day > 31) notes.push(`written ${time}`);
  const [before = 0, after = 0, zone = 0] = ['before', 'after', 'timezone'].map(key =>
    value.at(key).missing ? 0 : value.at(key).number(),
  );
  if (before !== 0 || after !== 0) notes.push(`from ${before} before to ${after} after`);
  if (zone !== 0) notes.push(`time zone ${zone} minutes`);
  return notes;
}

function countedYears(year: number, length: number): string {
  const last = Math.ceil(year / length) * length;
  return `the years ${last - length + 1} to ${last}`;
}
