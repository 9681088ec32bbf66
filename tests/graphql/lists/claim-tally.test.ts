// One walk for all that is counted together, which rests, and sees what the view saw when it began.
import { expect, test } from 'vitest';
import { Reading } from '../../../src/evidence/reading.js';
import type { ClaimRecord } from '../../../src/graph/records/records.js';
import { unlimited, type Work } from '../../../src/graph/work/work.js';
import { Turns } from '../../../src/graph/work/turns.js';
import { ClaimTally } from '../../../src/graphql/lists/claim-tally.js';
import { OperationWork } from '../../../src/graphql/operation/operation-work.js';
import { LIMITS } from '../../../src/graphql/operation/request-limits.js';
import { Teller } from '../../fixtures/teller.js';

const MANY = 3000;

/** So many claims, half of them by one predicate. */
function manyClaims(): { readonly teller: Teller; readonly reading: Reading } {
  const teller = new Teller();
  teller.entity('a');
  teller.entity('b');
  for (let i = 0; i < MANY; i += 1) {
    teller.claim('a', i % 2 === 0 ? 'part_of' : 'speaks_for', 'b', { validTime: String(1000 + i) });
  }
  const graph = teller.graph();
  return { teller, reading: new Reading(graph, { knownAtSeq: graph.seq }) };
}

/** A tally of all claims, and how often it began to walk them. */
function tallyOf(reading: Reading, work: Work = unlimited()) {
  const walks = { begun: 0 };
  const candidates = function* (): Iterable<ClaimRecord> {
    walks.begun += 1;
    for (const record of reading.graph.claims()) if (reading.accepts(record)) yield record;
  };
  return { walks, tally: new ClaimTally(reading, candidates, work) };
}

const HALVES = new Map([
  ['part_of', MANY / 2],
  ['speaks_for', MANY / 2],
]);

test('what is asked for together is counted in one walk, however often it is asked for', async () => {
  const { tally, walks } = tallyOf(manyClaims().reading);
  const [total, predicates, again, statuses] = await Promise.all([
    tally.total(),
    tally.by('predicate'),
    tally.by('predicate'),
    tally.by('status'),
  ]);
  expect([total, predicates, statuses]).toEqual([MANY, HALVES, new Map([['UNSUPPORTED', MANY]])]);
  expect(again).toEqual(predicates);
  expect(walks.begun).toBe(1);
});

test('what is asked for later is counted anew', async () => {
  const { tally, walks } = tallyOf(manyClaims().reading);
  await tally.total();
  expect(await tally.by('predicate')).toEqual(HALVES);
  expect(walks.begun).toBe(2);
});

test('others have their turn while it walks, and what they record is not counted', async () => {
  const { teller, reading } = manyClaims();
  // A millisecond goes by at each look at the clock.
  let ms = 0;
  const turns = new Turns(() => (ms += 1));
  const limits = { ...LIMITS, operationMs: Infinity };
  const { tally } = tallyOf(reading, new OperationWork(limits, turns));
  let isDone = false;
  const total = tally.total().finally(() => (isDone = true));
  // The first turn is before the walk, the second in the middle of it.
  for (let turn = 0; turn < 2; turn += 1) await new Promise(resolve => setImmediate(resolve));
  expect(isDone).toBe(false);
  teller.claim('a', 'met', 'b');
  for (const event of teller.events.slice(reading.graph.seq)) reading.graph.apply(event);
  expect(await total).toBe(MANY);
});

test('a walk whose time is over is given up, and tells no part of the count', async () => {
  const work = new OperationWork({ ...LIMITS, operationMs: 0 }, new Turns());
  const { tally } = tallyOf(manyClaims().reading, work);
  const answers = await Promise.allSettled([tally.total(), tally.by('predicate')]);
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(String(answers[0]?.status === 'rejected' && answers[0].reason)).toContain('took more than 0 ms');
});

test('a walk of more steps than its operation has is given up', async () => {
  const work = new OperationWork({ ...LIMITS, steps: 1000 }, new Turns());
  await expect(tallyOf(manyClaims().reading, work).tally.total()).rejects.toThrow('more than 1,000 steps');
});
