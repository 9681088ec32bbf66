// The long version of tests/durability/failover.test.ts: faults in random order on three servers under load, and how long each of them
// kept everybody waiting.
// npm run durability:failover -- [--rounds 50] [--seed 1]
import { parseArgs } from 'node:util';
import { chanceFrom } from '../../tests/durability/chance.js';
import { emptyTally, openFailover } from '../../tests/durability/failover.js';
import { FAULTS, type Fault } from '../../tests/durability/faults.js';

const FAULTS_PER_JOURNAL = 5;

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '50' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const rounds = Number(values.rounds);
const chance = chanceFrom(Number(values.seed));
const tally = emptyTally();
const started = Date.now();

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(1);

function told(): string {
  const gaps = [...tally.gaps].map(([fault, all]) => {
    const sorted = all.toSorted((one, other) => one - other);
    const [median = 0, longest = 0] = [sorted[sorted.length >> 1], sorted.at(-1)];
    return `  ${fault}: ${all.length} times, longest gap ${seconds(longest)} s, half of them up to ${seconds(median)} s`;
  });
  return [
    `Seed ${values.seed}, ${seconds(Date.now() - started)} s: ${tally.acknowledged} writes acknowledged, ` +
      `${tally.repeated} sent again; ${tally.broken.length} promises broken`,
    ...gaps.sort(),
  ].join('\n');
}

const isOver = { yes: false };
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => (isOver.yes = true));

const failover = await openFailover(tally);
const faults = (Object.keys(FAULTS) as Fault[]).filter(name => failover.canCut || name !== 'server cut off');
const OF_DATABASES: readonly Fault[] = ['primary killed', 'primary overtaken', 'all databases killed'];
const OF_SERVERS = faults.filter(name => name.startsWith('server'));
const GROUPS: readonly (readonly Fault[])[] = [
  ...faults.map(fault => [fault]),
  ...OF_DATABASES.flatMap(database => OF_SERVERS.map(server => [database, server])),
];
let left: (readonly Fault[])[] = [];

/** Each alone, and each of a server while a database fails, too; none again before all had their turn. */
function drawn(): readonly Fault[] {
  if (left.length === 0) left = [...GROUPS];
  const [group = []] = left.splice(Math.floor(chance() * left.length), 1);
  return group;
}

try {
  for (let done = 0; done < rounds && !isOver.yes && tally.broken.length === 0; done += FAULTS_PER_JOURNAL) {
    const count = Math.min(FAULTS_PER_JOURNAL, rounds - done);
    await failover.onNewJournal(Array.from({ length: count }, drawn), chance);
    console.log(told());
  }
} finally {
  await failover.close();
}
for (const what of tally.broken) console.error(what);
console.log(told());
process.exitCode = tally.broken.length === 0 ? 0 : 1;
