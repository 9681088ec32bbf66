// Start and end, as data sets give them in two members, as one valid time.
import type { RecordDraft } from './record-draft.js';

/**
 * `2014/2016-05`; `2014/` where no end is told, since it is unknown; undefined where neither is. The same day twice is that day.
 * EDTF here has no end that is told less exactly than a start within it (`2014-05/2014`): that end is lost.
 * @param start and end are EDTF dates, or blank; the end may be `..`, which is open
 */
export function intervalOf(start: string, end: string, draft: RecordDraft): string | undefined {
  if (start === '' && end === '') return undefined;
  if (start === end) return start;
  const isVague = end !== '' && start.startsWith(`${end}-`);
  if (isVague) draft.lose('ends that are told less exactly than the start');
  return `${start}/${isVague ? '' : end}`;
}
