// Neighbours around the focus: on one ellipse, or on several inside one another, closer together where they stand one above the other
// than where their labels stand side by side.
import { nodeBox, overlap, type Box } from './boxes.js';
import { labelLines, LINE_HEIGHT, lineWidth } from './label-lines.js';
import { rounded, type Point } from './positions.js';

/** The innermost ellipse of several, and how far the next one is. Wider than high, as windows are. */
const INNERMOST = 195;
const NEXT = 150;
const WIDENESS = 1.34;
const SMALLEST = 150;
const STEPS = 720;

interface Ellipse {
  readonly rx: number;
  readonly ry: number;
}

const ellipse = (ry: number): Ellipse => ({ rx: ry * WIDENESS, ry });

/** Where nodes with these labels stand, in their order, clockwise from the top. */
export function ringAround(labels: readonly string[]): readonly Point[] {
  const size = boxSize(labels);
  const ellipses = enoughFor(labels.length, size);
  const rooms = ellipses.map(one => roomOn(one, size));
  const counts = shares(labels.length, rooms);
  const points = ellipses.flatMap((one, at) => {
    const count = counts[at] ?? 0;
    // Nobody stands straight below the focus, where its own label is.
    return along(one, count, size, count % 2 === 0);
  });
  points.sort((a, b) => clockwise(a) - clockwise(b));
  return setApart(points, labels).map(rounded);
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function boxSize(labels: readonly string[]): Size {
  const lines = labels.map(labelLines);
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
  return {
    width: mean(lines.map(own => Math.max(26, ...own.map(lineWidth)))) + 22,
    height: mean(lines.map(own => own.length)) * LINE_HEIGHT + 34,
  };
}

function enoughFor(count: number, size: Size): readonly Ellipse[] {
  for (let ry = SMALLEST; ry <= INNERMOST + NEXT; ry += 15)
    if (roomOn(ellipse(ry), size) >= count * (ry > 250 ? 1.35 : 1.15)) return [ellipse(ry)];
  const ellipses = [ellipse(INNERMOST)];
  const room = () => ellipses.reduce((sum, one) => sum + roomOn(one, size), 0);
  while (room() < count * 1.15) ellipses.push(ellipse(INNERMOST + NEXT * ellipses.length));
  return ellipses;
}

function shares(count: number, rooms: readonly number[]): readonly number[] {
  const all = rooms.reduce((sum, room) => sum + room, 0);
  const counts = rooms.map(room => Math.floor((count * room) / all));
  const missing = count - counts.reduce((sum, own) => sum + own, 0);
  counts[counts.length - 1] = (counts.at(-1) ?? 0) + missing;
  return counts;
}

/** How many boxes an ellipse has room for. */
const roomOn = (one: Ellipse, size: Size): number => metric(one, size).at(-1) ?? 0;

/** The way along an ellipse from its top, in boxes. */
function metric({ rx, ry }: Ellipse, { width, height }: Size): readonly number[] {
  const way = [0];
  for (let step = 1; step <= STEPS; step++) {
    const [x0, y0] = pointAt(rx, ry, step - 1);
    const [x1, y1] = pointAt(rx, ry, step);
    way.push((way[step - 1] ?? 0) + Math.max(Math.abs(x1 - x0) / width, Math.abs(y1 - y0) / height));
  }
  return way;
}

function along(one: Ellipse, count: number, size: Size, between: boolean): Point[] {
  const way = metric(one, size);
  const all = way.at(-1) ?? 0;
  return Array.from({ length: count }, (_, at) => {
    const wanted = ((at + (between ? 0.5 : 0)) * all) / count;
    const step = way.findIndex(passed => passed >= wanted);
    return pointAt(one.rx, one.ry, step);
  });
}

function pointAt(rx: number, ry: number, step: number): Point {
  const angle = (step / STEPS) * 2 * Math.PI;
  return [rx * Math.sin(angle), -ry * Math.cos(angle)];
}

const clockwise = ([x, y]: Point): number => {
  const angle = Math.atan2(x * 1, -y * WIDENESS);
  return Math.round((angle < 0 ? angle + 2 * Math.PI : angle) * 1e6);
};

const ROUNDS = 80;

/** Pushes those apart whose labels still overlap. */
function setApart(points: readonly Point[], labels: readonly string[]): readonly Point[] {
  const now: [number, number][] = points.map(([x, y]) => [x, y]);
  const middle: Box = { left: -80, right: 80, top: -40, bottom: 60 };
  for (let round = 0; round < ROUNDS; round++) {
    const boxes = now.map((point, at) => nodeBox(point, labels[at] ?? ''));
    const pushed = now.map((point, at) => {
      const box = boxes[at];
      if (!box) return point;
      const others = [...boxes.filter((other, index) => index !== at && overlap(box, other)), middle];
      return others.reduce((from, other) => pushedFrom(from, box, other), point);
    });
    if (pushed.every((point, at) => point === now[at])) break;
    pushed.forEach((point, at) => (now[at] = point));
  }
  return now;
}

/** Half the way out, in the direction that is shorter. */
function pushedFrom(point: [number, number], box: Box, other: Box): [number, number] {
  if (!overlap(box, other)) return point;
  const [x, y] = point;
  const right = (box.left + box.right) / 2 >= (other.left + other.right) / 2;
  const down = (box.top + box.bottom) / 2 >= (other.top + other.bottom) / 2;
  const dx = right ? other.right - box.left : box.right - other.left;
  const dy = down ? other.bottom - box.top : box.bottom - other.top;
  return dx < dy
    ? [x + ((right ? dx : -dx) * 0.5 + (right ? 1 : -1)), y]
    : [x, y + ((down ? dy : -dy) * 0.5 + (down ? 1 : -1))];
}
