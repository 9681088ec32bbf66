// All ways between two entities as one drawing; where they share a step it is drawn once.
import type { WaysQuery } from '../api/documents.js';
import type { DrawnEdge, Drawing } from '../walk/drawing.js';
import { depthsFrom, edgeOf, entitiesOf } from '../walk/gather.js';
import type { AskedEntities } from '../walk/joined.js';

export type PathWay = WaysQuery['paths']['paths'][number];

/** The weakest step of any way is marked. */
export function drawWays(ways: readonly PathWay[], from: string, to: string): Drawing {
  const weakest = new Set(ways.map(way => way.weakest.claim.id));
  const asked = endsOf(ways, from, to);
  const edges = new Map<string, DrawnEdge>();
  for (const { claim } of ways.flatMap(way => way.hops))
    for (const edge of edgeOf(claim, asked))
      edges.set(claim.id, { ...edge, isWeakest: weakest.has(claim.id) });
  const drawn = [...edges.values()];
  const depths = depthsFrom(from, drawn);
  const nodes = entitiesOf([], drawn, asked).map(joined => ({
    ...joined,
    expanded: false,
    isFocus: joined.entity.id === from || joined.entity.id === to,
    claims: null,
    depth: depths.get(joined.entity.id) ?? 0,
  }));
  // Each step of a way leads from one entity to another.
  return { nodes, edges: drawn, lineless: [] };
}

/** All ways lead from the one to the other, under whichever id they go by. */
function endsOf([way]: readonly PathWay[], from: string, to: string): readonly AskedEntities[] {
  return [
    { id: from, canonical: way?.hops[0]?.from.canonical.id ?? from },
    { id: to, canonical: way?.hops.at(-1)?.to.canonical.id ?? to },
  ];
}

/** `Choe Ryong Hae → Russia → Vladimir Putin`. */
export const wayWords = ({ hops }: PathWay): string =>
  [hops[0]?.from, ...hops.map(hop => hop.to)].map(entity => entity?.canonical.label ?? '').join(' → ');
