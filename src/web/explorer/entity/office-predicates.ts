// Which predicates put a person into a role: those that the vocabulary lets start from a person and end at a role.
import type { EntityPageQuery } from '../api/documents.js';

export const officePredicates = (predicates: EntityPageQuery['predicates']): readonly string[] =>
  predicates
    .filter(
      ({ subjectKinds, objectKinds }) => subjectKinds.includes('PERSON') && objectKinds.includes('ROLE'),
    )
    .map(({ id }) => id);
