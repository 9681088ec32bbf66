// What a commit changed is found by looking at a few claims only; looking at all of them finds nothing more.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { claimChanges } from '../../src/evidence/claim-changes.js';
import { Reading } from '../../src/evidence/reading.js';
import type { ClaimRecord } from '../../src/graph/records.js';
import { atOnce } from '../../src/graph/resumable.js';
import { anyWorld, crowdedWorld, tiedWorld, type Told } from './random-world.js';

const WORLDS = fc.oneof(anyWorld('rings'), tiedWorld('no rings'), crowdedWorld());

/** Everything that a subscriber could see of a claim, as text. */
function seen(reading: Reading, record: ClaimRecord): string {
  if (!reading.lens.knows(record)) return 'unknown';
  const supports = (['AFFIRMS', 'DENIES'] as const).map(polarity => {
    const { ties, ...support } = reading.supportOf(record, polarity);
    return { ...support, ties: ties.map(({ a, b, because }) => [a, b, because.map(tie => tie.claim.id)]) };
  });
  return JSON.stringify([reading.statusOf(record), supports]);
}

function changedByLookingAtAll({ teller }: Told, commit: number): string[] {
  const graph = teller.graph();
  const before = new Reading(graph, { knownAtSeq: teller.events.length - commit });
  const after = new Reading(graph);
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
