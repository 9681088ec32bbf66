// A source as the question that compares two answers it.
import type { ComparedSourcesQuery } from '../api/documents.js';

export type ComparedSource = NonNullable<ComparedSourcesQuery['a']>;
