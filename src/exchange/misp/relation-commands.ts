// Relations of a cluster to others, most of which lie in other galaxies: what is not in the file is only referred to, by its uuid.
import type { EntityKind } from '../../domain/entity.js';
import type { FindEntity } from '../import/importer.js';
import type { RecordDraft, Says } from '../import/record-draft.js';
import { clusterId, kindOf } from './cluster-commands.js';
import { galaxySource } from './galaxy-sources.js';
import { likelihoodOf } from './likelihood.js';
import { isObject } from '../../domain/json.js';
import { textOf, textsOf, type Cluster, type Galaxy } from './misp-galaxy.js';

/** Types that are the predicate of the same words; all others are related_to, in the galaxy's own word. */
const SAME_WORDS: readonly string[] = [
  'uses',
  'targets',
  'attributed-to',
  'exploits',
  'delivers',
  'variant-of',
  'part-of',
];
const OF_ONE_KIND: readonly string[] = ['similar', 'part-of', 'overlaps', 'variant-of', 'subgroup-of'];
const READ: readonly string[] = ['dest-uuid', 'type', 'tags'];

/** @param inFile uuids of the clusters of this file; of others `find` may tell the kind. Returns what is wrong, if anything is. */
export function relationCommands(
  galaxy: Galaxy,
  cluster: Cluster,
  relation: unknown,
  inFile: ReadonlySet<string>,
  find: FindEntity,
  draft: RecordDraft,
): string | undefined {
  if (!isObject(relation)) return `A relation of "${cluster.value.slice(0, 80)}" is no object.`;
  const [to, type] = [textOf(relation['dest-uuid'])?.toLowerCase(), textOf(relation['type'])];
  if (to === undefined || type === undefined) {
    return `A relation of "${cluster.value.slice(0, 80)}" has no \`dest-uuid\` or no \`type\`.`;
  }
  for (const key of Object.keys(relation))
    if (!READ.includes(key)) draft.lose(`member "${key}" of a relation`);
  const [subject, object] = [clusterId(cluster.uuid), clusterId(to)];
  const kind = inFile.has(to) ? kindOf(galaxy) : (find(object)?.kind ?? guessedKind(galaxy, type));
  if (!inFile.has(to)) draft.entity({ id: object, kind, label: to, provisional: true });
  const says = [{ source: galaxySource(galaxy, draft), ...sureness(relation['tags'] ?? [], draft) }];
  draft.claim({ subject, object, ...predicateOf(type, kindOf(galaxy), kind, subject, draft) }, says);
  return undefined;
}

/** A cluster that only the relation mentions. */
const guessedKind = (galaxy: Galaxy, type: string): EntityKind =>
  OF_ONE_KIND.includes(type) ? kindOf(galaxy) : 'TOPIC';

function predicateOf(
  type: string,
  from: EntityKind,
  to: EntityKind,
  subject: string,
  draft: RecordDraft,
): { predicate: string; qualifiers?: { name: string; value?: string; entity?: string }[] } {
  if (type === 'similar') return { predicate: 'similar_to' };
  const predicate = type.replaceAll('-', '_');
  if (SAME_WORDS.includes(type) && draft.joins(predicate, from, to)) return { predicate };
  // The built-in predicate has no direction.
  return {
    predicate: 'related_to',
    qualifiers: [
      { name: 'relation', value: type },
      { name: 'from', entity: subject },
    ],
  };
}

function sureness(tags: unknown, draft: RecordDraft): Pick<Says, 'certainty' | 'wording'> {
  const texts = textsOf(tags);
  if (texts === undefined) draft.lose('tags that are no list of texts');
  const known = (texts ?? []).flatMap(tag => likelihoodOf(tag) ?? []);
  for (const tag of texts ?? []) if (!likelihoodOf(tag)) draft.lose(`tag "${tag.slice(0, 80)}"`);
  if (known.length > 1) draft.lose('tags of likelihood after the first');
  return known[0] ?? {};
}
