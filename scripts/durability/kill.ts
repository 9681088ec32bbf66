// The long version of tests/durability/kill.test.ts: kills the built server many times, and prints what was kept.
// npm run durability:kill -- [--kills 1000] [--seed 1] [--lanes 2]
import { parseArgs } from 'node:util';
import { chanceFrom } from '../../tests/durability/chance.js';
import { emptyTally, killAndLook, type KillTally } from '../../tests/durability/kill-rounds.js';

const KILLS_PER_JOURNAL = 10;

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '1000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    lanes: { type: 'string', default: '2' },
  },
});
const kills = Number(values.kills);
const lanes = Number(values.lanes);

const told = (tally: KillTally): string =>
  `${tally.kills} kills: ${tally.acknowledged} writes acknowledged; ${tally.unanswered} unanswered, of which ` +
  `${tally.unansweredKept} were kept whole; ${tally.broken.length} lost, doubled or halved`;

/** Journal after journal, each with a seed of its own, until all kills are done. */
async function lane(number: number, tally: KillTally): Promise<void> {
  const journals = Math.ceil(kills / lanes / KILLS_PER_JOURNAL);
  for (let journal = 0; journal < journals; journal += 1) {
    const chance = chanceFrom(Number(values.seed) + number * 1_000_003 + journal);
    const plan = { kills: KILLS_PER_JOURNAL, writers: 16, shortest: 5, longest: 2000 };
    await killAndLook(plan, chance, tally);
    console.log(told(tally));
  }
}

console.log(`Seed ${values.seed}.`);
const started = Date.now();
const tally = emptyTally();
await Promise.all(Array.from({ length: lanes }, (_, number) => lane(number, tally)));
for (const what of tally.broken) console.error(what);
console.log(`Seed ${values.seed}, ${Math.round((Date.now() - started) / 1000)} s. ${told(tally)}.`);
process.exitCode = tally.broken.length === 0 ? 0 : 1;
