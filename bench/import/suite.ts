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
  const isThere = existsSync(DATA);
  if (!isThere) say(`${DATA} is missing: a made table of the same size and form is imported in its place`);
  const tableOf = isThere ? partOfTable : madeTable;
  return inFolder(async folder => {
    say(`import of ${events.toLocaleString('en')} events`);
    const sizes = [Math.floor(events / 16), Math.floor(events / 4), events] as const;
    const [few, some, all] = sizes.map(size => tableOf(DATA, join(folder, String(size)), size));
    const one = tableOf(DATA, join(folder, 'one'), 1);
    if (!few || !some || !all) throw new Error('there are three sizes');
    const file = join(folder, 'imported.db');
    const wall: Record<'product' | 'sqlite', number[]> = { product: [], sqlite: [] };
    /** Of the events alone, which are what differs in size. */
    const ofEvents: number[] = [];
    const timed = (name: keyof typeof wall, work: () => number): number => {
      const began = performance.now();
      const processor = work();
      wall[name].push((performance.now() - began) / 1000);
      return processor;
    };
    const product = (): number => {
      const actors = importActors(all, file);
      ofEvents.push(importEvents(all, file));
      return actors + (ofEvents.at(-1) ?? NaN);
    };
    const eventsOf = (table: EventTable) => (): number => {
      importActors(table, file);
      return importEvents(table, file);
    };
    const anew = (work: () => number) => (): number => {
      for (const ending of ['', '-wal', '-shm']) rmSync(`${file}${ending}`, { force: true });
      return work();
    };
    const processor = await contest(
      {
        product: anew(() => timed('product', product)),
        sqlite: anew(() => timed('sqlite', () => bySqlite(all, file))),
        some: anew(eventsOf(some)),
        few: anew(eventsOf(few)),
        one: anew(eventsOf(one)),
      },
      rounds,
    );
    // Without the round that warms up.
    const seconds = (name: keyof typeof wall): Rounds => roundsOf(wall[name].slice(1));
    const what = `import of ${isThere ? 'ICEWS14' : 'a made table'}, ${events.toLocaleString('en')} events`;
    const costs = [processor.few, processor.some, roundsOf(ofEvents.slice(1))];
    return [
      ratioFigure(
        { name: 'import.vsSqlite', what: `${what}: time beside a bulk insert`, goal: { atMost: 2 } },
        seconds('product'),
        seconds('sqlite'),
      ),
      ratioFigure(
        {
          name: 'import.vsSqliteProcessor',
          what: 'the same in processor time, which other work on the machine hardly touches',
        },
        processor.product,
        processor.sqlite,
      ),
      figure({ name: 'import.seconds', what }, 's', seconds('product')),
      figure(
        { name: 'import.startUp', what: 'processor time of an import of one event, for a file of actors' },
        's',
        processor.one,
      ),
      growthFigure(
        {
          name: 'import.growth',
          what: 'import: processor time by number of events, without that of one event',
          goal: { atMost: 1.1 },
        },
        costs.map((cost, at) => [sizes[at] ?? NaN, beyond(cost, processor.one)]),
      ),
    ];
  });
};

/** What each round took beyond another contestant's median. */
const beyond = ({ all }: Rounds, { median }: Rounds): Rounds => roundsOf(all.map(cost => cost - median));

/** Seconds of processor time. */
const importActors = ({ actors }: EventTable, journal: string): number =>
  byProduct([actors], 'actors.yaml', journal);
const importEvents = ({ events }: EventTable, journal: string): number =>
  byProduct(events, 'events.yaml', journal);

function byProduct(files: readonly string[], mapping: string, journal: string): number {
  const as = ['--format', 'table', '--mapping', join(MAPPINGS, mapping)];
  const into = ['--vocabulary', join(MAPPINGS, 'vocabulary.yaml'), '--data', journal, '--json'];
  return run('dist/cli/main.js', ['import', ...files, ...as, ...into]);
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
