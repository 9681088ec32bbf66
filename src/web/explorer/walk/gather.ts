// From the claims that the steps of a walk brought to its drawing, and to the counts that say what is not in it.
import type { ClaimWeighedFragment, EntityDrawnFragment } from '../api/documents.js';
import type { WalkStep } from '../view-state/view-state.js';
import { CERTAINTY, STATUS } from '../words/words.js';
import type { DrawnEdge, DrawnNode, Drawing } from './drawing.js';
import { idsOf, joinedEntity, type AskedEntities, type JoinedEntity } from './joined.js';

/** What the answer to one step holds. */
export interface Brought {
  readonly step: WalkStep;
  /** Null where there is no such entity in this view. */
  readonly entity: EntityDrawnFragment | null;
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

/**
 * Claims with a value, or about one entity alone, are no edges; entities that are judged one are one.
 * @param asked as for `joinedEntity`.
 */
export function edgeOf(claim: ClaimWeighedFragment, asked: readonly AskedEntities[] = []): DrawnEdge[] {
  if (!claim.object) return [];
  const [from, to] = [claim.subject, claim.object].map(end => joinedEntity(end, asked).entity.id);
  if (from === undefined || to === undefined || from === to) return [];
  return [
    {
      claim,
      from,
      to,
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
  const asked = brought.map(({ step, entity }): AskedEntities => {
    const { entity: id } = step;
    return { id, canonical: entity?.canonical.id ?? id };
  });
  const edges = claims.flatMap(claim => edgeOf(claim, asked));
  const entities = entitiesOf(
    brought.flatMap(({ entity }) => entity ?? []),
    edges,
    asked,
  );
  const focus = brought[0]?.entity ? asked[0]?.id : undefined;
  const depths = depthsFrom(focus, edges);
  const totals = new Map(
    brought.flatMap(({ step, entity, total }) =>
      entity && step.predicates === null ? idsOf(entity).map(id => [id, total] as const) : [],
    ),
  );
  const farthest = Math.max(0, ...depths.values());
  const nodes = entities.map((joined): DrawnNode => ({
    ...joined,
    expanded: asked.some(({ id }) => joined.ids.includes(id)),
    isFocus: joined.entity.id === focus,
    claims: totals.get(joined.entity.id) ?? null,
    // Named with the focus in one claim, and yet in no claim with it: beyond all that is.
    depth: depths.get(joined.entity.id) ?? farthest + 1,
  }));
  const lineless = claims.filter(claim => edgeOf(claim, asked).length === 0);
  return { nodes, edges, lineless: lineless.map(claim => ({ claim, isWeakest: false, fall: null })) };
}

/** All entities drawn, each once, those given before the ends of edges. */
export function entitiesOf(
  given: readonly EntityDrawnFragment[],
  edges: readonly DrawnEdge[],
  asked: readonly AskedEntities[],
): readonly JoinedEntity[] {
  const ends = edges.flatMap(({ claim: { subject, object } }) => [subject, ...(object ? [object] : [])]);
  const joined = new Map<string, JoinedEntity>();
  for (const one of [...given, ...ends]) {
    const node = joinedEntity(one, asked);
    const known = joined.get(node.entity.id);
    // Another id of the same: whoever follows a link to it is led here too.
    const ids = known && [...new Set([...known.ids, ...node.ids])];
    joined.set(node.entity.id, ids ? { ...known, ids } : node);
  }
  return [...joined.values()];
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
