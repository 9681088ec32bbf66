// Mappings and small tables as tests write them, read as files would be and imported into a ledger in memory.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { unpacked } from '../../../src/exchange/import/import-bytes.js';
import type { ImportReport } from '../../../src/exchange/import/import-report.js';
import type { ImportedItem, ImportInput } from '../../../src/exchange/import/importer.js';
import { ledgerSink, runImport } from '../../../src/exchange/import/run-import.js';
import { mappingReader } from '../../../src/exchange/table/mapping.js';
import { tableImporter } from '../../../src/exchange/table/table-importer.js';
import type { TableMapping } from '../../../src/exchange/table/table-mapping.js';
import { readVocabulary } from '../../../src/exchange/vocabulary/vocabulary-file.js';
import { Ledger } from '../../../src/journal/ledger.js';
import { openMemoryJournal } from '../../../src/journal/stored/memory-journal.js';
import { builtInVocabulary } from '../../fixtures/open-ledger.js';

const READER = mappingReader(readFileSync('schema/mapping.schema.json', 'utf8'));
const VOCABULARY = builtInVocabulary();
const AUTHOR = { name: 'Tess', way: 'IMPORT' } as const;

/** A mapping with the header that all need, whose table is CSV unless told otherwise. */
export const mappingText = (parts: string, table = 'format: csv'): string =>
  `hearsay: mapping/1\nid: t\ntitle: A table\ntable: { ${table} }\n${parts}`;

/** `line:column message` of each problem of a mapping. */
export const mappingProblems = (text: string): string[] =>
  READER.lint({ name: 'm.yaml', text }, VOCABULARY).map(
    ({ line, column, message }) => `${line}:${column} ${message}`,
  );

export const mapping = (text: string, vocabulary = VOCABULARY): TableMapping =>
  READER.read({ name: 'm.yaml', text }, vocabulary);

/** A file that comes in pieces of so many bytes, gzipped or not. */
export function input(
  text: string | Uint8Array,
  { gzip = false, piece = 7, name = 't.csv' } = {},
): ImportInput {
  const plain = typeof text === 'string' ? Buffer.from(text) : text;
  const bytes = gzip ? gzipSync(plain) : plain;
  return { name, open: () => unpacked(name, pieces(bytes, piece)) };
}

// eslint-disable-next-line @typescript-eslint/require-await -- files are read asynchronously
async function* pieces(bytes: Uint8Array, size: number): AsyncIterable<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

export async function itemsOf(mappingYaml: string, table: ImportInput | string): Promise<ImportedItem[]> {
  const items: ImportedItem[] = [];
  const importer = tableImporter(mapping(mappingYaml), VOCABULARY);
  for await (const item of importer.read(typeof table === 'string' ? input(table) : table)) items.push(item);
  return items;
}

export interface World {
  readonly ledger: Ledger;
  readonly import: (mappingYaml: string, ...tables: (ImportInput | string)[]) => Promise<ImportReport>;
}

/** An empty ledger, with predicates of a file besides the built-in ones where one is named. */
export async function openWorld(ownVocabulary?: string): Promise<World> {
  const names = ['schema/vocabulary.yaml', ...(ownVocabulary === undefined ? [] : [ownVocabulary])];
  const vocabulary = readVocabulary(names.map(name => ({ name, text: readFileSync(name, 'utf8') })));
  const ledger = await Ledger.open({
    journal: openMemoryJournal(),
    vocabulary,
    clock: () => Date.UTC(2026, 0, 1),
  });
  return {
    ledger,
    import: (yaml, ...tables) =>
      runImport({
        sink: ledgerSink(ledger),
        importer: tableImporter(mapping(yaml, vocabulary), vocabulary),
        inputs: tables.map(table => (typeof table === 'string' ? input(table) : table)),
        author: AUTHOR,
      }),
  };
}

/** A mapping of JSON Lines, and eight of them. */
export const JSON_LINES = mappingText(
  'entities:\n  a: { id: "{who.id}", kind: PERSON, label: "{who.name}", names: [{ text: "{alias}", split: { alias: ";" } }] }\n',
  'format: jsonl',
);
export const PEOPLE = Buffer.from(
  Array.from({ length: 8 }, (_, id) =>
    JSON.stringify({ who: { id, name: `P ${id}` }, alias: ['a', 'b'] }),
  ).join('\n'),
);
