// From the rounds of a contest to a figure.
import { growthOf, ratioOf, type Rounds } from './contest.js';
import type { Figure } from './suite.js';

type About = Pick<Figure, 'name' | 'what' | 'goal'>;

/** One contestant beside another, round by round. */
export const ratioFigure = (about: About, one: Rounds, other: Rounds): Figure =>
  figure(about, 'ratio', ratioOf(one, other));

export const figure = (about: About, unit: Figure['unit'], { median, low, high }: Rounds): Figure => ({
  ...about,
  ...{ value: median, low, high, unit },
});

/** How cost grows with size, of the medians; the range is the one between the best and the worst of all rounds. */
export function growthFigure(
  about: About,
  costs: readonly (readonly [size: number, cost: Rounds])[],
): Figure {
  const [first, last] = [costs[0], costs.at(-1)];
  if (!first || !last) throw new Error('growth is seen over at least two sizes');
  const exponent = (part: (rounds: Rounds, isLast: boolean) => number): number =>
    growthOf(costs.map(([size, cost]) => [size, part(cost, size === last[0])]));
  return {
    ...about,
    unit: 'exponent',
    value: exponent(({ median }) => median),
    low: exponent(({ low, high }, isLast) => (isLast ? low : high)),
    high: exponent(({ low, high }, isLast) => (isLast ? high : low)),
  };
}
