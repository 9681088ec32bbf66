// What came of an import, in lines for people.
import type { ImportReport, ImportProblem, ReasonCount } from '../../exchange/import/import-report.js';
import { counted, countsText } from '../open/load-dossier.js';
import type { Surroundings } from '../terminal/surroundings.js';

const PROBLEMS_SHOWN = 20;

/** Counts on standard output, problems on standard error. */
export function printReport(
  report: ImportReport,
  { data, dryRun }: { readonly data: string; readonly dryRun: boolean },
  { out, err }: Surroundings,
): void {
  const { read, accepted, known, refused, skipped, names, skips, lost } = report;
  for (const problem of report.problems.slice(0, PROBLEMS_SHOWN)) err(importProblemText(problem));
  const more = refused - PROBLEMS_SHOWN;
  if (more > 0) err(`… and ${counted(more, 'more record was', 'more records were')} refused.`);
  out(`${counted(read, 'record')}: ${accepted} new, ${known} known, ${refused} refused, ${skipped} skipped.`);
  const were = dryRun ? 'would be new, were it not a dry run' : 'were new';
  out(`${dryRun ? 'For' : 'Into'} ${data}: ${countsText({ ...report, already: known })} ${were}.`);
  if (names > 0) out(`${counted(names, 'further name', 'further names')} of known entities.`);
  for (const tally of skips) out(tallyText('Skipped', tally));
  for (const tally of lost) out(tallyText('Not kept', tally));
}

/** A problem on one line, as compilers write it. */
export const importProblemText = ({ file, line, column, reason }: ImportProblem): string =>
  `${[file, line, column].filter(part => part !== undefined).join(':')}: ${reason}`;

const tallyText = (what: string, tally: ReasonCount): string =>
  `${what}: ${tally.what} (${counted(tally.count, 'record')})`;
