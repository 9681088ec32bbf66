// Imports entities of Wikibase into an empty ledger, for tests.
import { readFileSync } from 'node:fs';
import type { ImportReport } from '../../../src/exchange/import/import-report.js';
import type { Importer } from '../../../src/exchange/import/importer.js';
import { ledgerSink, runImport } from '../../../src/exchange/import/run-import.js';
import { wikibaseImporter } from '../../../src/exchange/wikibase/wikibase-importer.js';
import { readWikibaseMapping } from '../../../src/exchange/wikibase/wikibase-mapping.js';
import type { AttestationRecord, ClaimRecord } from '../../../src/graph/records/records.js';
import type { Ledger } from '../../../src/journal/ledger.js';
import { builtInVocabulary, openLedger } from '../../fixtures/open-ledger.js';
import { input } from '../table/reading-tables.js';

export const VOCABULARY = builtInVocabulary();
const MAPPING = 'graph-data/wikidata/mapping.yaml';

export const mappingOf = (...own: readonly string[]) =>
  readWikibaseMapping(
    [
      { name: MAPPING, text: readFileSync(MAPPING, 'utf8') },
      ...own.map(text => ({ name: 'own.yaml', text })),
    ],
    VOCABULARY,
  );

export const importerOf = (...own: readonly string[]): Importer =>
  wikibaseImporter(mappingOf(...own), VOCABULARY);

export class World {
  private constructor(readonly ledger: Ledger) {}

  static async open(): Promise<World> {
    return new World((await openLedger()).ledger);
  }

  /** Imports a file: text as it is, anything else as JSON. */
  import(file: unknown, ...own: readonly string[]): Promise<ImportReport> {
    const { ledger } = this;
    const text = typeof file === 'string' ? file : JSON.stringify(file);
    return runImport({
      sink: ledgerSink(ledger),
      importer: importerOf(...own),
      inputs: [input(text, { name: 'entities.json', piece: 65_536 })],
      author: { name: 'Tess', way: 'IMPORT' },
      find: id => ledger.graph.findEntity(id)?.entity,
    });
  }

  get claims(): ClaimRecord[] {
    return [...this.ledger.graph.claims()];
  }

  get sentences(): string[] {
    return this.claims.map(claim => this.ledger.graph.sentenceOf(claim));
  }

  get attestations(): AttestationRecord[] {
    return this.claims.flatMap(({ claim }) => this.ledger.graph.attestationsOf(claim.id));
  }

  entity(id: string) {
    const record = this.ledger.graph.findEntity(`entity:wikidata/${id.toLowerCase()}`);
    if (!record) throw new Error(`no entity ${id}`);
    return record;
  }

  /** The one claim whose sentence has these words. */
  claim(words: string): ClaimRecord {
    const found = this.claims.filter(claim => this.ledger.graph.sentenceOf(claim).includes(words));
    const [claim] = found;
    if (!claim || found.length > 1) throw new Error(`${found.length} of ${this.sentences.join(' | ')}`);
    return claim;
  }

  said(words: string): string[] {
    const { graph } = this.ledger;
    return graph.attestationsOf(this.claim(words).claim.id).map(({ attestation }) => {
      const { source, polarity, certainty, lineage } = attestation;
      const { title, url } = graph.findSource(source)?.source ?? {};
      return `${url ?? title ?? 'untitled'} ${polarity} ${certainty} ${lineage}`;
    });
  }
}

/** A world into which entities were imported as the API gives them. */
export async function worldOf(...entities: readonly Record<string, unknown>[]): Promise<World> {
  const world = await World.open();
  await world.import({ entities: Object.fromEntries(entities.map(one => [String(one['id']), one])) });
  return world;
}
