// From Popolo's dates, which may be partial, to EDTF.
import { intervalOf } from '../import/interval.js';
import type { RecordDraft } from '../import/record-draft.js';
import { type JsonObject } from '../../domain/json.js';
import { textOf } from './popolo-members.js';

/** `2014`, `2014-05`, `2014-05-01`; unknown parts written as zeros and times of day are left out. Empty where all is unknown. */
export const dateOf = (text: string): string =>
  text
    .replace(TIME_OF_DAY, '')
    .replace(/(-00)+$/, '')
    .replace(/^0000$/, '');

const TIME_OF_DAY = /[T ]\d\d:.*$/;
/** How databases write an end that is not in sight. */
const FAR = /^9999\b/;

/** The days between two members, as `intervalOf` has them. */
export function validTime(
  members: JsonObject,
  draft: RecordDraft,
  from = 'start_date',
  until = 'end_date',
): { readonly validTime?: string } {
  if (tellsTimeOfDay(members, [from, until])) draft.lose('times of day');
  const [start, end] = [textOf(members, from) ?? '', textOf(members, until) ?? ''];
  const time = intervalOf(dateOf(start), FAR.test(end) ? '..' : dateOf(end), draft);
  return time === undefined ? {} : { validTime: time };
}

export const tellsTimeOfDay = (members: JsonObject, keys: readonly string[]): boolean =>
  keys.some(key => TIME_OF_DAY.test(textOf(members, key) ?? ''));
