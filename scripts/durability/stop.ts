// The long version of tests/durability/sigterm.test.ts: stops the built server under load many times, and prints how long it took.
// npm run durability:stop -- [--stops 50] [--mutations 100]
import { parseArgs } from 'node:util';
import { stopUnderLoad } from '../../tests/durability/sigterm.js';

const { values } = parseArgs({
  options: { stops: { type: 'string', default: '50' }, mutations: { type: 'string', default: '100' } },
});

const total = { acknowledged: 0, refused: 0, unanswered: 0, wrong: 0, slowest: 0 };
for (let stop = 0; stop < Number(values.stops); stop += 1) {
  const tally = await stopUnderLoad(Number(values.mutations));
  const fates = [...tally.inFlight, ...tally.late];
  total.acknowledged += tally.acknowledged;
  total.refused += fates.filter(({ is }) => is === 'REFUSED').length;
  total.unanswered += fates.filter(({ is }) => is === 'UNANSWERED').length;
  total.slowest = Math.max(total.slowest, tally.milliseconds);
  const wrong = [...tally.broken, ...tally.refusedButKept];
  if (tally.end.code !== 0) wrong.push(`ended with code ${tally.end.code}: ${tally.end.err}`);
  for (const what of wrong) console.error(what);
  total.wrong += wrong.length;
}
console.log(
  `${values.stops} stops: ${total.acknowledged} acknowledged and kept, ${total.refused} refused with a code, ` +
    `${total.unanswered} found nobody; ${total.wrong} wrong; the slowest end took ${total.slowest} ms`,
);
process.exitCode = total.wrong === 0 && total.slowest < 10_000 ? 0 : 1;
