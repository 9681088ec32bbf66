// Where the nodes of a drawing stand. The same drawing stands the same way on every machine; what stood there before stays.
import type { Drawing } from '../../walk/drawing.js';
import { nodeBox, TakenRoom } from './boxes.js';
import { placeNear } from './fan.js';
import { neighboursIn, type Neighbours } from './neighbours.js';
import { withMoved, type Point, type Positions } from './positions.js';
import { ringAround } from './ring.js';
import { layOutWays } from './ways.js';

const NOTHING: Positions = new Map();

/**
 * @param kept where nodes stood in the drawing before.
 * @param moved where some were put by hand: what hangs on them goes along, they themselves are not in the answer.
 */
export function layOut(
  drawing: Drawing,
  kept: Positions = NOTHING,
  moved: Readonly<Record<string, Point>> = {},
): Positions {
  const foci = drawing.nodes.filter(({ isFocus }) => isFocus).map(({ entity }) => entity.id);
  const [from, to] = foci;
  if (from !== undefined && to !== undefined) return layOutWays(drawing, from, to);
  const focus = from ?? drawing.nodes[0]?.entity.id;
  return focus === undefined ? NOTHING : layOutWalk(drawing, focus, kept, moved);
}

function layOutWalk(
  drawing: Drawing,
  focus: string,
  kept: Positions,
  moved: Readonly<Record<string, Point>>,
): Positions {
  const neighbours = neighboursIn(drawing.edges);
  const labels = new Map(drawing.nodes.map(({ entity }) => [entity.id, entity.label]));
  const positions = new Map([...kept].filter(([id]) => labels.has(id)));
  if (!positions.has(focus)) positions.set(focus, [0, 0]);
  if (positions.size === 1) placeRing(positions, focus, neighbours, labels);
  const taken = takenBy(withMoved(positions, moved), labels);
  const waiting = new Set(labels.keys());
  const near = (parent: string, child: string): void => {
    const from = moved[parent] ?? positions.get(parent) ?? [0, 0];
    positions.set(child, placeNear(from, labels.get(child) ?? '', taken));
  };
  for (let parent = nextIn(waiting, positions); parent !== null; parent = nextIn(waiting, positions)) {
    waiting.delete(parent);
    for (const child of childrenOf(parent, neighbours, labels))
      if (!positions.has(child)) near(parent, child);
  }
  for (const alone of waiting) near(focus, alone);
  return positions;
}

/** The first node that stands and whose neighbours were not placed yet: the order in which a walk brought them. */
function nextIn(waiting: ReadonlySet<string>, positions: Positions): string | null {
  for (const id of waiting) if (positions.has(id)) return id;
  return null;
}

function placeRing(
  positions: Map<string, Point>,
  focus: string,
  neighbours: Neighbours,
  labels: ReadonlyMap<string, string>,
): void {
  const children = childrenOf(focus, neighbours, labels);
  const points = ringAround(children.map(id => labels.get(id) ?? ''));
  children.forEach((id, at) => positions.set(id, points[at] ?? [0, 0]));
}

/** By predicate, so that lines that say the same lie together. */
function childrenOf(
  parent: string,
  neighbours: Neighbours,
  labels: ReadonlyMap<string, string>,
): readonly string[] {
  const key = (id: string): string => {
    const edge = neighbours.get(parent)?.get(id)?.[0];
    return [edge?.claim.predicate.label, edge?.from === parent ? '0' : '1', labels.get(id), id].join('\n');
  };
  return [...(neighbours.get(parent)?.keys() ?? [])]
    .filter(id => labels.has(id) && id !== parent)
    .map(id => ({ id, key: key(id) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ id }) => id);
}

function takenBy(positions: Positions, labels: ReadonlyMap<string, string>): TakenRoom {
  const taken = new TakenRoom();
  for (const [id, point] of positions) taken.take(nodeBox(point, labels.get(id) ?? ''));
  return taken;
}
