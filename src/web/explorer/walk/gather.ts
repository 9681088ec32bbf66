// From the claims that the steps of a walk brought to its drawing, and to the counts that say what is not in it.
import type { ClaimWeighedFragment, EntityLineFragment } from '../api/documents.js';
import type { Step } from '../place/place.js';
import { CERTAINTY, STATUS } from '../look/words.js';
import type { DrawnEdge, DrawnNode, Drawing } from './drawing.js';

/** What the answer to one step holds. */
export interface Brought {
  readonly step: Step;
  /** Null where there is no such entity in this view. */
  readonly entity: EntityLineFragment | null;
  readonly claims: readonly ClaimWeighedFragment[];
  /** How many there are of them in this view. */
  readonly total: number;
}

export interface Walked {
  readonly drawing: Drawing;
  /** What each step brought, in their order. */
  readonly brought: readonly Brought[];
  /** All claims that were brought, each once. */
  readonly claims: readonly ClaimWeighedFragment[];
}

/** Draws the claims of all steps, each once; the first step is the focus. */
export function gather(brought: readonly Brought[]): Walked {
  const claims = [...new Map(brought.flatMap(step => step.claims).map(claim => [claim.id, claim])).values()];
  return { drawing: drawClaims(brought, claims), brought, claims };
}

/** Claims with a value, or about one entity alone, are no edges. */
export function edgeOf(claim: ClaimWeighedFragment): DrawnEdge[] {
  if (!claim.object || claim.object.id === claim.subject.id) return [];
  return [
    {
      claim,
      from: claim.subject.id,
      to: claim.object.id,
      words: edgeWords(claim),
      isWeakest: false,
      fall: null,
    },
  ];
}

const NOT_STANDING = ['DENIED', 'DISPUTED', 'UNSUPPORTED', 'SUPERSEDED', 'WITHDRAWN'];

/** The predicate, and a word of warning where the claim is not said without reserve. */
export function edgeWords({ predicate, status, support }: ClaimWeighedFragment): string {
  const warning = NOT_STANDING.includes(status) ? STATUS[status].toLowerCase() : hedge(support.certainty);
  return warning === null ? predicate.label : `${predicate.label} — ${warning}`;
}

const hedge = (certainty: ClaimWeighedFragment['support']['certainty']): string | null =>
  certainty === null || certainty === 'CERTAIN' ? null : CERTAINTY[certainty];

function drawClaims(brought: readonly Brought[], claims: readonly ClaimWeighedFragment[]): Drawing {
  const edges = claims.flatMap(edgeOf);
  const entities = entitiesOf(brought, edges);
  const focus = brought[0]?.entity?.id;
  const depths = depthsFrom(focus, edges);
  const expanded = new Set(brought.map(({ step }) => step.entity));
  const totals = new Map(
    brought.flatMap(({ step, total }) => (step.predicates === null ? [[step.entity, total] as const] : [])),
  );
  const farthest = Math.max(0, ...depths.values());
  const nodes = [...entities.values()].map((entity): DrawnNode => ({
    entity,
    expanded: expanded.has(entity.id),
    isFocus: entity.id === focus,
    claims: totals.get(entity.id) ?? null,
    // Named with the focus in one claim, and yet in no claim with it: beyond all that is.
    depth: depths.get(entity.id) ?? farthest + 1,
  }));
  const lineless = claims.filter(claim => edgeOf(claim).length === 0);
  return { nodes, edges, lineless: lineless.map(claim => ({ claim, isWeakest: false, fall: null })) };
}

/** All entities drawn, the expanded ones first. */
export function entitiesOf(
  brought: readonly Brought[],
  edges: readonly DrawnEdge[],
): ReadonlyMap<string, EntityLineFragment> {
  const entities = new Map<string, EntityLineFragment>();
  const met = (entity: EntityLineFragment | null): void => {
    if (entity && !entities.has(entity.id)) entities.set(entity.id, entity);
  };
  for (const { entity } of brought) met(entity);
  for (const { claim } of edges) {
    met(claim.subject);
    met(claim.object);
  }
  return entities;
}

/** Steps from the focus along edges, in either direction. */
export function depthsFrom(
  focus: string | undefined,
  edges: readonly DrawnEdge[],
): ReadonlyMap<string, number> {
  const neighbours = new Map<string, string[]>();
  const join = (a: string, b: string): unknown => neighbours.get(a)?.push(b) ?? neighbours.set(a, [b]);
  for (const { from, to } of edges) {
    join(from, to);
    join(to, from);
  }
  const depths = new Map<string, number>(focus === undefined ? [] : [[focus, 0]]);
  // A map visits what is added while it is gone through: breadth first.
  for (const [id, depth] of depths)
    for (const next of neighbours.get(id) ?? []) if (!depths.has(next)) depths.set(next, depth + 1);
  return depths;
}
