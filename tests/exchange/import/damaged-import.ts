// Imports damaged files and says what is wrong with how that went: nothing, or words. For the tests and for longer runs by script.
import { Refusal } from '../../../src/domain/refusal.js';
import type { Importer } from '../../../src/exchange/import/importer.js';
import type { ImportReport } from '../../../src/exchange/import/import-report.js';
import { ledgerSink, runImport } from '../../../src/exchange/import/run-import.js';
import type { Vocabulary } from '../../../src/domain/vocabulary.js';
import { Ledger } from '../../../src/journal/ledger.js';
import { openMemoryJournal } from '../../../src/journal/stored/memory-journal.js';
import { memoryTexts } from '../../../src/journal/texts/memory-texts.js';
import { damaged } from '../../fixtures/damage.js';
import { input } from '../table/reading-tables.js';

export interface Damaged {
  readonly refusedWhole: number;
  readonly refusedParts: number;
  readonly faults: readonly string[];
}

/** Imports a file in `count` damaged forms, each into an empty ledger. */
export async function importDamaged(
  importer: Importer,
  vocabulary: Vocabulary,
  bytes: Uint8Array,
  { from = 1, count }: { readonly from?: number; readonly count: number },
): Promise<Damaged> {
  const faults: string[] = [];
  let [refusedWhole, refusedParts] = [0, 0];
  for (let seed = from; seed < from + count; seed += 1) {
    const ledger = await Ledger.open({
      journal: openMemoryJournal(),
      vocabulary,
      clock: () => 0,
      texts: memoryTexts(),
    });
    const outcome = await importOne(importer, ledger, damaged(bytes, seed));
    if ('refusal' in outcome) refusedWhole += 1;
    else if (outcome.report.refused > 0) refusedParts += 1;
    faults.push(...faultsOf(outcome, ledger).map(fault => `seed ${seed}: ${fault}`));
  }
  return { refusedWhole, refusedParts, faults };
}

type Outcome = { readonly report: ImportReport } | { readonly refusal: unknown };

async function importOne(importer: Importer, sink: Ledger, bytes: Uint8Array): Promise<Outcome> {
  const author = { name: 'Tess', way: 'IMPORT' } as const;
  const inputs = [input(bytes, { name: 'damaged', piece: 4096 })];
  try {
    return { report: await runImport({ sink: ledgerSink(sink), importer, inputs, author }) };
  } catch (refusal) {
    return { refusal };
  }
}

function faultsOf(outcome: Outcome, { graph }: Ledger): string[] {
  const faults: string[] = [];
  if (Object.keys(Object.prototype).length > 0 || 'polluted' in {}) faults.push('a prototype was changed');
  if ('refusal' in outcome) {
    const { refusal } = outcome;
    if (!(refusal instanceof Refusal)) faults.push(`no refusal: ${String(refusal)}`);
    else if (refusal.place.file !== 'damaged') faults.push(`no place: ${refusal.message}`);
    if (graph.seq > 0) faults.push('refused, but something was written');
    return faults;
  }
  const { read, accepted, known, refused, skipped, problems, entities, claims } = outcome.report;
  if (read !== accepted + known + refused + skipped) faults.push('the counts do not add up');
  if (graph.counts.entities !== entities || graph.counts.claims !== claims)
    faults.push('not what was counted');
  for (const { file, line, reason } of problems) {
    if (file !== 'damaged' || (line ?? 0) < 1 || reason === '') faults.push(`no place: ${reason}`);
  }
  return faults;
}
