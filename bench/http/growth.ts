// Whether the nested read costs more in a larger world.
import { join } from 'node:path';
import { startServing } from '../../tests/fixtures/hearsay-process.js';
import { contest } from '../contest.js';
import { growthFigure } from '../figure.js';
import type { Figure } from '../suite.js';
import { askedOf } from './contestants.js';
import { load, type Measuring } from './load.js';
import { Questions } from './questions.js';
import { NESTED } from './shapes.js';
import { writeWorld } from '../worlds/world-file.js';

/** @param large where the world of so many claims is served already; one of an eighth of it is made beside. */
export async function measureGrowth(
  folder: string,
  claims: number,
  large: string,
  { rounds, seconds }: Measuring,
  say: (line: string) => void,
): Promise<Figure> {
  const few = claims / 8;
  say(`nested reads of ${few.toLocaleString('en')} and ${claims.toLocaleString('en')} claims`);
  const file = join(folder, 'small.db');
  await writeWorld(file, few);
  const small = await startServing(['--data', file, '--empty']);
  const costIn = (url: string, size: number) => {
    const next = new Questions(askedOf(size)).fresh(NESTED);
    return async () => 1000 / (await load({ url, next, connections: 16, seconds })).perSecond;
  };
  try {
    const costs = await contest({ small: costIn(small.api, few), large: costIn(large, claims) }, rounds);
    const about = { name: 'nestedFirst.growth', what: 'nested read, first: time by size of the world' };
    return growthFigure({ ...about, goal: { atMost: 0.1 } }, [
      [few, costs.small],
      [claims, costs.large],
    ]);
  } finally {
    await small.end('SIGKILL');
  }
}
