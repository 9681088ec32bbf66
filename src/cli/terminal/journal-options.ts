// The options that say where a journal is, and who records in it.
import { Option, type Command } from 'commander';
import { readLine } from '../../domain/text.js';
import { DEFAULT_DATA } from './defaults.js';

const ADDRESS = 'its address, instead: sqlite:FILE or postgres://user@host/database (password: PGPASSWORD)';

/** `--data` and `--journal`, of which one at most may be given. */
export const addJournalOptions = (command: Command, what = 'the journal'): Command =>
  command.option('--data <file>', what, DEFAULT_DATA).addOption(journalOption());

/** The same for commands that have another way too, by an option of that name. */
export const addJournalOptionsBeside = (command: Command, other: string, what: string): Command =>
  command
    .addOption(new Option('--data <file>', what).conflicts(other))
    .addOption(journalOption().conflicts(other));

export const journalOption = (): Option => new Option('--journal <address>', ADDRESS).conflicts('data');

/** Who is noted; a name that cannot be is refused before anything else is done. */
export const byOption = (what: string, user: string): Option =>
  new Option('--by <name>', what).default(user).argParser(name => readLine(name, 'name', ['by']));
