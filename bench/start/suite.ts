// What a start takes: from a snapshot, beside reading and parsing JSON and beside a replay of the journal; and what a claim takes of
// memory. Each start is a process of its own.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contest, growthOf, ratioOf, roundsOf, type Rounds } from '../contest.js';
import type { Figure, Suite, SuiteOptions } from '../suite.js';
import type { Started, WayToStart } from './child.js';
import { makeJournal } from './make-journal.js';

const SIZES = [10_000, 100_000, 1_000_000];
const QUICK_SIZES = SIZES.slice(0, 2);
const WAYS: readonly WayToStart[] = ['snapshot', 'replay', 'plain', 'packed'];
/** For a million claims; Node's own limit is four gigabytes. */
const HEAP_MEGABYTES = 12_000;

type Times = Readonly<Record<WayToStart, Rounds>>;
interface Measured {
  readonly claims: number;
  readonly times: Times;
  readonly bytesPerClaim: Rounds;
}

export const suite: Suite = async options => {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-start-'));
  try {
    const measured: Measured[] = [];
    for (const claims of options.quick ? QUICK_SIZES : SIZES)
      measured.push(await measure(folder, claims, options));
    return [...measured.flatMap(figuresOf), ...plainNames(measured.at(-1)), ...growths(measured)];
  } finally {
    rmSync(folder, { recursive: true });
  }
};

async function measure(folder: string, claims: number, options: SuiteOptions): Promise<Measured> {
  options.say(`start: making a journal of ${claims} claims`);
  const path = join(folder, `${claims}.db`);
  await makeJournal(path, claims);
  const bytes: number[] = [];
  const contestants = Object.fromEntries(
    WAYS.map(way => [
      way,
      () => {
        const started = startIn(way, path);
        options.say(`start: ${claims} claims, ${way}: ${Math.round(started.ms)} ms`);
        if (way === 'snapshot') bytes.push(started.bytes / claims);
        return started.ms;
      },
    ]),
  ) as Record<WayToStart, () => number>;
  // The largest takes minutes a round.
  const rounds = claims >= 1_000_000 ? 1 : options.quick ? 3 : 5;
  return { claims, times: await contest(contestants, rounds), bytesPerClaim: roundsOf(bytes) };
}

function startIn(way: WayToStart, path: string): Started {
  const child = fileURLToPath(new URL('./child.js', import.meta.url));
  const flags = ['--expose-gc', `--max-old-space-size=${HEAP_MEGABYTES}`];
  const printed = execFileSync(process.execPath, [...flags, child, way, path], { encoding: 'utf8' });
  return JSON.parse(printed) as Started;
}

const sizeName = (claims: number): string => (claims >= 1_000_000 ? '1m' : `${claims / 1000}k`);

/** The largest size that was measured bears the plain names too. */
const plainNames = (largest: Measured | undefined): readonly Figure[] =>
  (largest ? figuresOf(largest) : []).map(figure => ({
    ...figure,
    name: figure.name.slice(0, figure.name.lastIndexOf('.')),
  }));

function figuresOf({ claims, times, bytesPerClaim }: Measured): Figure[] {
  const at = `${claims.toLocaleString('en')} claims with three attestations each`;
  const ratio = (name: string, to: WayToStart, what: string, atMost: number): Figure => ({
    name: `${name}.${sizeName(claims)}`,
    ...valueOf(ratioOf(times.snapshot, times[to])),
    unit: 'ratio',
    goal: { atMost },
    what: `${what}; ${at}`,
  });
  const { snapshot } = times;
  return [
    ratio('startSnapshot.vsParse', 'plain', 'reading and parsing the same events as plain JSON', 2),
    ratio('startSnapshot.vsParsePacked', 'packed', 'reading and parsing the packed snapshot as JSON', 2),
    ratio('startSnapshot.vsReplay', 'replay', 'replaying the journal', 0.1),
    { name: `startSnapshot.ms.${sizeName(claims)}`, ...valueOf(snapshot), unit: 'ms', what: at },
    { name: `bytesPerClaim.${sizeName(claims)}`, ...valueOf(bytesPerClaim), unit: 'bytes', what: at },
  ];
}

const valueOf = ({ median, low, high }: Rounds): Pick<Figure, 'value' | 'low' | 'high'> => ({
  value: median,
  low,
  high,
});

function growths(measured: readonly Measured[]): Figure[] {
  const growth = (name: string, cost: (of: Measured) => number, what: string): Figure => {
    const value = growthOf(measured.map(of => [of.claims, cost(of)] as const));
    return { name, value, low: value, high: value, unit: 'exponent', goal: { atMost: 1.1 }, what };
  };
  return [
    growth('startSnapshot.growth', of => of.times.snapshot.median, 'time to start against claims'),
    growth('replay.growth', of => of.times.replay.median, 'time to replay against claims'),
    growth('bytes.growth', of => of.claims * of.bytesPerClaim.median, 'memory against claims'),
  ];
}
