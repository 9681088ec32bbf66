// Several servers on one journal in PostgreSQL: durable attaches of 64 writers spread over 1, 2 and 3 processes, beside one process on
// an SQLite file. All on this machine, so more servers share its cores.
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fillJournal } from '../../src/journal/stored/fill-journal.js';
import { openPostgresJournal } from '../../src/journal/postgres/postgres-journal.js';
import { openSqliteJournal } from '../../src/journal/sqlite/sqlite-journal.js';
import { inFolder } from '../../tests/fixtures/hearsay-process.js';
import { withoutPostgres } from '../../tests/fixtures/postgres-programs.js';
import { startPostgres, type Postgres } from '../../tests/fixtures/postgres.js';
import { contest, type Contestant } from '../contest.js';
import { figure, ratioFigure } from '../figure.js';
import type { Suite } from '../suite.js';
import { writeWorld } from '../worlds/world-file.js';
import type { Order } from './child.js';

const QUICK = { claims: 1_000, rounds: 5, ms: 1_000 };
const WHOLE = { claims: 10_000, rounds: 9, ms: 3_000 };
const WRITERS = 64;
const COUNTS = [1, 2, 3] as const;

export const suite: Suite = async ({ quick, ...options }) => {
  const reason = withoutPostgres();
  if (reason !== null) {
    options.say(`left out: ${reason}`);
    return [];
  }
  const { claims, rounds, ms } = quick ? QUICK : WHOLE;
  const postgres = await startPostgres({ fsync: true });
  try {
    return await inFolder(async folder => {
      options.say(`64 writers over 1, 2 and 3 servers in a world of ${claims.toLocaleString('en')} claims`);
      const file = join(folder, 'world.db');
      await writeWorld(file, claims);
      const groups = await openGroups(postgres, file);
      try {
        return figuresOf(await contest(contestants(groups, ms), rounds));
      } finally {
        for (const child of groups.flat()) child.send('close');
        await Promise.all(groups.flat().map(child => once(child, 'exit')));
      }
    });
  } finally {
    await postgres.stop();
  }
};

/** Servers on the file, then groups of one, two and three, each group on a database of its own. */
async function openGroups(postgres: Postgres, file: string): Promise<readonly (readonly ChildProcess[])[]> {
  const groups: ChildProcess[][] = [];
  for (const count of COUNTS) {
    const address = await postgres.newDatabase();
    await copyWorld(file, address);
    groups.push(await Promise.all(Array.from({ length: count }, () => started(address))));
  }
  return [[await started(file)], ...groups];
}

async function copyWorld(file: string, address: string): Promise<void> {
  const from = await openSqliteJournal(file);
  const { journal: to } = await openPostgresJournal(address);
  await fillJournal(to, from.rows(0));
  await Promise.all([from.close(), to.close()]);
}

async function started(address: string): Promise<ChildProcess> {
  const child = fork(fileURLToPath(new URL('./child.js', import.meta.url)), [address]);
  await once(child, 'message');
  return child;
}

/** Milliseconds of one attach by all servers of a group together. */
const contestants = (groups: readonly (readonly ChildProcess[])[], ms: number) => {
  const together =
    (group: readonly ChildProcess[]): Contestant =>
    async () => {
      const order: Order = { writers: Math.floor(WRITERS / group.length), ms };
      const answers = group.map(async child => {
        const answer = once(child, 'message') as Promise<[number]>;
        child.send(order);
        return (await answer)[0];
      });
      const rate = (await Promise.all(answers)).reduce((sum, one) => sum + 1 / one, 0);
      return 1 / rate;
    };
  const [file = [], one = [], two = [], three = []] = groups;
  return { file: together(file), one: together(one), two: together(two), three: together(three) };
};

function figuresOf(found: Awaited<ReturnType<typeof contest<'file' | 'one' | 'two' | 'three'>>>) {
  const rate = (name: string, what: string, group: 'one' | 'two' | 'three', beside: 'file' | 'one') =>
    ratioFigure({ name, what: `attaches of 64 writers: rate of ${what}` }, found[beside], found[group]);
  return [
    rate('servers1.vsSqlite', 'one server on PostgreSQL beside one on SQLite', 'one', 'file'),
    rate('servers2.vsSqlite', 'two servers beside one on SQLite', 'two', 'file'),
    rate('servers3.vsSqlite', 'three servers beside one on SQLite', 'three', 'file'),
    rate('servers2.vsOne', 'two servers beside one, both on PostgreSQL', 'two', 'one'),
    rate('servers3.vsOne', 'three servers beside one, both on PostgreSQL', 'three', 'one'),
    figure({ name: 'servers1.ms', what: 'one attach on PostgreSQL, 64 at a time' }, 'ms', found.one),
  ];
}
