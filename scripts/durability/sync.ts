// The long version of tests/durability/power-loss.test.ts: more writes, so that the write-ahead log is carried over into the file
// while it is traced, and more disks. Needs strace. npm run durability:sync -- [--rounds 5] [--seed 1]
import { parseArgs } from 'node:util';
import { chanceFrom } from '../../tests/durability/chance.js';
import { losePower, type LossPlan } from '../../tests/durability/power-loss.js';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const ends: LossPlan['ends'] = ['SIGTERM', 'SIGKILL', 'SIGKILL', 'SIGTERM', 'SIGKILL'];
const plan: LossPlan = { writers: 16, each: 12, ends, disks: 3, between: 0.2 };

const total = { acknowledged: 0, syncs: 0, disks: 0, lost: 0, damaged: 0 };
for (let round = 0; round < Number(values.rounds); round += 1) {
  const seed = Number(values.seed) + round;
  const tally = await losePower(plan, chanceFrom(seed));
  for (const what of tally.damaged) console.error(`Seed ${seed}: ${what}`);
  if (tally.answersSeen !== tally.acknowledged) throw new Error('The trace does not show all answers.');
  total.acknowledged += tally.acknowledged;
  total.syncs += tally.syncs;
  total.disks += tally.disks;
  total.lost += tally.lost;
  total.damaged += tally.damaged.length;
  console.log(
    `Seed ${seed}: after ${round + 1} rounds ${total.acknowledged} writes acknowledged, ${total.syncs} syncs, ` +
      `${total.disks} disks after a power loss: ${total.lost} writes lost, ${total.damaged} disks that do not open`,
  );
}
process.exitCode = total.lost + total.damaged === 0 ? 0 : 1;
