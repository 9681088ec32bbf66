// From the dates of a record to the time for which it holds, and back.
import { intervalOf } from '../import/interval.js';
import type { RecordDraft } from '../import/record-draft.js';
import { textsOf, type FtmRecord } from './ftm-record.js';

/** `2014/2016`, `2014/` if there is no end, `2014-11` for a moment. */
export function validTime(record: FtmRecord, draft: RecordDraft): { readonly validTime?: string } {
  const [start, end, moment] = ['startDate', 'endDate', 'date'].map(property =>
    dayOf(record, property, draft),
  );
  const time = intervalOf(start ?? '', end ?? '', draft) ?? moment;
  return time === undefined ? {} : { validTime: time };
}

/** The first of several, which are rare. A time of day does not go into a stretch of time. */
function dayOf(record: FtmRecord, property: string, draft: RecordDraft): string | undefined {
  const [first, ...further] = textsOf(record, property).sort();
  if (further.length > 0) draft.lose(`property "${property}" where there are several`);
  const day = first?.replace(/[T ]\d\d:.*$/, '');
  if (day !== first) draft.lose(`time of day in "${property}"`);
  return day;
}
