// A cluster of a galaxy as commands: the entity with its names, what it is classified as on the word of its pages, and its `meta`.
import type { EntityKind } from '../../domain/entity.js';
import type { EntityId } from '../../domain/ids.js';
import { entityIdOf } from '../import/entity-key.js';
import type { RecordDraft } from '../import/record-draft.js';
import { addMeta } from './cluster-meta.js';
import { galaxySource, onTheWordOf } from './galaxy-sources.js';
import { textsOf, type Cluster, type Galaxy } from './misp-galaxy.js';

/** Members of `meta` that list pages. */
const PAGES = ['refs', 'sources', 'references'] as const;

export const clusterId = (uuid: string): EntityId => entityIdOf('misp', uuid.toLowerCase());

/** Of galaxies other than of actors, only countries and regions have a kind of their own here. */
export function kindOf({ category, type }: Pick<Galaxy, 'category' | 'type'>): EntityKind {
  if (type === 'country') return 'STATE';
  if (type === 'region') return 'PLACE';
  return category === 'actor' || type === 'producer' ? 'ORGANIZATION' : 'TOPIC';
}

export function clusterCommands(galaxy: Galaxy, cluster: Cluster, draft: RecordDraft): void {
  const subject = addCluster(galaxy, cluster, draft);
  const source = galaxySource(galaxy, draft);
  const pages = PAGES.flatMap(key => membersOf(cluster, key, draft));
  draft.claim({ subject, predicate: 'classified_as', value: galaxy.type }, onTheWordOf(pages, source));
  draft.claim(
    {
      subject,
      predicate: 'identified_by',
      value: cluster.uuid,
      qualifiers: [{ name: 'scheme', value: 'misp-galaxy' }],
    },
    [{ source }],
  );
  addMeta({ subject, source, meta: cluster.meta, known: [...PAGES, 'synonyms'] }, draft);
  for (const key of cluster.others) draft.lose(`member "${key}"`);
}

function addCluster(galaxy: Galaxy, cluster: Cluster, draft: RecordDraft): EntityId {
  const description = draft.beginning(cluster.description ?? '', 'note', 'description');
  const names = membersOf(cluster, 'synonyms', draft).flatMap(
    name => draft.text(name, 'name', 'synonym') ?? [],
  );
  return draft.entity({
    id: clusterId(cluster.uuid),
    kind: kindOf(galaxy),
    label: cluster.value,
    ...(names.length === 0 ? {} : { names: [...new Set(names)].map(text => ({ text })) }),
    ...(description === undefined ? {} : { description }),
  });
}

function membersOf({ meta }: Cluster, key: string, draft: RecordDraft): readonly string[] {
  const texts = textsOf(meta[key] ?? []);
  if (texts === undefined) draft.lose(`meta "${key}" that is no list of texts`);
  return texts ?? [];
}
