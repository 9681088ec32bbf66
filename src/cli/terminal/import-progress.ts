// How far an import is: records, rate and time left on one line, for whoever looks on.
import type { ImportProgress } from '../../exchange/import/run-import.js';
import type { Surroundings } from './surroundings.js';

const MILLISECONDS_BETWEEN = 200;

/** Shows progress now and then; undefined where nobody looks on. */
export function showProgress({ progress, clock }: Surroundings): ((now: ImportProgress) => void) | undefined {
  if (progress === null) return undefined;
  let shown = 0;
  let writingSince: number | null = null;
  return now => {
    const time = clock();
    if (now.phase === 'WRITING') writingSince ??= time;
    if (time - shown < MILLISECONDS_BETWEEN) return;
    shown = time;
    progress(progressText(now, writingSince === null ? 0 : (time - writingSince) / 1000));
  };
}

/** E.g. `events.csv: 4,096 of 90,730 records, 12,000 a second, 7 s left`. */
export function progressText({ phase, file, read, total }: ImportProgress, seconds: number): string {
  if (phase === 'CHECKING' || total === null) return `${file}: ${number(read)} ${recordsOf(read)} looked at`;
  const rate = seconds > 0 ? read / seconds : 0;
  const left = rate > 0 ? `, ${number(rate)} a second, ${number((total - read) / rate)} s left` : '';
  return `${file}: ${number(read)} of ${number(total)} ${recordsOf(total)}${left}`;
}

const recordsOf = (count: number): string => (count === 1 ? 'record' : 'records');

const number = (value: number): string => Math.round(value).toLocaleString('en');
