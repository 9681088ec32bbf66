import { expect, test } from 'vitest';
import type { EntityKind } from '../../../../src/web/explorer/api/documents.js';
import { officePredicates } from '../../../../src/web/explorer/entity/office-predicates.js';

const predicate = (id: string, subjectKinds: readonly EntityKind[], objectKinds: readonly EntityKind[]) => ({
  id,
  subjectKinds,
  objectKinds,
});

test('an office is what may lead from a person to a role', () => {
  expect(
    officePredicates([
      predicate('holds_role', ['PERSON'], ['ROLE']),
      predicate('role_in', ['ROLE'], ['ORGANIZATION', 'STATE']),
      predicate('works_for', ['PERSON'], ['ORGANIZATION']),
      predicate('stands_for', ['PERSON', 'ORGANIZATION'], ['ROLE', 'EVENT']),
    ]),
  ).toEqual(['holds_role', 'stands_for']);
});
