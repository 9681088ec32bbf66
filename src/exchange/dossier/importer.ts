// Reads dossiers through the port of importing: with a report, a dry run, and each record taken or refused by itself.
import type { Command } from '../../domain/command.js';
import { InvalidInput } from '../../domain/refusal.js';
import type { Vocabulary } from '../../domain/vocabulary.js';
import type { DossierEntry, DossierReader } from './dossier.js';
import type { ImportedItem, Importer, ImportInput } from '../import/importer.js';
import { textOf } from '../import/import-text.js';
import { MAX_YAML_BYTES } from '../yaml-document.js';

/** A dossier that has a mistake is bad as a whole; a claim that the journal refuses is refused with all who say it. */
export const dossierImporter = (reader: DossierReader, vocabulary: Vocabulary): Importer => ({
  name: 'dossier',
  async *read(input) {
    const { entries } = reader.read({ name: input.name, text: await wholeText(input) }, vocabulary);
    yield* itemsOf(input.name, entries);
  },
});

/** A claim and who says it are one record. */
function* itemsOf(file: string, entries: readonly DossierEntry[]): Iterable<ImportedItem> {
  let record: DossierEntry[] = [];
  for (const entry of entries) {
    if (record.length > 0 && !SAYING.includes(entry.command.type)) {
      yield itemOf(file, record);
      record = [];
    }
    record.push(entry);
  }
  if (record.length > 0) yield itemOf(file, record);
}

const SAYING: readonly Command['type'][] = ['AttachSource', 'RestoreAttestations'];

function itemOf(file: string, record: readonly DossierEntry[]): ImportedItem {
  const { line = 1, column = 1 } = record[0] ?? {};
  return { place: { file, line, column }, commands: record.map(({ command }) => command) };
}

/** @throws InvalidInput where it is longer than a dossier may be. */
async function wholeText(input: ImportInput): Promise<string> {
  const { name: file } = input;
  let [text, bytes] = ['', 0];
  for await (const piece of textOf(input)) {
    bytes += Buffer.byteLength(piece);
    if (bytes > MAX_YAML_BYTES) {
      throw new InvalidInput(`${file} is larger than ${MAX_YAML_BYTES / 1e6} MB: split it.`, {
        file,
        line: 1,
      });
    }
    text += piece;
  }
  return text;
}
