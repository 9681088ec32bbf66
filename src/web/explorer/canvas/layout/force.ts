// Large drawings: forces pull together what claims join and push apart the rest. Seeded, with a fixed number of rounds: the same every time.
import { MultiGraph } from 'graphology';
import forceAtlas2, { type ForceAtlas2Settings } from 'graphology-layout-forceatlas2';

export interface Forces {
  /** How many nodes; the first is the focus. */
  readonly count: number;
  /** Two numbers of nodes after another for each edge. */
  readonly ends: Uint32Array;
}

const ROUNDS = 100;
/** The mean room of a node in each direction, in pixels at full size. */
const SPACING = 64;
/** Its types have a default export where the module itself is the function: not all compilers read them alike. */
const forces = forceAtlas2 as unknown as (
  graph: MultiGraph<{ x: number; y: number }>,
  how: { readonly iterations: number; readonly settings: ForceAtlas2Settings },
) => Readonly<Record<string, { readonly x: number; readonly y: number }>>;

const GOLDEN_ANGLE = 2.399963229728653;

/** x and y of each node after another, the focus at 0, 0. */
export function layOutByForces({ count, ends }: Forces, rounds = ROUNDS): Float32Array {
  const graph = new MultiGraph<{ x: number; y: number }>();
  seeds(count).forEach(([x, y], node) => graph.addNode(node, { x, y }));
  for (let at = 0; at < ends.length; at += 2) graph.addEdge(ends[at], ends[at + 1]);
  const placed = forces(graph, {
    iterations: rounds,
    settings: {
      barnesHutOptimize: count > 600,
      strongGravityMode: true,
      gravity: 0.05,
      scalingRatio: 10,
      slowDown: 1 + Math.log(count + 1),
    },
  });
  return spread(Array.from({ length: count }, (_, node) => placed[node] ?? { x: 0, y: 0 }));
}

/** As seeds stand in a sunflower: evenly, without chance. */
export const seeds = (count: number): readonly (readonly [number, number])[] =>
  Array.from({ length: count }, (_, at) => {
    const radius = SPACING * 0.56 * Math.sqrt(at);
    return [radius * Math.cos(at * GOLDEN_ANGLE), radius * Math.sin(at * GOLDEN_ANGLE)];
  });

/** To the size that so many nodes need, whatever the forces made of it. */
function spread(points: readonly { readonly x: number; readonly y: number }[]): Float32Array {
  const [focus = { x: 0, y: 0 }] = points;
  const squares = points.reduce((sum, { x, y }) => sum + (x - focus.x) ** 2 + (y - focus.y) ** 2, 0);
  const mean = Math.sqrt(squares / points.length) || 1;
  const scale = (SPACING * 0.56 * Math.sqrt(points.length)) / mean;
  return Float32Array.from(
    points
      .flatMap(({ x, y }) => [(x - focus.x) * scale, (y - focus.y) * scale])
      .map(value => Math.round(value * 10) / 10),
  );
}
