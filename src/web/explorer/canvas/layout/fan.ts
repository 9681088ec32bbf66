// Places for what an expansion brings: near the node it hangs on, away from the middle, where nothing stands yet.
import { nodeBox, type Box, type TakenRoom } from './boxes.js';
import { rounded, type Point } from './positions.js';

const NEAREST = 130;
const FARTHEST = 2_000;
const STEP = 42;
const WIDENESS = 1.25;

/** The nearest free place for a label in the half plane that looks away from the middle; all around it where the parent is the middle. */
export function placeNear(parent: Point, label: string, taken: TakenRoom): Point {
  const outward = Math.atan2(parent[1], parent[0]);
  const isMiddle = Math.abs(parent[0]) < 1 && Math.abs(parent[1]) < 1;
  const widest = isMiddle ? Math.PI : Math.PI * 0.47;
  for (let radius = NEAREST; radius < FARTHEST; radius += STEP)
    for (const turn of turns(radius, widest)) {
      const point = rounded([
        parent[0] + radius * WIDENESS * Math.cos(outward + turn),
        parent[1] + radius * Math.sin(outward + turn),
      ]);
      const box: Box = nodeBox(point, label);
      if (taken.isFree(box)) {
        taken.take(box);
        return point;
      }
    }
  return rounded([parent[0] + FARTHEST, parent[1]]);
}

/** 0, then a little to either side, and so on to the widest. */
function turns(radius: number, widest: number): readonly number[] {
  const step = STEP / radius;
  const sides = Math.floor(widest / step);
  return [0, ...Array.from({ length: sides }, (_, at) => [(at + 1) * step, -(at + 1) * step]).flat()];
}
