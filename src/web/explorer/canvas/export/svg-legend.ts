// One line below an exported drawing: what its lines and shapes mean.
import type { MarkShape } from '../../look/kind-mark.js';
import { STATUS_STYLE } from '../../look/status-mark.js';
import { PROVISIONAL, STATUS, STATUSES } from '../../words/words.js';
import { lineWidth } from '../layout/label-lines.js';
import type { Line, Scene } from '../scene.js';
import { svgLine } from './svg-line.js';
import { escaped, tag } from './svg-tag.js';

const SHAPES: Readonly<Record<MarkShape, string>> = {
  circle: '● person',
  square: '▢ state or organisation',
  diamond: '◇ role',
  ring: '◌ place, event or topic',
};

/** Only what is in the scene, and how many claims are not. */
export function svgLegend(
  { nodes, edges }: Scene,
  paint: Readonly<Record<string, string>>,
  y: number,
  lineless: string | null,
): string {
  const written: string[] = [];
  let x = 16;
  const word = (text: string): void => {
    written.push(
      tag(
        'text',
        { x, y, 'font-size': 11, fill: paint['--muted'], 'dominant-baseline': 'central' },
        escaped(text),
      ),
    );
    x += lineWidth(text) * 0.92 + 18;
  };
  for (const { line, colour, words } of linesIn(edges)) {
    const at = { from: [x, y] as const, to: [x + 26, y] as const, length: 26 };
    written.push(svgLine(at, { line, width: 1.6, hasArrow: false, isFaint: false }, paint[colour] ?? ''));
    x += 32;
    word(words);
  }
  for (const [shape, words] of Object.entries(SHAPES))
    if (nodes.some(node => node.shape === shape)) word(words);
  if (nodes.some(({ isProvisional }) => isProvisional)) word(`dashed outline: ${PROVISIONAL}`);
  if (lineless !== null) word(`not drawn: ${lineless}`);
  return tag('g', {}, written.join(''));
}

/** Statuses that look the same stand as one. */
function linesIn(edges: Scene['edges']): readonly { line: Line; colour: string; words: string }[] {
  const looks = new Map<string, { line: Line; colour: string; words: string }>();
  for (const status of STATUSES) {
    const { line, colour } = STATUS_STYLE[status];
    if (!edges.some(edge => edge.line === line && edge.colour === colour)) continue;
    const key = `${line} ${colour}`;
    const same = looks.get(key);
    const word = STATUS[status].toLowerCase();
    looks.set(key, { line, colour, words: same ? `${same.words}, ${word}` : word });
  }
  return [...looks.values()];
}
