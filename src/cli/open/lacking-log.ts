// Says so where a journal lies without the log that belongs to it: what was recorded last may be missing then.
import { lacksLog } from '../../journal/sqlite/log.js';
import type { JournalPlace } from './journal-place.js';
import type { Surroundings } from '../terminal/surroundings.js';

/** What is found, without an end. */
export const lackingLogText = (path: string): string =>
  `it was not closed as one file, and ${path}-wal is not beside it`;

/** To be called before the journal is opened: whoever writes to it makes it one file. */
export function tellLackingLog(place: JournalPlace, { err, alarm }: Surroundings): void {
  if (place.kind !== 'FILE' || !lacksLog(place.file)) return;
  const advice = 'if it is a copy, what was recorded last may be missing (see `hearsay doctor`)';
  err(`${alarm('hearsay:')} Journal ${place.shown}: ${lackingLogText(place.shown)}: ${advice}.`);
}
