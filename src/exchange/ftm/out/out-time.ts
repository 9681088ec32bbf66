// From the time for which a claim holds to FollowTheMoney's dates, which are days, months or years.
import type { Lose } from '../../export/exporter.js';

const DATE = /^\d{4}(-\d\d(-\d\d)?)?$/;

/** A date as FollowTheMoney takes it; undefined, and named, where it cannot be one. */
export function dateText(edtf: string, lose: Lose): string | undefined {
  const plain = edtf.replace(/[~?%]$/, '').replace(/[T ]\d\d:.*$/, '');
  if (plain !== edtf) lose('that a date is uncertain, or its time of day');
  if (DATE.test(plain)) return plain;
  lose('dates other than days, months and years');
  return undefined;
}

/** `startDate` and `endDate`, or `date`. */
export function datesOf(
  validTime: string | undefined,
  lose: Lose,
): readonly (readonly [property: string, date: string])[] {
  if (validTime === undefined) return [];
  const [start = '', end] = validTime.split('/');
  const given: [string, string][] =
    end === undefined
      ? [['date', start]]
      : [
          ['startDate', start],
          ['endDate', end],
        ];
  return given.flatMap(([property, text]) => {
    if (text === '') return [];
    if (text === '..') {
      lose('that a time is open');
      return [];
    }
    const date = dateText(text, lose);
    return date === undefined ? [] : [[property, date] as const];
  });
}
