// Ids for the entities of an imported data set, made from the keys it knows them by: the same key is the same entity, always.
import { normalized } from '../../domain/marks.js';
import { contentHash, type EntityId } from '../../domain/ids.js';

const PLAIN = /^[a-z0-9][a-z0-9._/-]{0,99}$/;

/**
 * `entity:events/693` for a plain key; a key with other letters keeps what can be read of it and a hash, so that no two keys meet:
 * `entity:events/kim-jong-un-1f8a…`.
 */
export function entityIdOf(dataSet: string, key: string): EntityId {
  const kept = normalized(key, ['id']).trim();
  if (PLAIN.test(kept)) return `entity:${dataSet}/${kept}`;
  const readable = kept
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Mark}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-|-$/g, '');
  return `entity:${dataSet}/${readable}${readable === '' ? '' : '-'}${contentHash(kept).slice(0, 16)}`;
}
