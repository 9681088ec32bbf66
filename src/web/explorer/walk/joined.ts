// Which node stands for an entity: those that are judged one share a node, as the API says who is one with whom.
import type { EntityDrawnFragment, EntityLineFragment } from '../api/documents.js';

/** A node before it is part of a drawing. */
export interface JoinedEntity {
  /** Named as the canonical entity, under the id that the view state has for it. */
  readonly entity: EntityLineFragment;
  /** The entities that it stands for, as far as the drawing shows them. */
  readonly ids: readonly string[];
  /** None of them is described by a source yet. */
  readonly isProvisional: boolean;
}

/** An entity that the view state names, and the canonical one of those that are one with it. */
export interface AskedEntities {
  readonly id: string;
  readonly canonical: string;
}

/** Ids of those that are one with an entity, its canonical one first: its own, and a few of the others. */
export const idsOf = ({ id, canonical }: EntityDrawnFragment): readonly string[] => [
  ...new Set([canonical.id, id, ...canonical.sameEntities.map(same => same.id)]),
];

/** @param asked the first of them that means this entity gives its node the id. */
export function joinedEntity(drawn: EntityDrawnFragment, asked: readonly AskedEntities[]): JoinedEntity {
  const { canonical } = drawn;
  const ids = idsOf(drawn);
  const id =
    asked.find(named => named.canonical === canonical.id || ids.includes(named.id))?.id ?? canonical.id;
  return {
    entity: { id, kind: canonical.kind, label: canonical.label },
    ids,
    isProvisional: canonical.isProvisional,
  };
}
