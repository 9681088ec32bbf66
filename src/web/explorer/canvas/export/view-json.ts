// A drawing as JSON: its entities and claims with their ids, as they are shown.
import { claimsIn, type Drawing } from '../../walk/drawing.js';
import type { Positions } from '../layout/positions.js';

/** Claims with a value have no object, and those with an object no value. */
export function viewJson(drawing: Drawing, positions: Positions): string {
  const entities = drawing.nodes.map(
    ({ entity: { id, kind, label }, ids, isProvisional, isFocus, expanded, claims }) => ({
      id,
      kind,
      label,
      sameAs: ids.filter(other => other !== id),
      isProvisional,
      isFocus,
      expanded,
      claims,
      position: positions.get(id) ?? null,
    }),
  );
  const claims = claimsIn(drawing).map(({ claim, isWeakest, fall }) => ({
    id: claim.id,
    sentence: claim.sentence,
    subject: claim.subject.id,
    predicate: claim.predicate.id,
    object: claim.object?.id ?? null,
    value: claim.value,
    validTime: claim.validTime,
    status: claim.status,
    support: claim.support,
    isWeakest,
    fall,
  }));
  return `${JSON.stringify({ entities, claims }, null, 2)}\n`;
}
