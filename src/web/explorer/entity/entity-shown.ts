// An entity as the question of its page answers it.
import type { EntityPageQuery } from '../api/documents.js';

/** Of several that are judged one, the canonical one. */
export type EntityShown = NonNullable<EntityPageQuery['entity']>['canonical'];
