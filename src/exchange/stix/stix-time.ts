// Times of STIX as EDTF, to the day.
import { InvalidInput } from '../../domain/refusal.js';
import { readTimeSpan } from '../../domain/time-span.js';
import type { RecordDraft } from '../import/record-draft.js';
import { type JsonObject } from '../../domain/json.js';
import { textIn } from './stix-file.js';

/** The day of a time stamp; what is none is lost. */
export function dayIn(data: JsonObject, key: string, draft: RecordDraft): string | undefined {
  const text = textIn(data, key);
  if (text === undefined) return undefined;
  const day = /^\d{4}-\d{2}-\d{2}(?=T|$)/.exec(text)?.[0];
  if (day !== undefined && isTime(day)) return day;
  draft.lose(`time "${key}" that is none`);
  return undefined;
}

/** From the day of one member to that of another, open where one is missing. */
export function spanIn(data: JsonObject, from: string, to: string, draft: RecordDraft): string | undefined {
  const [start, stop] = [dayIn(data, from, draft), dayIn(data, to, draft)];
  if (start === undefined && stop === undefined) return undefined;
  if (start === stop) return start;
  const span = `${start ?? '..'}/${stop ?? '..'}`;
  if (start === undefined || stop === undefined || (start < stop && isTime(span))) return span;
  draft.lose(`times "${from}" and "${to}" in the wrong order`);
  return undefined;
}

function isTime(text: string): boolean {
  try {
    readTimeSpan(text);
    return true;
  } catch (error) {
    if (error instanceof InvalidInput) return false;
    throw error;
  }
}
