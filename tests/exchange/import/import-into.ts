// Imports files of a format into a ledger in memory, with the predicates of all formats: for the tests of formats.
import { readdirSync, readFileSync } from 'node:fs';
import type { Vocabulary } from '../../../src/domain/vocabulary.js';
import type { Importer } from '../../../src/exchange/import/importer.js';
import type { ImportReport } from '../../../src/exchange/import/import-report.js';
import { ledgerSink, runImport } from '../../../src/exchange/import/run-import.js';
import { readVocabulary } from '../../../src/exchange/vocabulary/vocabulary-file.js';
import { Ledger } from '../../../src/journal/ledger.js';
import { openMemoryJournal } from '../../../src/journal/stored/memory-journal.js';
import { input } from '../table/reading-tables.js';

const FOLDER = 'schema/vocabularies';

/** The built-in vocabulary with those of the named formats. */
export function vocabularyOf(...formats: string[]): Vocabulary {
  const own = readdirSync(FOLDER).filter(name => formats.includes(name.replace('.yaml', '')));
  const names = ['schema/vocabulary.yaml', ...own.map(name => `${FOLDER}/${name}`)];
  return readVocabulary(names.map(name => ({ name, text: readFileSync(name, 'utf8') })));
}

export const openLedger = (vocabulary: Vocabulary): Promise<Ledger> =>
  Ledger.open({ journal: openMemoryJournal(), vocabulary, clock: () => Date.UTC(2026, 0, 1) });

/** Imports data as one JSON file, or a text as it is. */
export const importInto = (
  ledger: Ledger,
  importer: Importer,
  data: unknown,
  name = 'f.json',
): Promise<ImportReport> => {
  const text = typeof data === 'string' ? data : JSON.stringify(data, null, 1);
  const inputs = [input(text, { name, piece: 65_536 })];
  return runImport({
    sink: ledgerSink(ledger),
    importer,
    inputs,
    author: { name: 'Tess', way: 'IMPORT' },
    find: id => ledger.graph.findEntity(id)?.entity,
  });
};

/** All claims as sentences, with how their attestations go: `A uses B · POSSIBLE suspected`. */
export function told({ graph }: Ledger): string[] {
  return [...graph.claims()].map(record => {
    const said = graph.attestationsOf(record.claim.id).map(({ attestation, withdrawn }) => {
      const { polarity, certainty, wording, lineage } = attestation;
      return [
        ...(polarity === 'DENIES' ? ['denied'] : []),
        certainty === 'CERTAIN' ? lineage : `${lineage} ${certainty}`,
        ...(wording === undefined ? [] : [`“${wording}”`]),
        ...(withdrawn ? ['withdrawn'] : []),
      ].join(' ');
    });
    const time = record.claim.validTime === undefined ? '' : ` (${record.claim.validTime})`;
    const gone = record.withdrawn ? ` – withdrawn: ${record.withdrawn.reason}` : '';
    return `${graph.sentenceOf(record)}${time} · ${said.join(', ')}${gone}`;
  });
}
