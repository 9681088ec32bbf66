// One walk for all that is counted together, which rests, and sees what the view saw when it began.
import { expect, test } from 'vitest';
import { ViewedGraph } from '../../../src/evidence/viewed-graph.js';
import type { ClaimRecord } from '../../../src/graph/records/records.js';
import { unlimited, type Work } from '../../../src/graph/work/work.js';
import { Scheduler } from '../../../src/graph/work/scheduler.js';
import { ClaimTally } from '../../../src/graphql/lists/claim-tally.js';
import { OperationWork } from '../../../src/graphql/operation/operation-work.js';
import { LIMITS } from '../../../src/graphql/operation/request-limits.js';
import { Teller } from '../../fixtures/teller.js';

const MANY = 3000;

/** So many claims, half of them by one predicate. */
function manyClaims(): { readonly teller: Teller; readonly viewed: ViewedGraph } {
  const teller = new Teller();
  teller.entity('a');
  teller.entity('b');
  for (let i = 0; i < MANY; i += 1) {
    teller.claim('a', i % 2 === 0 ? 'part_of' : 'speaks_for', 'b', { validTime: String(1000 + i) });
  }
  const graph = teller.graph();
  return { teller, viewed: new ViewedGraph(graph, { knownAtSeq: graph.seq }) };
}

/** A tally of all claims, and how often it began to walk them. */
function tallyOf(viewed: ViewedGraph, work: Work = unlimited()) {
  const walks = { begun: 0 };
  const candidates = function* (): Iterable<ClaimRecord> {
    walks.begun += 1;
    for (const record of viewed.graph.claims()) if (viewed.accepts(record)) yield record;
  };
  return { walks, tally: new ClaimTally(viewed, candidates, work) };
}

const HALVES = new Map([
  ['part_of', MANY / 2],
  ['speaks_for', MANY / 2],
]);

test('what is asked for together is counted in one walk, however often it is asked for', async () => {
  const { tally, walks } = tallyOf(manyClaims().viewed);
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
  const { tally, walks } = tallyOf(manyClaims().viewed);
  await tally.total();
  expect(await tally.by('predicate')).toEqual(HALVES);
  expect(walks.begun).toBe(2);
});

test('others have their turn while it walks, and what they record is not counted', async () => {
  const { teller, viewed } = manyClaims();
  // A millisecond goes by at each look at the clock.
  let ms = 0;
  const scheduler = new Scheduler(() => (ms += 1));
  const limits = { ...LIMITS, operationMs: Infinity };
  const { tally } = tallyOf(viewed, new OperationWork(limits, scheduler));
  let isDone = false;
  const total = tally.total().finally(() => (isDone = true));
  // The first turn is before the walk, the second in the middle of it.
  for (let turn = 0; turn < 2; turn += 1) await new Promise(resolve => setImmediate(resolve));
  expect(isDone).toBe(false);
  teller.claim('a', 'met', 'b');
  for (const event of teller.events.slice(viewed.graph.seq)) viewed.graph.apply(event);
  expect(await total).toBe(MANY);
});

test('a walk whose time is over is given up, and tells no part of the count', async () => {
  const work = new OperationWork({ ...LIMITS, operationMs: 0 }, new Scheduler());
  const { tally } = tallyOf(manyClaims().viewed, work);
  const answers = await Promise.allSettled([tally.total(), tally.by('predicate')]);
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(String(answers[0]?.status === 'rejected' && answers[0].reason)).toContain('took more than 0 ms');
});

test('a walk of more steps than its operation has is given up', async () => {
  const work = new OperationWork({ ...LIMITS, steps: 1000 }, new Scheduler());
  await expect(tallyOf(manyClaims().viewed, work).tally.total()).rejects.toThrow('more than 1,000 steps');
});
