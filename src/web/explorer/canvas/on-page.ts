// A scene as it lies on the page for a camera: in pixels from the corner of the graph. Words are written there, and pointers look there.
import type { Camera } from '../view-state/view-state.js';
import { nodeScale, scaleOf, toPage, type CanvasSize } from './camera.js';
import { distanceTo, edgeLine, type EdgeLine } from './edge-line.js';
import type { Point } from './layout/positions.js';
import type { Scene, SceneEdge, SceneNode } from './scene.js';

export interface PageNode {
  readonly node: SceneNode;
  readonly at: Point;
  /** Radius as drawn. */
  readonly size: number;
}

export interface PageEdge {
  readonly edge: SceneEdge;
  readonly from: PageNode;
  readonly to: PageNode;
}

export interface PageScene {
  readonly nodes: ReadonlyMap<string, PageNode>;
  readonly edges: readonly PageEdge[];
  /** Pixels for one of the drawing. */
  readonly scale: number;
}

export function onPage({ nodes, edges }: Scene, camera: Camera, size: CanvasSize): PageScene {
  const place = toPage(camera, size);
  const scale = scaleOf(camera, size);
  const shrunk = nodeScale(scale);
  const placed = new Map(
    nodes.map(node => [node.id, { node, at: place([node.x, node.y]), size: node.size * shrunk }]),
  );
  return {
    nodes: placed,
    edges: edges.flatMap(edge => {
      const [from, to] = [placed.get(edge.from), placed.get(edge.to)];
      return from && to ? [{ edge, from, to }] : [];
    }),
    scale,
  };
}

/** Null where nothing of it is left between its nodes. */
export const lineOf = ({ edge, from, to }: PageEdge): EdgeLine | null =>
  edgeLine(endOf(from), endOf(to), edge.beside);

const endOf = ({ node, at, size }: PageNode) => ({ at, shape: node.shape, size });

const NEAR_NODE = 4;
const NEAR_EDGE = 6;

/** The node under a pointer. */
export function nodeUnder({ nodes }: PageScene, [x, y]: Point): string | null {
  let [found, nearest]: [string | null, number] = [null, Infinity];
  for (const { node, at, size } of nodes.values()) {
    const distance = Math.hypot(x - at[0], y - at[1]);
    if (distance <= size + NEAR_NODE && distance < nearest) [found, nearest] = [node.id, distance];
  }
  return found;
}

/** The edge under a pointer, or beside it. */
export function edgeUnder({ edges }: PageScene, at: Point): string | null {
  let [found, nearest]: [string | null, number] = [null, NEAR_EDGE];
  for (const edge of edges) {
    if (!isAround(edge, at)) continue;
    const line = lineOf(edge);
    const distance = line ? distanceTo(line, at) : Infinity;
    if (distance < nearest) [found, nearest] = [edge.edge.id, distance];
  }
  return found;
}

/** A cheap look before the dear one. */
function isAround({ from, to, edge }: PageEdge, [x, y]: Point): boolean {
  const room = NEAR_EDGE + Math.abs(edge.beside);
  return (
    x > Math.min(from.at[0], to.at[0]) - room &&
    x < Math.max(from.at[0], to.at[0]) + room &&
    y > Math.min(from.at[1], to.at[1]) - room &&
    y < Math.max(from.at[1], to.at[1]) + room
  );
}
