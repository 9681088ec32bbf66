// JSON-LD in again: what `jsonld-exporter` wrote, as the commands that make the same graph. While a file is read, only what can be
// carried out once all claims are there is held in memory: supersessions, and withdrawals of claims.
import { InvalidInput } from '../../../domain/refusal.js';
import type { Vocabulary } from '../../../domain/vocabulary.js';
import type { ImportedItem, Importer, ImportInput } from '../../import/importer.js';
import { GraphReading } from './graph-reading.js';
import { jsonldNodes } from './jsonld-nodes.js';

export const jsonldImporter = (vocabulary: Vocabulary): Importer => ({
  name: 'jsonld',
  async *read(input: ImportInput): AsyncIterable<ImportedItem> {
    const reading = new GraphReading(vocabulary);
    for await (const node of jsonldNodes(input)) {
      try {
        yield* reading.take(node);
      } catch (error) {
        if (!(error instanceof InvalidInput)) throw error;
        yield {
          place: { ...node.place, ...error.place },
          problem: `${nameOf(node.data['@id'])}: ${error.message}`,
        };
      }
    }
    yield* reading.end();
  },
});

const nameOf = (id: unknown): string => (typeof id === 'string' ? id.slice(0, 100) : 'A node');
