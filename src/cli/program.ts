// The commands of `hearsay` with their options and help, examples first; each command's work is in a file of its own,
// which is loaded with all that it needs when the command runs: help and small commands come at once.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { AttachOptions } from './ask/attach-input.js';
import type { CheckOptions } from './data/check-command.js';
import { DEFAULT_DATA, DEFAULT_HOST, DEFAULT_PORT, DEFAULT_SERVER } from './terminal/defaults.js';
import type { DoctorOptions } from './keep/doctor-command.js';
import { addExport } from './data/export-arguments.js';
import { HELP } from './terminal/help.js';
import type { ImportOptions } from './data/import-command.js';
import { IMPORT_FORMATS } from './data/import-formats.js';
import { inertText } from './terminal/inert-text.js';
import { addLimitOptions } from './serve/limit-options.js';
import { addJournal } from './keep/journal-arguments.js';
import { addJournalOptions, addJournalOptionsBeside, byOption } from './terminal/journal-options.js';
import type { LoadOptions } from './data/load-command.js';
import { LOG_FORMS, type LogForm } from './terminal/log.js';
import type { QueryOptions } from './ask/query-command.js';
import type { ServeOptions } from './serve/serve-command.js';
import type { Surroundings } from './terminal/surroundings.js';
import { addToken } from './keep/token-arguments.js';

/** The program; `finish` is called with the exit code of the command that ran. It throws CommanderError instead of exiting. */
export function createProgram(from: Surroundings, finish: (code: number) => void): Command {
  const program = new Command('hearsay')
    .description(
      'A knowledge graph of actors and the claims made about them: who says so, and on whose word.',
    )
    .version(version(from.home))
    .exitOverride()
    .configureOutput({
      writeOut: text => from.out(text.trimEnd()),
      writeErr: text => from.err(inertText(text.trimEnd())),
    })
    .addHelpText('before', HELP.hearsay);
  addServe(program, from, finish);
  addQuery(program, from, finish);
  addAttach(program, from, finish);
  addCheck(program, from, finish);
  addLoad(program, from, finish);
  addImport(program, from, finish);
  addExport(program, from, finish);
  addDoctor(program, from, finish);
  addToken(program, from, finish);
  addJournal(program, from, finish);
  return program;
}

type Add = (program: Command, from: Surroundings, finish: (code: number) => void) => void;

const MADE = 'the journal, made where it is missing';

const addServe: Add = (program, from, finish) =>
  addLimitOptions(
    addJournalOptions(command(program, 'serve', 'serve a journal: playground and GraphQL API', from), MADE),
  )
    .option('--port <n>', 'port to listen on; 0 takes any free one', portNumber, DEFAULT_PORT)
    .option('--host <address>', 'address to listen on; one that others can reach needs tokens', DEFAULT_HOST)
    .option('--tokens <file>', 'file of the tokens (default: beside the journal, where that is a file)')
    .option('--backups <dir>', 'folder for backups that admins ask for')
    .option('--empty', 'do not load the first data set into an empty journal')
    .option('--vocabulary <file>', 'predicates of your own')
    .option('--texts <dir>', "folder with the sources' texts, to look up quotes")
    .addOption(logOption())
    .action(async (options: ServeOptions) => {
      const { serve } = await import('./serve/serve-command.js');
      finish(await serve(options, from));
    });

const logOption = (): Option =>
  new Option('--log <form>', 'requests, on standard error; off: only faults of Hearsay itself')
    .choices(LOG_FORMS)
    .default('off' satisfies LogForm);

const addQuery: Add = (program, from, finish) =>
  withApiOptions(command(program, 'query', 'ask a GraphQL question', from))
    .argument('<what>', 'a file, - for standard input, or the name of an example')
    .option('--variables <json>', 'variables, as a JSON object')
    .option('--operation <name>', 'which operation of the file')
    .action(async (what: string, options: QueryOptions) => {
      const { query } = await import('./ask/query-command.js');
      finish(await query(what, options, from));
    });

const addAttach: Add = (program, from, finish) =>
  withApiOptions(command(program, 'attach', 'attach a source to a claim', from))
    .requiredOption('--claim <id>', 'the claim')
    .addOption(new Option('--source <id>', 'a known source').conflicts(['url', 'kind']))
    .option('--url <address>', "the source's address; with --kind it may be new")
    .option(
      '--kind <kind>',
      'of a new source: ARTICLE, WIRE, STATEMENT, BROADCAST, REPORT, POST, DATASET, DOCUMENT',
    )
    .option('--title <text>', 'of a new source')
    .option('--published <edtf>', 'when a new source came out, e.g. 2014-11-18')
    .option('--party <id>', 'who speaks or publishes a new source')
    .option('--described-as <text>', 'how its unnamed party is described')
    .option('--denies', 'the source denies the claim')
    .option('--certainty <grade>', 'CERTAIN, PROBABLE, POSSIBLE or UNCOMMITTED')
    .option('--wording <text>', 'the words that show the certainty')
    .option('--quote <text>', 'the words quoted')
    .option('--prefix <text>', 'what stands right before the quote')
    .option('--suffix <text>', 'what stands right after it')
    .option('--paragraph <n>', 'its paragraph, from 1', wholeNumber)
    .addOption(new Option('--own', 'the party vouches itself').conflicts('via'))
    .option('--via <source...>', 'whom it relays, nearest first: ids, addresses, or RelayInput as JSON')
    .option('--credibility <grade>', 'ONE (confirmed) to FIVE (improbable), SIX (cannot be judged)')
    .option('--key <text>', 'idempotency key')
    .option('--preview', 'work out the effect and write nothing')
    .action(async (options: AttachOptions) => {
      const { attach } = await import('./ask/attach-command.js');
      finish(await attach(options, from));
    });

const addCheck: Add = (program, from, finish) =>
  command(program, 'check', 'look for mistakes in vocabularies, dossiers and mappings', from)
    .argument('[files...]', 'by default the data sets that come with Hearsay')
    .option('--vocabulary <file>', 'predicates of your own')
    .option('--texts <dir>', "folder with the sources' texts, to look up quotes")
    .action(async (files: string[], options: CheckOptions) => {
      const { check } = await import('./data/check-command.js');
      finish(await check(files, options, from));
    });

const addLoad: Add = (program, from, finish) =>
  addJournalOptions(command(program, 'load', 'read a dossier into a journal', from), MADE)
    .argument('<dossier>', 'a dossier (YAML)')
    .option('--vocabulary <file>', 'predicates of your own')
    .action(async (file: string, options: LoadOptions) => {
      const { load } = await import('./data/load-command.js');
      finish(await load(file, options, from));
    });

const addImport: Add = (program, from, finish) =>
  addJournalOptionsBeside(
    command(program, 'import', 'read files of other formats into a journal, or into a running server', from),
    'server',
    `${MADE} (default: ${DEFAULT_DATA})`,
  )
    .argument('<files...>', 'files, also gzipped; - is standard input')
    .addOption(
      new Option('--format <name>', 'what the files are').choices(IMPORT_FORMATS).makeOptionMandatory(),
    )
    .option('--mapping <file>', 'what the columns of a table mean (YAML)')
    .option('--party <id>', 'article: who published it')
    .option('--party-name <name>', 'article: the same by name; a new organization where nobody bears it')
    .option('--described-as <text>', 'article: how its unnamed party is described')
    .option('--published <edtf>', 'article: when it came out, unless the page says so')
    .option('--title <text>', 'article: its title, unless the page says so')
    .option('--url <address>', 'article: its address, unless the page says so')
    .option('--kind <kind>', 'article: what it is, such as WIRE or POST (default: ARTICLE)')
    .option('--review', 'article: ask at the terminal which known claims it says')
    .option('--vocabulary <file>', 'predicates of your own')
    .option('--server <url>', 'API of a running server, instead of a journal')
    .option('--token-file <file>', 'token for the server (default: HEARSAY_TOKEN)')
    .option('--dry-run', 'say what would come of it and write nothing')
    .action(async (files: string[], options: ImportOptions) => {
      const { importFiles } = await import('./data/import-command.js');
      finish(await importFiles(files, options, from));
    });

const addDoctor: Add = (program, from, finish) =>
  addJournalOptions(command(program, 'doctor', 'look whether a server could run well here', from))
    .option('--tokens <file>', 'file of the tokens (default: beside the journal, where that is a file)')
    .option('--port <n>', 'port it would listen on', portNumber, DEFAULT_PORT)
    .option('--host <address>', 'address it would listen on', DEFAULT_HOST)
    .option('--vocabulary <file>', 'predicates of your own')
    .action(async (options: DoctorOptions) => {
      const { doctor } = await import('./keep/doctor-command.js');
      finish(await doctor(options, from));
    });

function command(
  program: Command,
  name: keyof typeof HELP,
  summary: string,
  { user }: Surroundings,
): Command {
  const made = program
    .command(name)
    .summary(summary)
    .description(`${summary}.`)
    .addHelpText('before', HELP[name]);
  if (name !== 'check' && name !== 'doctor') made.addOption(byOption('who is noted as recording', user));
  return made.option('--json', 'print JSON for programs');
}

function withApiOptions(command: Command): Command {
  const server = new Option('--server <url>', `API of a running server (default: ${DEFAULT_SERVER})`);
  return addJournalOptionsBeside(
    command.addOption(server),
    'server',
    'a journal file that no server holds, instead',
  )
    .option('--vocabulary <file>', 'predicates of your own, with --data or --journal')
    .option('--texts <dir>', "folder with the sources' texts, with --data or --journal")
    .addOption(
      new Option('--token-file <file>', 'token for the server (default: HEARSAY_TOKEN)').conflicts([
        'data',
        'journal',
      ]),
    );
}

function portNumber(text: string): number {
  const port = wholeNumber(text);
  if (port > 65_535) throw new InvalidArgumentError('Ports go up to 65535.');
  return port;
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('A whole number is expected.');
  return Number(text);
}

const version = (home: string): string =>
  (JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }).version;
