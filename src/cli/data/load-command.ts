// `hearsay load`: reads a dossier into a journal. Doing it again adds nothing.
import { countsText, loadDossierFile } from '../open/load-dossier.js';
import { placeOf } from '../open/journal-place.js';
import { openLedger, type LedgerOptions } from '../open/open-ledger.js';
import type { Surroundings } from '../terminal/surroundings.js';

export interface LoadOptions extends LedgerOptions {
  readonly by: string;
  readonly json?: boolean;
}

/** Prints how much of it was new. */
export async function load(file: string, options: LoadOptions, from: Surroundings): Promise<number> {
  const ledger = await openLedger(options, from);
  try {
    const { dossier, counts } = await loadDossierFile(ledger, file, from.home, options.by);
    if (options.json) from.out(JSON.stringify({ dossier: dossier.id, ...counts, seq: ledger.graph.seq }));
    else
      from.out(`Loaded "${dossier.title}" into ${placeOf(options).shown}: ${countsText(counts)} were new.`);
    return 0;
  } finally {
    await ledger.close();
  }
}
