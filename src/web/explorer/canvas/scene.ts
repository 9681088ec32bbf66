// What is drawn of a drawing: each node and edge with its shape, line, words and place. The graph on the screen and the SVG both show it.
import { SHAPE, type MarkShape } from '../look/kind-mark.js';
import { STATUS_STYLE } from '../look/status-mark.js';
import { counted } from '../words/words.js';
import type { DrawnEdge, DrawnNode, Drawing, Fall } from '../walk/drawing.js';
import { labelLines } from './layout/label-lines.js';
import { neighboursIn, type Neighbours } from './layout/neighbours.js';
import type { Positions } from './layout/positions.js';

export type Line = 'solid' | 'double' | 'dashed' | 'dotted' | 'crossed';

export interface SceneNode {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly shape: MarkShape;
  /** Radius in pixels. */
  readonly size: number;
  readonly lines: readonly string[];
  /** A quiet line after the label. */
  readonly more: string | null;
  readonly isFocus: boolean;
  /** Its outline is dashed: it is known only by reference. */
  readonly isProvisional: boolean;
  /** The label stands above the node: its lines go downwards. */
  readonly above: boolean;
}

export interface SceneEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly line: Line;
  /** Custom property of the colour. */
  readonly colour: string;
  /** In pixels. */
  readonly width: number;
  readonly hasArrow: boolean;
  /** How far it lies beside the straight line between its ends, in pixels. */
  readonly beside: number;
  readonly words: string;
  /** What is to be seen at it before all else, such as that it is the weakest of its path. */
  readonly mark: string | null;
  readonly isFaint: boolean;
}

export interface Scene {
  readonly nodes: readonly SceneNode[];
  readonly edges: readonly SceneEdge[];
}

/** Nodes without a position, and edges to them, are left out. */
export function sceneOf({ nodes, edges }: Drawing, positions: Positions): Scene {
  const standing = edges.filter(({ from, to }) => positions.has(from) && positions.has(to));
  const neighbours = neighboursIn(standing);
  const beside = besideOf(standing);
  return {
    nodes: nodes.flatMap(node => sceneNode(node, positions, neighbours)),
    edges: standing.map(edge => sceneEdge(edge, beside.get(edge.claim.id) ?? 0)),
  };
}

const FOCUS = 19;
const EXPANDED = 15;
const OTHER = 11;

function sceneNode(node: DrawnNode, positions: Positions, neighbours: Neighbours): SceneNode[] {
  const { entity, isFocus, isProvisional, expanded } = node;
  const point = positions.get(entity.id);
  if (!point) return [];
  const [x, y] = point;
  return [
    {
      id: entity.id,
      x,
      y,
      shape: SHAPE[entity.kind],
      size: isFocus ? FOCUS : expanded ? EXPANDED : OTHER,
      lines: labelLines(entity.label),
      more: moreWords(node, shownAt(entity.id, neighbours)),
      isFocus,
      isProvisional,
      above: !isFocus && meanY(entity.id, positions, neighbours, y) > y + 12,
    },
  ];
}

/** How many claims of a node are drawn. */
export const shownAt = (id: string, neighbours: Neighbours): number =>
  [...(neighbours.get(id)?.values() ?? [])].reduce((sum, edges) => sum + edges.length, 0);

function moreWords({ isFocus, claims }: DrawnNode, shown: number): string | null {
  if (claims === null) return null;
  if (isFocus) return counted(claims, 'claim');
  return claims > shown ? `+${(claims - shown).toLocaleString('en')} more` : null;
}

function meanY(id: string, positions: Positions, neighbours: Neighbours, otherwise: number): number {
  const ys = [...(neighbours.get(id)?.keys() ?? [])].flatMap(next => positions.get(next)?.[1] ?? []);
  return ys.length === 0 ? otherwise : ys.reduce((sum, y) => sum + y, 0) / ys.length;
}

const FALL_WORDS: Readonly<Record<Fall, string>> = {
  'loses all support': 'falls',
  'drops to one chain': 'one chain left',
  'changes status': 'changes status',
};

function sceneEdge({ claim, from, to, words, isWeakest, fall }: DrawnEdge, beside: number): SceneEdge {
  const { line, colour } = STATUS_STYLE[claim.status];
  return {
    id: claim.id,
    from,
    to,
    line,
    colour: fall === null ? colour : '--disputed',
    width: isWeakest ? 3.5 : 1.6,
    hasArrow: !claim.predicate.symmetric,
    beside,
    words,
    mark: [isWeakest ? 'weakest' : null, fall && FALL_WORDS[fall]].filter(Boolean).join(', ') || null,
    isFaint: fall !== null,
  };
}

const BESIDE = 9;
/** The outermost of many stay within reach of their nodes. */
const WIDEST = 40;

/** Edges between the same two nodes lie side by side, in their order. */
export function besideOf(edges: readonly DrawnEdge[]): ReadonlyMap<string, number> {
  const between = new Map<string, DrawnEdge[]>();
  for (const edge of edges) {
    const pair = edge.from < edge.to ? `${edge.from}\n${edge.to}` : `${edge.to}\n${edge.from}`;
    const same = between.get(pair);
    if (same) same.push(edge);
    else between.set(pair, [edge]);
  }
  const beside = new Map<string, number>();
  for (const same of between.values()) {
    const step = Math.min(BESIDE, WIDEST / same.length);
    same.forEach(({ claim, from, to }, at) => {
      const offset = (at - (same.length - 1) / 2) * step;
      // "Beside" is seen along the edge: the other way round it is the other side.
      beside.set(claim.id, from < to ? offset : -offset || 0);
    });
  }
  return beside;
}
