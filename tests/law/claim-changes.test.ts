// What a commit changed is found by looking at a few claims only; looking at all of them finds nothing more.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { claimChanges } from '../../src/evidence/views/claim-changes.js';
import { ViewedGraph } from '../../src/evidence/viewed-graph.js';
import { ClaimGraph } from '../../src/graph/claim-graph.js';
import type { ClaimRecord } from '../../src/graph/records/records.js';
import { atOnce } from '../../src/graph/work/resumable.js';
import { anyWorld, crowdedWorld, tiedWorld, type Told } from './random-world.js';

const WORLDS = fc.oneof(anyWorld('rings'), tiedWorld('no rings'), crowdedWorld());

/** Everything that a subscriber could see of a claim, as text. */
function seen(viewed: ViewedGraph, record: ClaimRecord): string {
  if (!viewed.lens.knows(record)) return 'unknown';
  const supports = (['AFFIRMS', 'DENIES'] as const).map(polarity => {
    const { ties, ...support } = viewed.supportOf(record, polarity);
    return { ...support, ties: ties.map(({ a, b, because }) => [a, b, because.map(tie => tie.claim.id)]) };
  });
  return JSON.stringify([viewed.statusOf(record), supports]);
}

function changedByLookingAtAll({ teller }: Told, commit: number): string[] {
  const graph = teller.graph();
  const before = new ViewedGraph(graph, { knownAtSeq: teller.events.length - commit });
  const after = new ViewedGraph(graph);
  return [...graph.claims()]
    .filter(record => seen(before, record) !== seen(after, record))
    .map(record => record.claim.id);
}

test('a commit of any size names exactly the claims whose support or status it changed', () => {
  fc.assert(
    fc.property(WORLDS, fc.integer({ min: 1, max: 4 }), (told, commit) => {
      const { changes } = atOnce(claimChanges(told.teller.graph(), told.teller.events.slice(-commit)));
      expect(changes.map(({ claim }) => claim.claim.id).sort()).toEqual(
        changedByLookingAtAll(told, commit).sort(),
      );
    }),
    { numRuns: 400 },
  );
});

test('what a commit changed is the same, and seen as it was then, whatever was recorded since', () => {
  fc.assert(
    fc.property(WORLDS, fc.integer({ min: 1, max: 4 }), fc.nat(1000), ({ teller }, commit, place) => {
      const { events } = teller;
      const end = commit + (place % (events.length - commit));
      const graph = new ClaimGraph(teller.vocabulary);
      for (const event of events.slice(0, end)) graph.apply(event);
      const told = (): unknown[] => {
        const after = new ViewedGraph(graph, { knownAtSeq: end });
        const { changes } = atOnce(claimChanges(graph, events.slice(end - commit, end), after));
        return changes.map(({ claim, ...change }) => [claim.claim.id, change, seen(after, claim)]);
      };
      const then = told();
      for (const event of events.slice(end)) graph.apply(event);
      expect(told()).toEqual(then);
    }),
    { numRuns: 400 },
  );
});
