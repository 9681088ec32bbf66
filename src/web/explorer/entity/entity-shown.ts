// An entity as the question of its page answers it.
import type { EntityPageQuery } from '../api/documents.js';

export type EntityShown = NonNullable<EntityPageQuery['entity']>;
