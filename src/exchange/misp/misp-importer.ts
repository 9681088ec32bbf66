// MISP galaxy clusters: a JSON file of things with names, pages and relations, read as a whole.
import { InvalidInput } from '../../domain/refusal.js';
import type { Vocabulary } from '../../domain/vocabulary.js';
import type { FindEntity, ImportedItem, Importer, ImportInput, ItemPlace } from '../import/importer.js';
import { RecordDraft } from '../import/record-draft.js';
import { readJsonInput } from '../json/json-input.js';
import { clusterCommands } from './cluster-commands.js';
import { galaxySource } from './galaxy-sources.js';
import { readCluster, readGalaxy, type Cluster, type Galaxy } from './misp-galaxy.js';
import { relationCommands } from './relation-commands.js';

/** A record for the galaxy, one for each cluster, then one for each relation, so that they find all clusters. */
export const mispImporter = (vocabulary: Vocabulary): Importer => ({
  name: 'misp',
  async *read(input: ImportInput, find: FindEntity = () => undefined) {
    const json = await readJsonInput(input);
    const galaxy = readGalaxy(json);
    yield drafted(vocabulary, json.placeOf([]), draft => galaxyCommands(galaxy, draft));
    const found: (readonly [number, Cluster])[] = [];
    for (const [index, data] of galaxy.values.entries()) {
      const place = json.placeOf(['values', index]);
      const cluster = readCluster(data);
      if (typeof cluster === 'string') {
        yield { place, problem: cluster };
        continue;
      }
      found.push([index, cluster]);
      yield drafted(vocabulary, place, draft => clusterCommands(galaxy, cluster, draft));
    }
    const inFile = new Set(found.map(([, { uuid }]) => uuid));
    for (const [index, cluster] of found) {
      for (const [nth, relation] of cluster.related.entries()) {
        const place = json.placeOf(['values', index, 'related', nth]);
        yield drafted(vocabulary, place, draft =>
          relationCommands(galaxy, cluster, relation, inFile, find, draft),
        );
      }
    }
  },
});

function galaxyCommands(galaxy: Galaxy, draft: RecordDraft): void {
  galaxySource(galaxy, draft);
  for (const key of galaxy.others) draft.lose(`member "${key}" of the galaxy`);
}

/** What `fill` makes of a record, or what it says is wrong with it. */
function drafted(
  vocabulary: Vocabulary,
  place: ItemPlace,
  fill: (draft: RecordDraft) => string | undefined | void,
): ImportedItem {
  const draft = new RecordDraft(vocabulary);
  try {
    const problem = fill(draft) ?? undefined;
    return problem === undefined ? { place, commands: draft.commands, lost: draft.lost } : { place, problem };
  } catch (error) {
    if (error instanceof InvalidInput) return { place, problem: error.message };
    throw error;
  }
}
