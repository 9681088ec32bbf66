// XML files read as a stream of records with bounded memory. No DOCTYPE is taken, so that no entity but the five of XML exists.
import { textOf } from '../import/import-text.js';
import type { ImportInput } from '../import/importer.js';
import type { XmlRecord } from './xml-element.js';
import { XmlTree, type XmlShape } from './xml-tree.js';

const PIECE = 65_536;

/**
 * The records of a file in the order in which they end: one that holds another comes after it.
 * @throws InvalidInput with line and column for what is no well-formed XML in UTF-8, another root, a DOCTYPE, more than 100 levels
 *   or attributes of an element, or more than 8 million characters of a record.
 */
export async function* xmlRecords(input: ImportInput, shape: XmlShape): AsyncIterable<XmlRecord> {
  const tree = new XmlTree(input.name, shape);
  for await (const text of textOf(input)) {
    for (let from = 0; from < text.length; from += PIECE) yield* tree.write(text.slice(from, from + PIECE));
  }
  yield* tree.end();
}
