// `hearsay redact`: takes a text out of a journal that no server holds, for good.
import type { RedactedText } from '../../domain/redaction.js';
import { openExistingLedger, type LedgerOptions } from '../open/open-ledger.js';
import type { Surroundings } from '../terminal/surroundings.js';

export interface RedactOptions extends LedgerOptions {
  readonly what: RedactedText;
  readonly reason: string;
  readonly by: string;
  readonly json?: boolean;
}

/** Prints the entry that tells of it. */
export async function redact(seq: number, options: RedactOptions, from: Surroundings): Promise<number> {
  const { what, reason, by, json } = options;
  const ledger = await openExistingLedger(options, from);
  try {
    const author = { name: by, way: 'COMMAND_LINE' } as const;
    const { events, already } = await ledger.redact({ type: 'Redact', seq, what, reason }, author);
    const [entry] = events.map(event => event.seq);
    if (json) from.out(JSON.stringify({ seq, what, already, entry: entry ?? null }));
    else if (already) from.out(`${what} of entry ${seq} was redacted before.`);
    else from.out(`Redacted ${what} of entry ${seq}; entry ${entry ?? ''} tells of it.`);
    return 0;
  } finally {
    await ledger.close();
  }
}
