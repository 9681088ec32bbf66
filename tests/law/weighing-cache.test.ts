// What is kept while the graph grows is what would be worked out anew, for every claim, after every event; and the past stays.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { POLARITIES } from '../../src/domain/attestation.js';
import type { View } from '../../src/domain/view.js';
import { contradictionKey } from '../../src/evidence/weighing/contradictions.js';
import { WeighingCache } from '../../src/evidence/weighing/weighing-cache.js';
import { ViewedGraph } from '../../src/evidence/viewed-graph.js';
import { ClaimGraph } from '../../src/graph/claim-graph.js';
import type { ClaimRecord } from '../../src/graph/records/records.js';
import { anyWorld, crowdedWorld, denseWorld, tiedWorld } from './random-world.js';

const WORLDS = fc.oneof(anyWorld('rings'), tiedWorld('no rings'), crowdedWorld(), denseWorld('rings'));
const VIEWS: readonly View[] = [{}, { publishedBy: '2011' }, { validAt: '2012', statuses: ['SUPPORTED'] }];

/** Everything that is kept of a claim, as text. */
function seen(viewed: ViewedGraph, record: ClaimRecord): string {
  const { evidence } = viewed;
  const { affirming, denying, families } = evidence.of(record.claim.id);
  const carrying = [...affirming.carrying, ...denying.carrying];
  return JSON.stringify([
    POLARITIES.map(polarity => toldOf(viewed.supportOf(record, polarity))),
    viewed.statusOf(record),
    viewed.accepts(record),
    viewed.contradictionsOf(record).map(contradictionKey),
    [affirming, denying].map(chains =>
      chains.list(50).map(chain => chain.map(node => node.record.attestation.id)),
    ),
    carrying.map(node => carrying.findIndex(other => families.of(other) === families.of(node))),
  ]);
}

const toldOf = ({ ties, ...support }: ReturnType<ViewedGraph['supportOf']>): unknown => ({
  ...support,
  ties: ties.map(({ a, b, because }) => [a, b, because.map(({ claim }) => claim.id)]),
});

test('after every event each claim is seen as if worked out anew, and so is it from each place before', () => {
  fc.assert(
    fc.property(
      WORLDS,
      fc.integer({ min: 1, max: 3 }),
      fc.infiniteStream(fc.nat(3)),
      ({ teller }, commit, chance) => {
        const graph = new ClaimGraph(teller.vocabulary);
        const kept = new WeighingCache(graph);
        const before: { viewed: ViewedGraph; record: ClaimRecord; text: string }[] = [];
        const skip = (): boolean => chance.next().value === 0;
        for (let at = 0; at < teller.events.length; at += commit) {
          const events = teller.events.slice(at, at + commit);
          for (const event of events) graph.apply(event);
          kept.invalidate(events);
          // Entities come first: nothing is to be seen yet.
          if (graph.counts.claims === 0) continue;
          for (const view of VIEWS) {
            // Not every place is asked, nor every claim: results come from one event ago, from many, or not at all.
            if (skip()) continue;
            const viewed = new ViewedGraph(graph, view, lens => kept.at(lens));
            for (const record of graph.claims()) {
              if (skip()) continue;
              const text = seen(viewed, record);
              expect(text).toBe(seen(new ViewedGraph(graph, view), record));
              if (skip()) before.push({ viewed, record, text });
            }
          }
        }
        for (const { viewed, record, text } of before) expect(seen(viewed, record)).toBe(text);
      },
    ),
    { numRuns: 100 },
  );
});
