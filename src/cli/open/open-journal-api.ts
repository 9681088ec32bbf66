// GraphQL without a server: a journal opened for the length of one command.
import { askLedger, type Ask } from '../../graphql/local-api.js';
import { openSourceTexts } from '../../graphql/operation/source-texts.js';
import { openDossiers } from '../terminal/files.js';
import { incidentLog } from '../terminal/incident-log.js';
import { openExistingLedger, type LedgerOptions } from './open-ledger.js';
import type { Surroundings } from '../terminal/surroundings.js';

export interface JournalApiOptions extends LedgerOptions {
  readonly texts?: string;
  readonly by: string;
}

/** Lets `use` ask, then closes the journal. */
export async function withJournalApi<T>(
  { texts, by, ...options }: JournalApiOptions,
  from: Surroundings,
  use: (ask: Ask) => Promise<T>,
): Promise<T> {
  const ledger = await openExistingLedger(options, from);
  try {
    const way = 'COMMAND_LINE' as const;
    const sourceTexts = texts === undefined ? {} : { texts: openSourceTexts(texts) };
    const context = { ledger, by, way, dossiers: await openDossiers(from.home), ...sourceTexts };
    return await use(await askLedger(context, incidentLog(from)));
  } finally {
    await ledger.close();
  }
}
