// By keyboard through the graph: where an arrow leads, and in what order the claims of a node come.
import type { DrawnEdge } from '../../walk/drawing.js';
import type { Neighbours } from '../layout/neighbours.js';
import type { Point } from '../layout/positions.js';

export type Direction = 'up' | 'right' | 'down' | 'left';

export const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowRight: 'right',
  ArrowDown: 'down',
  ArrowLeft: 'left',
};

const UNIT_OF: Readonly<Record<Direction, Point>> = {
  up: [0, -1],
  right: [1, 0],
  down: [0, 1],
  left: [-1, 0],
};

export interface SteeringWay {
  readonly to: string;
  /** The claim that leads there; null if only the position on the screen does. */
  readonly along: DrawnEdge | null;
}

/** Along an edge to the neighbour in that direction; where there is none, to whatever stands next there. */
export function wayTowards(
  direction: Direction,
  from: string,
  places: ReadonlyMap<string, Point>,
  neighbours: Neighbours,
): SteeringWay | null {
  const own = neighbours.get(from);
  const neighbour = nearest(direction, from, own?.keys() ?? [], places);
  if (neighbour !== null) return { to: neighbour, along: own?.get(neighbour)?.[0] ?? null };
  const next = nearest(direction, from, places.keys(), places);
  return next === null ? null : { to: next, along: null };
}

/** Half the angle that still counts as a direction: 60°. */
const WIDEST = Math.cos(Math.PI / 3);

function nearest(
  direction: Direction,
  from: string,
  ids: Iterable<string>,
  places: ReadonlyMap<string, Point>,
): string | null {
  const start = places.get(from);
  if (!start) return null;
  const [ux, uy] = UNIT_OF[direction];
  let [found, least]: [string | null, number] = [null, Infinity];
  for (const id of ids) {
    const at = places.get(id);
    if (!at || id === from) continue;
    const [dx, dy] = [at[0] - start[0], at[1] - start[1]];
    const distance = Math.hypot(dx, dy);
    const straightness = (dx * ux + dy * uy) / distance;
    // What lies off the direction counts as farther away.
    const effort = distance * (1 + 3 * (1 - straightness));
    if (distance > 0 && straightness > WIDEST && effort < least) [found, least] = [id, effort];
  }
  return found;
}

/** The claims at a node, clockwise from the top, those with the same neighbour together. */
export function claimsAround(
  id: string,
  places: ReadonlyMap<string, Point>,
  neighbours: Neighbours,
): readonly DrawnEdge[] {
  const start = places.get(id) ?? [0, 0];
  const angle = (other: string): number => {
    const [x, y] = places.get(other) ?? start;
    const turned = Math.atan2(x - start[0], start[1] - y);
    return turned < 0 ? turned + 2 * Math.PI : turned;
  };
  return [...(neighbours.get(id) ?? [])]
    .sort(([a], [b]) => angle(a) - angle(b))
    .flatMap(([, edges]) => edges);
}

/** The one after, and after the last the first. */
export function claimAfter(claims: readonly DrawnEdge[], selected: string | null): DrawnEdge | null {
  const at = claims.findIndex(({ claim }) => claim.id === selected);
  return claims[(at + 1) % claims.length] ?? null;
}
