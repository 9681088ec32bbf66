// Times of graph files as valid times in EDTF, to the day. What is no date is left to be kept as it is written.
import { InvalidInput } from '../../domain/refusal.js';
import { readTimeSpan } from '../../domain/time-span.js';
import type { RecordDraft } from '../import/record-draft.js';
import type { FileTime } from './graph-file.js';

const DATE = /^(-?\d{4}(?:-\d\d(?:-\d\d)?)?)(T.*|Z|[+-]\d\d:\d\d)?$/;
const OPEN = /^[+-]?inf(inity)?$/i;

/**
 * `2014-11/2015`; an end that is not told is unknown (`2014/`), an infinite one open (`2014/..`). Undefined where it is no time,
 * or goes on for ever both ways.
 */
export function validTimeOf({ start, end, isNumber }: FileTime, draft: RecordDraft): string | undefined {
  if (isNumber === true) return undefined;
  const [from, to] = [pointOf(start, draft), pointOf(end, draft)];
  if (from === null || to === null || (isNone(from) && isNone(to))) return undefined;
  const text = from === to ? from : `${from}/${to}`;
  return isTime(text) ? text : undefined;
}

const isNone = (point: string): boolean => point === '' || point === '..';

/** EDTF; null where it is none. */
function pointOf(text: string | undefined, draft: RecordDraft): string | null {
  if (text === undefined) return '';
  if (OPEN.test(text)) return '..';
  const [, date, rest = ''] = DATE.exec(text) ?? [];
  if (date === undefined) return null;
  if (/^T(?!00:00(:00(\.0+)?)?(Z|\+00:00)?$)/.test(rest)) draft.lose('times of day');
  return date;
}

/** Whether a text is a valid time as it stands. */
export function isTime(text: string): boolean {
  try {
    readTimeSpan(text);
    return true;
  } catch (error) {
    if (error instanceof InvalidInput) return false;
    throw error;
  }
}
