// Writes: durable attaches by 1, 16 and 64 writers at a time, beside bare appends of the same rows to an SQLite file with the same settings.
import { join } from 'node:path';
import { inFolder } from '../../tests/fixtures/hearsay-process.js';
import { contest, type Rounds } from '../contest.js';
import { figure, growthFigure, ratioFigure } from '../figure.js';
import type { Figure, Suite } from '../suite.js';
import { openRawAppends, type RawAppends } from './raw-appends.js';
import { openWriters, type Writers } from './writers.js';

const QUICK = { claims: 4_000, rounds: 5, ms: 500 };
const WHOLE = { claims: 40_000, rounds: 9, ms: 2_000 };

export const suite: Suite = async ({ quick, ...options }) => {
  const say = (line: string): void => options.say(line);
  const { claims, rounds, ms } = quick ? QUICK : WHOLE;
  return inFolder(async folder => {
    say(`attaches in a world of ${claims.toLocaleString('en')} claims`);
    const small = await openWriters(join(folder, 'small.db'), claims / 8);
    const large = await openWriters(join(folder, 'large.db'), claims);
    const raw = openRawAppends(join(folder, 'raw.db'), await large.rowsOfOne());
    try {
      const found = await contest(contestants(large, small, raw, ms), rounds);
      return figuresOf(found, claims);
    } finally {
      raw.close();
      await Promise.all([small.close(), large.close()]);
    }
  });
};

/** Milliseconds of one attach, or of the rows of one. */
const contestants = (large: Writers, small: Writers, raw: RawAppends, ms: number) => ({
  attach1: () => large.attach(1, ms),
  raw1: () => raw.append(1, ms),
  attach16: () => large.attach(16, ms),
  raw16: () => raw.append(16, ms),
  attach64: () => large.attach(64, ms),
  raw64: () => raw.append(64, ms),
  small64: () => small.attach(64, ms),
});

function figuresOf(
  found: Readonly<Record<keyof ReturnType<typeof contestants>, Rounds>>,
  claims: number,
): readonly Figure[] {
  const beside = (writers: number, name: string, goal?: Figure['goal']): Figure =>
    ratioFigure(
      {
        name,
        what: `attaches, ${writers} at a time: rate beside bare appends, ${writers} to a commit`,
        ...(goal ? { goal } : {}),
      },
      found[`raw${writers}` as 'raw1'],
      found[`attach${writers}` as 'attach1'],
    );
  const growth = 'attach, 64 at a time: time by size of the world';
  return [
    beside(1, 'writes1.vsRaw'),
    beside(16, 'writes16.vsRawGrouped'),
    beside(64, 'writes64.vsRawGrouped', { atLeast: 0.5 }),
    figure({ name: 'writes64.ms', what: 'one attach, 64 at a time' }, 'ms', found.attach64),
    growthFigure({ name: 'writes64.growth', what: growth, goal: { atMost: 0.1 } }, [
      [claims / 8, found.small64],
      [claims, found.attach64],
    ]),
  ];
}
