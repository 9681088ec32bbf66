// The words of a scene: labels beside their nodes, predicates at the middle of their lines, each only where there is room.
import { along, type EdgeLine } from './edge-line.js';
import { TakenRoom, type Box } from './layout/boxes.js';
import { LINE_HEIGHT } from './layout/label-lines.js';
import { lineOf, type PageEdge, type PageNode, type PageScene } from './on-page.js';
import type { SceneEdge } from './scene.js';

/** How words are measured and put: on a canvas, or into an SVG. */
export interface Pen {
  width(text: string, style: WordStyle): number;
  /** In the middle of x, y. */
  write(text: string, x: number, y: number, style: WordStyle): void;
}

export interface WordStyle {
  readonly size: number;
  readonly weight: 400 | 600;
  /** Custom property. */
  readonly colour: string;
}

const LABEL: WordStyle = { size: 12.5, weight: 400, colour: '--ink' };
const FOCUS_LABEL: WordStyle = { size: 13.5, weight: 600, colour: '--ink' };
const MORE: WordStyle = { size: 11.5, weight: 400, colour: '--muted' };
const EDGE_WORDS = { size: 11.5, weight: 400 } as const;
const MARKED_WORDS = { size: 12, weight: 600 } as const;

/** Words of edges are written from this scale on: farther away they would be but a blur. */
const EDGE_WORDS_FROM = 0.42;
/** Hardly longer than an arrow head: words would hide the line. */
const SHORTEST = 34;
/** Where along a line its words are tried: the middle first. */
const PARTS = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74];

/**
 * Writes what has room. Labels of larger nodes go first, and before all others what is marked: that is written in any case.
 * @param inSight nothing outside of it is written.
 */
export function writeWords(page: PageScene, inSight: Box, marked: ReadonlySet<string>, pen: Pen): void {
  const taken = new TakenRoom();
  const nodes = [...page.nodes.values()].filter(({ at: [x, y] }) => isIn(inSight, x, y));
  for (const { at, size } of nodes) taken.take(around(at[0], at[1], size, size));
  const isFirst = ({ node }: PageNode): boolean => node.isFocus || marked.has(node.id);
  nodes.sort((a, b) => Number(isFirst(b)) - Number(isFirst(a)) || b.size - a.size);
  for (const node of nodes) writeLabel(node, isFirst(node), taken, pen);
  const isAlways = ({ edge }: PageEdge): boolean => marked.has(edge.id);
  const isNear = page.scale >= EDGE_WORDS_FROM;
  const edges = page.edges.filter(
    edge => isAlways(edge) || ((isNear || edge.edge.mark !== null) && touches(inSight, edge)),
  );
  const rank = (edge: PageEdge): number => (isAlways(edge) ? 2 : edge.edge.mark === null ? 0 : 1);
  edges.sort((a, b) => rank(b) - rank(a));
  for (const edge of edges) {
    const line = lineOf(edge);
    if (line) writeAlong(edge.edge, line, isAlways(edge), taken, pen);
  }
}

const isIn = ({ left, top, right, bottom }: Box, x: number, y: number): boolean =>
  x > left && x < right && y > top && y < bottom;

const touches = (inSight: Box, { from: { at: a }, to: { at: b } }: PageEdge): boolean =>
  isIn(inSight, (a[0] + b[0]) / 2, (a[1] + b[1]) / 2);

const around = (x: number, y: number, half: number, halfHeight: number): Box => ({
  left: x - half,
  right: x + half,
  top: y - halfHeight,
  bottom: y + halfHeight,
});

function writeLabel({ node, at: [x, y], size }: PageNode, always: boolean, taken: TakenRoom, pen: Pen): void {
  const style = node.isFocus ? FOCUS_LABEL : LABEL;
  const lines = [
    ...node.lines.map(text => ({ text, style })),
    ...(node.more === null ? [] : [{ text: node.more, style: MORE }]),
  ];
  const half = Math.max(0, ...lines.map(line => pen.width(line.text, line.style))) / 2 + 2;
  const height = lines.length * LINE_HEIGHT;
  // Below the focus, the heads of lines that come from there are still seen.
  const rim = size * (node.shape === 'diamond' ? 1.25 : 1) + (node.isFocus ? 13 : 5);
  const tops = [y - rim - height, y + rim];
  if (!node.above) tops.reverse();
  const boxes = tops.map((top): Box => ({ left: x - half, right: x + half, top, bottom: top + height }));
  const box = boxes.find(free => taken.isFree(free)) ?? (always ? boxes[0] : undefined);
  if (!box) return;
  taken.take(box);
  lines.forEach((line, row) => pen.write(line.text, x, box.top + (row + 0.5) * LINE_HEIGHT, line.style));
}

function writeAlong(edge: SceneEdge, line: EdgeLine, always: boolean, taken: TakenRoom, pen: Pen): void {
  if (!always && edge.mark === null && line.length < SHORTEST) return;
  const words = { text: edge.words, style: { ...EDGE_WORDS, colour: colourOf(edge, '--muted') } };
  const mark = { text: edge.mark ?? '', style: { ...MARKED_WORDS, colour: colourOf(edge, '--ink') } };
  // Where there is no room for all of its words, those of its mark alone may have some.
  const choices = edge.mark === null ? [[words]] : [[words, mark], [mark]];
  const tries = choices.flatMap(lines => {
    const half = Math.max(...lines.map(({ text, style }) => pen.width(text, style))) / 2 + 3;
    return PARTS.map(part => ({ lines, box: around(...along(line, part), half, lines.length * 7) }));
  });
  const found = tries.find(({ box }) => taken.isFree(box)) ?? (always ? tries[0] : undefined);
  if (!found) return;
  taken.take(found.box);
  const x = (found.box.left + found.box.right) / 2;
  found.lines.forEach(({ text, style }, row) => pen.write(text, x, found.box.top + 7 + row * 14, style));
}

/** What is plainly supported stays quiet: its line says so. */
const colourOf = ({ colour }: SceneEdge, quiet: string): string =>
  colour === '--supported' || colour === '--unsupported' ? quiet : colour;
