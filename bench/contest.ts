// A contest: several ways to do the same, each in turn round after round, so that what else the machine does hits all alike.

/** Does something once and says how long it took, or how much it got done: any number, of one unit for all contestants. */
export type Contestant = () => Promise<number> | number;

/** Rounds of one contestant. */
export interface Rounds {
  readonly median: number;
  readonly low: number;
  readonly high: number;
  readonly all: readonly number[];
}

/** One round to warm up, then as many as asked for. The order turns by one each round. */
export async function contest<Name extends string>(
  contestants: Readonly<Record<Name, Contestant>>,
  rounds: number,
): Promise<Readonly<Record<Name, Rounds>>> {
  const names = Object.keys(contestants) as Name[];
  const results = new Map<Name, number[]>(names.map(name => [name, []]));
  for (let round = -1; round < rounds; round += 1) {
    for (let at = 0; at < names.length; at += 1) {
      const name = names[(at + round + 1) % names.length] as Name;
      const result = await contestants[name]();
      if (round >= 0) results.get(name)?.push(result);
    }
  }
  return Object.fromEntries(names.map(name => [name, roundsOf(results.get(name) ?? [])])) as Record<
    Name,
    Rounds
  >;
}

export function roundsOf(all: readonly number[]): Rounds {
  const sorted = [...all].sort((a, b) => a - b);
  const at = (part: number): number => sorted[Math.round((sorted.length - 1) * part)] ?? NaN;
  return { median: at(0.5), low: at(0), high: at(1), all };
}

/** Each round of one beside the same round of the other: what else the machine did then counts for both. */
export const ratioOf = (one: Rounds, other: Rounds): Rounds =>
  roundsOf(one.all.map((value, round) => value / (other.all[round] ?? NaN)));

/** How long something takes, in milliseconds. */
export async function timed(work: () => unknown): Promise<number> {
  const start = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/** The exponent of cost against size: the slope of the straight line through the logarithms, by least squares. */
export function growthOf(points: readonly (readonly [size: number, cost: number])[]): number {
  const logs = points.map(([size, cost]) => [Math.log(size), Math.log(cost)] as const);
  const mean = (of: 0 | 1): number => logs.reduce((sum, point) => sum + point[of], 0) / logs.length;
  const [meanSize, meanCost] = [mean(0), mean(1)];
  const covariance = logs.reduce((sum, [size, cost]) => sum + (size - meanSize) * (cost - meanCost), 0);
  return covariance / logs.reduce((sum, [size]) => sum + (size - meanSize) ** 2, 0);
}
