// From Popolo's dates, which may be partial, to EDTF.
import { textOf, type Members } from './popolo-record.js';

/** `2014`, `2014-05`, `2014-05-01`; unknown parts written as zeros and times of day are left out. */
export const dateOf = (text: string): string => text.replace(/[T ]\d\d:.*$/, '').replace(/(-00)+$/, '');

/** `2014/2016-05`, or `2014/` where no end is told. */
export function validTime(
  members: Members,
  from = 'start_date',
  until = 'end_date',
): { readonly validTime?: string } {
  const [start, end] = [textOf(members, from), textOf(members, until)];
  if (start === undefined && end === undefined) return {};
  return { validTime: `${dateOf(start ?? '')}/${dateOf(end ?? '')}` };
}

export const tellsTimeOfDay = (members: Members): boolean =>
  ['start_date', 'end_date'].some(key => /[T ]\d\d:/.test(textOf(members, key) ?? ''));
