// A scene as an SVG of its own: shapes, lines in their styles, words, and a line of legend. All text is escaped.
import { reach } from '../edge-line.js';
import { lineWidth } from '../layout/label-lines.js';
import { lineOf, type PageEdge, type PageNode, type PageScene } from '../on-page.js';
import type { Scene } from '../scene.js';
import { colourNames } from '../colour-names.js';
import { writeWords, type Pen } from '../write-words.js';
import { svgLegend } from './svg-legend.js';
import { svgLine } from './svg-line.js';
import { escaped, number, tag } from './svg-tag.js';

/** By custom property. */
export type Paint = Readonly<Record<string, string>>;

const MARGIN = { across: 110, down: 70 };
const LEGEND = 40;

/** @param lineless how many claims no line stands for, in words; null where there are none. */
export function svgPicture(scene: Scene, paint: Paint, lineless: string | null = null): string {
  const { page, width, height } = laidOnPaper(scene);
  const inSight = { left: 0, top: 0, right: width, bottom: height };
  const words: string[] = [];
  writeWords(page, inSight, new Set(scene.nodes.map(({ id }) => id)), penInto(words, paint));
  const content = [
    tag('rect', { width, height: height + LEGEND, fill: paint['--paper'] }),
    ...page.edges.map(edge => svgEdge(edge, paint)),
    ...[...page.nodes.values()].map(node => svgNode(node, paint)),
    ...words,
    svgLegend(scene, paint, height + LEGEND / 2, lineless),
  ];
  const size = { width, height: height + LEGEND, viewBox: `0 0 ${width} ${height + LEGEND}` };
  const font = { 'font-family': "'Inter Variable', Inter, system-ui, sans-serif" };
  return `${tag('svg', { xmlns: 'http://www.w3.org/2000/svg', ...size, ...font }, `\n${content.filter(Boolean).join('\n')}\n`)}\n`;
}

function laidOnPaper({ nodes, edges }: Scene): { page: PageScene; width: number; height: number } {
  const left = Math.min(0, ...nodes.map(({ x }) => x)) - MARGIN.across;
  const top = Math.min(0, ...nodes.map(({ y }) => y)) - MARGIN.down;
  const right = Math.max(0, ...nodes.map(({ x }) => x)) + MARGIN.across;
  const bottom = Math.max(0, ...nodes.map(({ y }) => y)) + MARGIN.down;
  const placed = new Map(
    nodes.map((node): [string, PageNode] => [
      node.id,
      { node, at: [node.x - left, node.y - top], size: node.size },
    ]),
  );
  const joined = edges.flatMap((edge): PageEdge[] => {
    const [from, to] = [placed.get(edge.from), placed.get(edge.to)];
    return from && to ? [{ edge, from, to }] : [];
  });
  return {
    page: { nodes: placed, edges: joined, scale: 1 },
    width: Math.ceil(right - left),
    height: Math.ceil(bottom - top),
  };
}

const penInto = (words: string[], paint: Paint): Pen => ({
  width: (text, { size }) => (lineWidth(text) * size) / 12.5,
  write: (text, x, y, { size, weight, colour }) => {
    const style = {
      x,
      y,
      'font-size': size,
      'font-weight': weight,
      'text-anchor': 'middle',
      'dominant-baseline': 'central',
      fill: paint[colour],
      stroke: paint['--paper'],
      'stroke-width': 6,
      'stroke-linejoin': 'round',
      'paint-order': 'stroke',
    };
    words.push(tag('text', style, escaped(text)));
  },
});

function svgEdge(edge: PageEdge, paint: Paint): string {
  const line = lineOf(edge);
  return line ? svgLine(line, edge.edge, paint[edge.edge.colour] ?? '') : '';
}

function svgNode({ node, at: [x, y], size }: PageNode, paint: Paint): string {
  const { inside, rim } = colourNames(node.shape, node.isFocus, node.isProvisional);
  const dashes = node.isProvisional || node.shape === 'ring' ? '4 2.5' : undefined;
  const look = { fill: paint[inside], stroke: paint[rim], 'stroke-width': 1.6, 'stroke-dasharray': dashes };
  switch (node.shape) {
    case 'circle':
    case 'ring':
      return tag('circle', { cx: x, cy: y, r: size, ...look });
    case 'square': {
      const half = reach({ at: [x, y], shape: 'square', size }, [1, 0]);
      return tag('rect', {
        x: x - half,
        y: y - half,
        width: half * 2,
        height: half * 2,
        rx: size * 0.25,
        ...look,
      });
    }
    case 'diamond': {
      const half = reach({ at: [x, y], shape: 'diamond', size }, [1, 0]);
      const corners = [
        [x, y - half],
        [x + half, y],
        [x, y + half],
        [x - half, y],
      ];
      return tag('polygon', {
        points: corners.map(corner => corner.map(number).join(',')).join(' '),
        ...look,
      });
    }
  }
}
