// Who may reach a server and what it may write beside its journal, from the options of `hearsay serve`.
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { InvalidInput } from '../../domain/refusal.js';
import { checkBind, isLoopback } from '../../graphql/auth/bind.js';
import { tokenFileOf } from '../../graphql/auth/token-file.js';
import { openTokens } from '../../graphql/auth/tokens.js';
import { openBackupFolder } from '../../graphql/operation/backup-folder.js';
import type { IncidentLog } from '../../graphql/errors/error-format.js';
import type { ServerOptions } from '../../graphql/server.js';
import type { JournalPlace } from '../open/journal-place.js';

export interface AccessOptions {
  readonly host: string;
  /** File of the tokens; else it lies beside the journal, where that is a file. */
  readonly tokens?: string;
  /** Folder for backups. */
  readonly backups?: string;
}

/** @throws InvalidInput before anything is opened: for damaged tokens, or an address that needs tokens where there are none. */
export function openAccess(
  { host, tokens: given, backups }: AccessOptions,
  place: JournalPlace,
  log: IncidentLog,
): Pick<ServerOptions, 'host' | 'tokens' | 'backups'> {
  const file = tokenFile(place, given);
  if (file === null && !isLoopback(host))
    throw new InvalidInput(
      `Others can reach ${host}, and a database has no tokens beside it: name their file with --tokens, or leave out --host.`,
    );
  const tokens = file === null ? null : openTokens(file, error => log(randomUUID(), error));
  checkBind(host, tokens);
  return {
    host,
    ...(tokens ? { tokens } : {}),
    ...(backups === undefined ? {} : { backups: openBackupFolder(backups) }),
  };
}

/**
 * The file of the tokens of a journal; null where none is known.
 * @throws InvalidInput where the one that was given is not there: its path may be mistaken, and then everyone would be let in.
 */
export function tokenFile(place: JournalPlace, given?: string): string | null {
  if (given === undefined) return place.kind === 'FILE' ? tokenFileOf(place.file) : null;
  if (existsSync(given)) return given;
  throw new InvalidInput(
    `There is no file of tokens ${given}: make one with \`hearsay token create --tokens ${given}\`.`,
  );
}
