// Hands a large drawing to the worker, and reads where its nodes shall stand.
import type { Drawing } from '../../walk/drawing.js';
import { seeds, type Forces } from './force.js';
import type { Point, Positions } from './positions.js';

/** More nodes than this are no rings any more. */
export const LARGE = 150;

/** Where the nodes of a large drawing stand until the worker has an answer. */
export const seedLarge = (drawing: Drawing): Positions => {
  const points = seeds(drawing.nodes.length);
  return new Map(inOrder(drawing).map((id, at) => [id, points[at] ?? [0, 0]]));
};

/** @returns nothing where it was given up. */
export function layOutLarge(drawing: Drawing, given: AbortSignal): Promise<Positions | null> {
  const worker = new Worker(new URL('./force-worker.ts', import.meta.url), { type: 'module' });
  const ids = inOrder(drawing);
  return new Promise<Positions | null>((resolve, reject) => {
    given.addEventListener('abort', () => resolve(null));
    worker.addEventListener('error', () => reject(new Error('The drawing could not be laid out.')));
    worker.addEventListener('message', ({ data }: MessageEvent<Float32Array>) =>
      resolve(
        new Map(ids.map((id, at): [string, Point] => [id, [data[at * 2] ?? 0, data[at * 2 + 1] ?? 0]])),
      ),
    );
    worker.postMessage(forcesOf(drawing, ids));
  }).finally(() => worker.terminate());
}

/** The focus first. */
const inOrder = ({ nodes }: Drawing): readonly string[] =>
  [...nodes].sort((a, b) => Number(b.isFocus) - Number(a.isFocus)).map(({ entity }) => entity.id);

function forcesOf({ edges }: Drawing, ids: readonly string[]): Forces {
  const numbers = new Map(ids.map((id, at) => [id, at]));
  const ends = edges.flatMap(({ from, to }) => {
    const [a, b] = [numbers.get(from), numbers.get(to)];
    return a === undefined || b === undefined || a === b ? [] : [a, b];
  });
  return { count: ids.length, ends: Uint32Array.from(ends) };
}
