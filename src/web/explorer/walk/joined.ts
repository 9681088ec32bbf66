// Which node stands for an entity: those that are judged one share a node, as the API says who is one with whom.
import type { EntityDrawnFragment, EntityLineFragment } from '../api/documents.js';

/** A node before anything is said of its place in the drawing. */
export interface JoinedEntity {
  /** Named as the canonical one, under the id by which the place knows it. */
  readonly entity: EntityLineFragment;
  /** Of all that it stands for. */
  readonly ids: readonly string[];
  /** None of them is described by a source yet. */
  readonly isProvisional: boolean;
}

/** All ids of those that are one with an entity, its canonical one first. */
export const idsOf = ({ canonical }: EntityDrawnFragment): readonly string[] => [
  canonical.id,
  ...canonical.sameEntities.map(({ id }) => id),
];

/** @param asked ids that the place names; the first of them that means this entity is the id of its node. */
export function joinedEntity(drawn: EntityDrawnFragment, asked: readonly string[]): JoinedEntity {
  const { canonical } = drawn;
  const ids = idsOf(drawn);
  const id = asked.find(named => ids.includes(named)) ?? canonical.id;
  return {
    entity: { id, kind: canonical.kind, label: canonical.label },
    ids,
    isProvisional: canonical.isProvisional,
  };
}
