// A drawing as JSON: its entities and claims with their ids, as they are shown.
import type { Drawing } from '../../walk/drawing.js';
import type { Positions } from '../layout/positions.js';

export function viewJson({ nodes, edges }: Drawing, positions: Positions): string {
  const entities = nodes.map(({ entity: { id, kind, label }, isFocus, expanded, claims }) => ({
    id,
    kind,
    label,
    isFocus,
    expanded,
    claims,
    position: positions.get(id) ?? null,
  }));
  const claims = edges.map(({ claim, isWeakest, fall }) => ({
    id: claim.id,
    sentence: claim.sentence,
    subject: claim.subject.id,
    predicate: claim.predicate.id,
    object: claim.object?.id ?? null,
    validTime: claim.validTime,
    status: claim.status,
    support: claim.support,
    isWeakest,
    fall,
  }));
  return `${JSON.stringify({ entities, claims }, null, 2)}\n`;
}
