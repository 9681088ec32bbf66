// Who may reach a server and what it may write beside its journal, from the options of `hearsay serve`.
import { randomUUID } from 'node:crypto';
import { checkBind } from '../graphql/auth-bind.js';
import { tokenFileOf } from '../graphql/auth-token-file.js';
import { openTokens } from '../graphql/auth-tokens.js';
import { openBackupFolder } from '../graphql/backup-folder.js';
import type { IncidentLog } from '../graphql/error-format.js';
import type { ServerOptions } from '../graphql/server.js';

export interface AccessOptions {
  /** Path of the journal. */
  readonly data: string;
  readonly host: string;
  /** Folder for backups. */
  readonly backups?: string;
}

/** @throws InvalidInput before anything is opened: for damaged tokens, or an address that needs tokens where there are none. */
export function openAccess(
  { data, host, backups }: AccessOptions,
  log: IncidentLog,
): Pick<ServerOptions, 'host' | 'tokens' | 'backups'> {
  const tokens = openTokens(tokenFileOf(data), error => log(randomUUID(), error));
  checkBind(host, tokens);
  return { host, tokens, ...(backups === undefined ? {} : { backups: openBackupFolder(backups) }) };
}
