// A scene as the graph that sigma draws: every shape and line in the colours of now.
import { MultiDirectedGraph } from 'graphology';
import { faint, type Colours } from '../colours.js';
import type { Scene, SceneEdge, SceneNode } from '../scene.js';
import type { EdgeAttributes, NodeAttributes } from './attributes.js';
import { colourNames } from '../colour-names.js';

export type SigmaGraph = MultiDirectedGraph<NodeAttributes, EdgeAttributes>;

export function graphOf({ nodes, edges }: Scene, colours: Colours): SigmaGraph {
  const graph: SigmaGraph = new MultiDirectedGraph();
  for (const node of nodes) graph.addNode(node.id, nodeAttributes(node, colours));
  const strength = strengthOf(edges.length);
  for (const edge of edges)
    graph.addDirectedEdgeWithKey(edge.id, edge.from, edge.to, edgeAttributes(edge, colours, strength));
  return graph;
}

/** Where lines lie in heaps, each is paler, so that one sees how many there are. */
const strengthOf = (edges: number): number => Math.max(0.25, Math.min(1, 25 / Math.sqrt(edges)));

function nodeAttributes(node: SceneNode, colours: Colours): NodeAttributes {
  const { x, y, size, shape, isFocus, isProvisional } = node;
  const { inside, rim } = colourNames(shape, isFocus, isProvisional);
  // Sigma counts upwards, the drawing downwards.
  return {
    x,
    y: -y,
    size,
    shape,
    isDashed: isProvisional || shape === 'ring',
    color: colours[inside] ?? '',
    rim: colours[rim] ?? '',
  };
}

function edgeAttributes(edge: SceneEdge, colours: Colours, strength: number): EdgeAttributes {
  const color = colours[edge.colour] ?? '';
  return {
    size: edge.width,
    line: edge.line,
    beside: edge.beside,
    hasArrow: edge.hasArrow,
    color: edge.isFaint ? faint(color) : edge.mark === null ? faint(color, strength) : color,
    zIndex: edge.mark === null ? 0 : 1,
  };
}
