// The arguments of the commands for whole journals, and of `hearsay redact`.
import { InvalidArgumentError, Option, type Command } from 'commander';
import { REDACTED_TEXTS } from '../../domain/redaction.js';
import type { CopyOptions } from './copy-command.js';
import { DEFAULT_DATA } from '../terminal/defaults.js';
import { HELP } from '../terminal/help.js';
import {
  addJournalOptions,
  addJournalOptionsBeside,
  byOption,
  journalOption,
} from '../terminal/journal-options.js';
import type { BackupOptions, JournalFileOptions } from './journal-command.js';
import type { RedactOptions } from './redact-command.js';
import type { Surroundings } from '../terminal/surroundings.js';

type FileCommand = 'restore' | 'exportJournal' | 'importJournal';

const loaded = () => import('./journal-command.js');

/** Adds `backup`, `restore`, `copy`, `export-journal`, `import-journal` and `redact`; `finish` is told the exit code. */
export function addJournal(program: Command, from: Surroundings, finish: (code: number) => void): void {
  const add = (name: keyof typeof HELP, summary: string): Command =>
    program
      .command(name)
      .summary(summary)
      .description(`${summary}.`)
      .addHelpText('before', HELP[name])
      .option('--json', 'print JSON for programs');
  const addFile = (command: Command, file: string, run: FileCommand) =>
    command.argument('<file>', file).action(async (path: string, options: JournalFileOptions) => {
      const { data, journal } = options;
      if (data === undefined && journal === undefined) command.error(`error: ${MISSING}`);
      finish(await (await loaded())[run](path, options, from));
    });

  addBackup(add('backup', 'copy a journal into a new file'), from, finish);
  addFile(toMake(add('restore', 'make a journal from a backup')), 'the backup', 'restore');
  const lines = addJournalOptions(add('export-journal', 'write a journal as lines of JSON'), UNHELD);
  addFile(lines, 'a new file; - is standard output', 'exportJournal');
  addFile(
    toMake(add('import-journal', 'make a journal from lines of JSON')),
    'the lines; - is standard input',
    'importJournal',
  );
  addCopy(add('copy', 'copy a journal from a file or a database into another'), from, finish);
  addRedact(add('redact', 'replace a text in a journal by its hash, for good'), from, finish);
}

const UNHELD = 'the journal, which no server holds';

const MISSING = "required option '--data <file>' not specified";

/** No default, lest a journal be made where none is wanted. A database is taken too, and refused with what to do instead. */
const toMake = (command: Command): Command =>
  command.option('--data <file>', 'the journal to make').addOption(journalOption().hideHelp());

function addBackup(command: Command, from: Surroundings, finish: (code: number) => void): void {
  addJournalOptionsBeside(command, 'server', `${UNHELD} (default: ${DEFAULT_DATA})`)
    .argument('<file>', 'a new file; with --server a name in its folder for backups')
    .option('--server <url>', 'API of the server that holds the journal')
    .option('--token-file <file>', 'token for the server (default: HEARSAY_TOKEN)')
    .action(async (file: string, options: Omit<BackupOptions, 'by'>) =>
      finish(await (await loaded()).backup(file, { ...options, by: from.user }, from)),
    );
}

function addCopy(command: Command, from: Surroundings, finish: (code: number) => void): void {
  command
    .requiredOption('--from <address>', 'sqlite:FILE or postgres://user@host/database (password: PGPASSWORD)')
    .requiredOption('--to <address>', 'the same: a new file, or an empty database')
    .action(async (options: CopyOptions) => {
      const { copy } = await import('./copy-command.js');
      finish(await copy(options, from));
    });
}

function addRedact(command: Command, from: Surroundings, finish: (code: number) => void): void {
  addJournalOptions(command, UNHELD)
    .argument('<seq>', 'place of the entry in the journal that holds the text', place)
    .addOption(new Option('--what <text>', 'which text').choices(REDACTED_TEXTS).makeOptionMandatory())
    .requiredOption('--reason <text>', 'why; it stays on record')
    .option('--vocabulary <file>', 'predicates of your own')
    .addOption(byOption('who is noted as redacting', from.user))
    .action(async (seq: number, options: RedactOptions) => {
      const { redact } = await import('./redact-command.js');
      finish(await redact(seq, options, from));
    });
}

function place(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('A whole number from 1 is expected.');
}
