// Import: ICEWS14 from its files by the command line, beside the same rows inserted in bulk into an SQLite file with equal indexes.
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inFolder } from '../../tests/fixtures/hearsay-process.js';
import { contest, roundsOf, type Rounds } from '../contest.js';
import { figure, growthFigure, ratioFigure } from '../figure.js';
import type { Suite } from '../suite.js';
import { madeTable, partOfTable, type EventTable } from './event-table.js';

const DATA = '../shared/data/icews14';
const MAPPINGS = 'graph-data/mappings/icews14';
/** Events in all. */
const ALL = 90_730;
const QUICK = { events: Math.floor(ALL / 4), rounds: 1 };
const WHOLE = { events: ALL, rounds: 3 };

export const suite: Suite = async ({ quick, ...options }) => {
  const say = (line: string): void => options.say(line);
  const { events, rounds } = quick ? QUICK : WHOLE;
  const few = Math.floor(events / 4);
  const isThere = existsSync(DATA);
  if (!isThere) say(`${DATA} is missing: a made table of the same size and form is imported in its place`);
  const tableOf = isThere ? partOfTable : madeTable;
  return inFolder(async folder => {
    say(`import of ${events.toLocaleString('en')} events`);
    const large = tableOf(DATA, join(folder, 'large'), events);
    const small = tableOf(DATA, join(folder, 'small'), few);
    const file = join(folder, 'imported.db');
    const wall: Rounded = { product: [], sqlite: [], small: [] };
    const anew = (name: keyof Rounded, work: () => number) => (): number => {
      for (const ending of ['', '-wal', '-shm']) rmSync(`${file}${ending}`, { force: true });
      const began = performance.now();
      const processor = work();
      wall[name].push((performance.now() - began) / 1000);
      return processor;
    };
    const processor = await contest(
      {
        product: anew('product', () => byProduct(large, file)),
        sqlite: anew('sqlite', () => bySqlite(large, file)),
        small: anew('small', () => byProduct(small, file)),
      },
      rounds,
    );
    // Without the round that warms up.
    const of = (name: keyof Rounded): Rounds => roundsOf(wall[name].slice(1));
    const what = `import of ${isThere ? 'ICEWS14' : 'a made table'}, ${events.toLocaleString('en')} events`;
    const goal = { atMost: 2 };
    return [
      ratioFigure(
        { name: 'import.vsSqlite', what: `${what}: time beside a bulk insert`, goal },
        of('product'),
        of('sqlite'),
      ),
      ratioFigure(
        {
          name: 'import.vsSqliteProcessor',
          what: 'the same in processor time, which other work on the machine hardly touches',
        },
        processor.product,
        processor.sqlite,
      ),
      figure({ name: 'import.seconds', what }, 's', of('product')),
      growthFigure(
        { name: 'import.growth', what: 'import: processor time by number of events', goal: { atMost: 1.1 } },
        [
          [few, processor.small],
          [events, processor.product],
        ],
      ),
    ];
  });
};

/** Seconds of each round. */
type Rounded = Record<'product' | 'sqlite' | 'small', number[]>;

/** Seconds of processor time. */
function byProduct({ actors, events }: EventTable, journal: string): number {
  const runWith = (files: readonly string[], mapping: string): number => {
    const as = ['--format', 'table', '--mapping', join(MAPPINGS, mapping)];
    const into = ['--vocabulary', join(MAPPINGS, 'vocabulary.yaml'), '--data', journal, '--json'];
    return run('dist/cli/main.js', ['import', ...files, ...as, ...into]);
  };
  return runWith([actors], 'actors.yaml') + runWith(events, 'events.yaml');
}

const bySqlite = ({ actors, events }: EventTable, file: string): number =>
  run(fileURLToPath(new URL('bulk-insert.js', import.meta.url)), [file, actors, ...events]);

/** Has a process tell on its way out what processor time it took. */
const TELL = `data:text/javascript,${encodeURIComponent(
  "process.on('exit',()=>{const u=process.cpuUsage();process.stderr.write('\\nCPU '+(u.user+u.system)+'\\n')})",
)}`;

/** Seconds of processor time. Some records of ICEWS14 are refused, which is told by the exit code 1. */
function run(script: string, args: readonly string[]): number {
  const { status, stderr } = spawnSync(process.execPath, ['--import', TELL, script, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const [, microseconds] = /^CPU (\d+)$/m.exec(stderr) ?? [];
  if (microseconds === undefined || (status !== 0 && status !== 1)) {
    throw new Error(`${script} ended with ${status}: ${stderr.slice(-2000)}`);
  }
  return Number(microseconds) / 1e6;
}
