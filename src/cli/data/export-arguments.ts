// The arguments of `hearsay export`.
import { InvalidArgumentError, Option, type Command } from 'commander';
import { CLAIM_STATUSES } from '../../domain/view.js';
import type { ExportOptions } from './export-command.js';
import { EXPORT_FORMATS } from './export-formats.js';
import { HELP } from '../terminal/help.js';
import { addJournalOptions } from '../terminal/journal-options.js';
import type { Surroundings } from '../terminal/surroundings.js';

/** Adds `export` to the program; `finish` is told the exit code. */
export function addExport(program: Command, from: Surroundings, finish: (code: number) => void): void {
  addJournalOptions(program.command('export'))
    .summary('write what a view shows of a journal in a format of others')
    .description('Write what a view shows of a journal in a format of others.')
    .addHelpText('before', HELP.export)
    .addOption(
      new Option('--format <name>', 'what to write, see docs/data.md')
        .choices(EXPORT_FORMATS)
        .makeOptionMandatory(),
    )
    .option(
      '--out <path>',
      'a new file, or a new folder for formats of several; - or nothing: standard output',
    )
    .option('--vocabulary <file>', 'predicates of your own')
    .option('--claim <id...>', 'only these claims and what belongs to them')
    .option('--valid-at <edtf>', 'claims that may have been true then')
    .option('--published-by <edtf>', 'as said in public by then')
    .option('--known-at <instant>', 'as recorded by then, e.g. 2026-01-31T12:00:00Z')
    .option('--min-independent <n>', 'claims with at least so many independent chains', wholeNumber)
    .addOption(new Option('--status <status...>', 'claims of these statuses').choices(CLAIM_STATUSES))
    .option('--include-withdrawn', 'what was withdrawn too')
    .option('--json', 'print the report as JSON for programs')
    .action(async (options: ExportOptions) => {
      const { exportGraph } = await import('./export-command.js');
      finish(await exportGraph(options, from));
    });
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('A whole number is expected.');
  return Number(text);
}
