// The arguments of the commands for whole journals, and of `hearsay redact`.
import { InvalidArgumentError, Option, type Command } from 'commander';
import { REDACTED_TEXTS } from '../domain/redaction.js';
import { DEFAULT_DATA } from './defaults.js';
import { HELP } from './help.js';
import type { BackupOptions, JournalFileOptions } from './journal-command.js';
import type { RedactOptions } from './redact-command.js';
import type { Surroundings } from './surroundings.js';

type FileCommand = 'restore' | 'exportJournal' | 'importJournal';

const loaded = () => import('./journal-command.js');

/** Adds `backup`, `restore`, `export-journal`, `import-journal` and `redact`; `finish` is told the exit code. */
export function addJournal(program: Command, from: Surroundings, finish: (code: number) => void): void {
  const add = (name: keyof typeof HELP, summary: string): Command =>
    program
      .command(name)
      .summary(summary)
      .description(`${summary}.`)
      .addHelpText('before', HELP[name])
      .option('--json', 'print JSON for programs');
  const addFile = (name: keyof typeof HELP, summary: string, file: string, data: Option, run: FileCommand) =>
    add(name, summary)
      .argument('<file>', file)
      .addOption(data)
      .action(async (path: string, options: JournalFileOptions) =>
        finish(await (await loaded())[run](path, options, from)),
      );

  addBackup(add('backup', 'copy a journal into a new file'), from, finish);
  addFile('restore', 'make a journal from a backup', 'the backup', newData(), 'restore');
  addFile('export-journal', 'write a journal as lines of JSON', 'a new file', oldData(), 'exportJournal');
  addFile('import-journal', 'make a journal from lines of JSON', 'the lines', newData(), 'importJournal');
  addRedact(add('redact', 'replace a text in a journal by its hash, for good'), from, finish);
}

const oldData = (): Option =>
  new Option('--data <file>', 'the journal, which no server holds').default(DEFAULT_DATA);
const newData = (): Option => new Option('--data <file>', 'the journal to make').makeOptionMandatory();

function addBackup(command: Command, from: Surroundings, finish: (code: number) => void): void {
  command
    .argument('<file>', 'a new file; with --server a name in its folder for backups')
    .option('--data <file>', `the journal, which no server holds (default: ${DEFAULT_DATA})`)
    .addOption(new Option('--server <url>', 'API of the server that holds the journal').conflicts('data'))
    .option('--token-file <file>', 'token for the server (default: HEARSAY_TOKEN)')
    .action(async (file: string, options: Omit<BackupOptions, 'by'>) =>
      finish(await (await loaded()).backup(file, { ...options, by: from.user }, from)),
    );
}

function addRedact(command: Command, from: Surroundings, finish: (code: number) => void): void {
  command
    .argument('<seq>', 'place of the entry in the journal that holds the text', place)
    .addOption(new Option('--what <text>', 'which text').choices(REDACTED_TEXTS).makeOptionMandatory())
    .requiredOption('--reason <text>', 'why; it stays on record')
    .addOption(oldData())
    .option('--vocabulary <file>', 'predicates of your own')
    .option('--by <name>', 'who is noted as redacting', from.user)
    .action(async (seq: number, options: RedactOptions) => {
      const { redact } = await import('./redact-command.js');
      finish(await redact(seq, options, from));
    });
}

function place(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('A whole number from 1 is expected.');
}
