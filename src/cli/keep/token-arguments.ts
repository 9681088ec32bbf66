// The arguments of `hearsay token` and its three commands.
import { Option, type Command } from 'commander';
import { SCOPES } from '../../graphql/auth/scope.js';
import { DEFAULT_DATA } from '../terminal/defaults.js';
import { HELP } from '../terminal/help.js';
import type { Surroundings } from '../terminal/surroundings.js';
import type { CreateTokenOptions, TokenOptions } from './token-command.js';

/** Adds `token` to the program; `finish` is told the exit code. */
export function addToken(program: Command, from: Surroundings, finish: (code: number) => void): void {
  const token = program
    .command('token')
    .summary('make, list and revoke the tokens of a journal')
    .description('Make, list and revoke tokens. Once a journal has tokens, every request needs one.')
    .addHelpText('before', HELP.token);
  withJournal(token.command('create').summary('make a token and show it once'))
    .addOption(new Option('--scope <scope>', 'what it allows').choices(SCOPES).makeOptionMandatory())
    .requiredOption('--name <name>', 'whose it is: noted with all that is recorded with it')
    .action(async (options: CreateTokenOptions) => finish((await loaded()).createToken(options, from)));
  withJournal(token.command('list').summary('whose tokens there are')).action(async (options: TokenOptions) =>
    finish((await loaded()).listTokens(options, from)),
  );
  withJournal(token.command('revoke').summary('make a token worthless, at once'))
    .argument('<name>', 'whose it is')
    .action(async (name: string, options: TokenOptions) =>
      finish((await loaded()).revokeToken(name, options, from)),
    );
}

const loaded = () => import('./token-command.js');

const withJournal = (command: Command): Command =>
  command
    .option('--data <file>', 'the journal, which a server may hold', DEFAULT_DATA)
    .addOption(
      new Option('--tokens <file>', 'file of the tokens, for a journal in a database').conflicts('data'),
    )
    .option('--json', 'print JSON for programs');
