// The line of an edge as SVG, in the style of its status: double, dashed, dotted, crossed by strokes; with a head at the object.
import { along, type EdgeLine } from '../edge-line.js';
import type { SceneEdge } from '../scene.js';
import { number, tag } from './svg-tag.js';

const HEAD = 10;
const DASHES: Readonly<Partial<Record<SceneEdge['line'], string>>> = { dashed: '6 3.5', dotted: '0.1 5' };
/** Between two strokes that cross a line. */
const STROKES = 22;

export type Styled = Pick<SceneEdge, 'line' | 'width' | 'hasArrow' | 'isFaint'>;

export function svgLine(
  line: EdgeLine,
  { line: style, width, hasArrow, isFaint }: Styled,
  colour: string,
): string {
  const direction: Direction = [
    (line.to[0] - line.from[0]) / line.length,
    (line.to[1] - line.from[1]) / line.length,
  ];
  const end = hasArrow ? along(line, Math.max(0, 1 - (HEAD * 0.7) / line.length)) : line.to;
  const run = (beside: number): string =>
    `M${point(line.from, direction, beside)}L${point(end, direction, beside)}`;
  const gap = width * 1.3;
  const path = style === 'double' ? run(gap) + run(-gap) : run(0);
  const parts = [
    tag('path', {
      d: path,
      'stroke-width': style === 'double' ? width * 0.85 : style === 'dotted' ? Math.max(width, 2.2) : width,
      'stroke-dasharray': DASHES[style],
      'stroke-linecap': style === 'dotted' ? 'round' : undefined,
    }),
    ...(style === 'crossed' ? [tag('path', { d: strokes(line, direction), 'stroke-width': 1.4 })] : []),
    ...(hasArrow ? [tag('path', { d: head(line, direction), fill: colour, stroke: 'none' })] : []),
  ];
  return tag('g', { stroke: colour, fill: 'none', opacity: isFaint ? 0.4 : undefined }, parts.join(''));
}

type Direction = readonly [number, number];

const point = ([x, y]: readonly [number, number], [ux, uy]: Direction, beside: number): string =>
  `${number(x - uy * beside)} ${number(y + ux * beside)}`;

function strokes(line: EdgeLine, [ux, uy]: Direction): string {
  const count = Math.max(1, Math.floor(line.length / STROKES));
  return Array.from({ length: count }, (_, at) => {
    const [x, y] = along(line, 0.5 + ((at - (count - 1) / 2) * STROKES) / line.length);
    const [dx, dy] = [ux * 2.5 - uy * 4.5, uy * 2.5 + ux * 4.5];
    return `M${number(x - dx)} ${number(y - dy)}L${number(x + dx)} ${number(y + dy)}`;
  }).join('');
}

function head({ to }: EdgeLine, direction: Direction): string {
  const back: readonly [number, number] = [to[0] - direction[0] * HEAD, to[1] - direction[1] * HEAD];
  return `M${number(to[0])} ${number(to[1])}L${point(back, direction, 4.7)}L${point(back, direction, -4.7)}Z`;
}
