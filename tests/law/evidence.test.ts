// The evidence rules agree with their slow, obvious implementation on any small world, in every field.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { POLARITIES, type Polarity } from '../../src/domain/attestation.js';
import type { View } from '../../src/domain/view.js';
import { contradictionKey } from '../../src/evidence/weighing/contradictions.js';
import { impactOf } from '../../src/evidence/views/impact.js';
import { ViewedGraph } from '../../src/evidence/viewed-graph.js';
import { successionOf } from '../../src/evidence/weighing/succession.js';
import type { Support } from '../../src/evidence/weighing/support.js';
import type { ClaimRecord } from '../../src/graph/records/records.js';
import { atOnce } from '../../src/graph/work/resumable.js';
import { anyWorld, crowdedWorld, tiedWorld, viewed } from './random-world.js';
import { SlowEvidence } from './slow-evidence.js';
import { SlowVerdict } from './slow-verdict.js';
import { SlowWorld, type SlowClaim } from './slow-world.js';
import type { Told } from './world-maker.js';

const WORLDS = fc.oneof(anyWorld('no rings'), tiedWorld('no rings'), crowdedWorld());

const ids = (records: readonly ClaimRecord[]): string[] => records.map(({ claim }) => claim.id).sort();

function both({ teller }: Told, view: View): { fast: ViewedGraph; slow: SlowVerdict } {
  const world = new SlowWorld(teller.events, view);
  return {
    fast: new ViewedGraph(teller.graph(), view),
    slow: new SlowVerdict(new SlowEvidence(world, teller.vocabulary)),
  };
}

/** Checks a law for every claim that the view knows, in any small world without rings. */
function forEveryClaim(
  runs: number,
  law: (fast: ViewedGraph, slow: SlowVerdict, record: ClaimRecord, claim: SlowClaim) => void,
): void {
  fc.assert(
    fc.property(viewed(WORLDS), ({ told, view }) => {
      const { fast, slow } = both(told, view);
      for (const claim of slow.evidence.world.claims) {
        const record = fast.graph.findClaim(claim.id);
        if (!record) throw new Error(`the graph lacks ${claim.id}`);
        law(fast, slow, record, claim);
      }
    }),
    { numRuns: runs },
  );
}

/** Ties hold each family's parties together, no more of them than needed, and each by claims that count. */
function checkTies(slow: SlowVerdict, claim: SlowClaim, { ties }: Support): void {
  const { evidence } = slow;
  const counting = new Set(evidence.ties().map(tie => tie.id));
  const parties = evidence.families(claim.id).map(family => evidence.partiesOf(family));
  expect(ties.length).toBe(parties.reduce((sum, family) => sum + Math.max(0, family.length - 1), 0));
  for (const { a, b, because } of ties) {
    expect(parties.some(family => family.includes(a) && family.includes(b))).toBe(true);
    expect(ids(because).every(id => counting.has(id))).toBe(true);
    expect(because.length === 0 && evidence.samePairs().length === 0).toBe(false);
  }
}

function checkSupport(
  fast: ViewedGraph,
  slow: SlowVerdict,
  record: ClaimRecord,
  claim: SlowClaim,
  polarity: Polarity,
) {
  const { ties, soleDependencies, exact, ...support } = fast.supportOf(record, polarity);
  const { soleDependencies: soleFamilies, ...expected } = slow.evidence.support(claim, polarity);
  expect(support).toEqual(expected);
  expect(exact).toBe(true);
  expect(soleDependencies).toHaveLength(soleFamilies.length);
  for (const family of soleFamilies)
    expect(soleDependencies.filter(id => family.includes(id))).toHaveLength(1);
  checkTies(slow, claim, { ties, soleDependencies, exact, ...support });
}

test('support agrees in every field, for affirmation and denial', () => {
  forEveryClaim(400, (fast, slow, record, claim) => {
    for (const polarity of POLARITIES) checkSupport(fast, slow, record, claim, polarity);
  });
});

test('the attestations that carry are those on some chain', () => {
  forEveryClaim(200, (fast, slow, { claim }) => {
    for (const polarity of POLARITIES) {
      const chains = fast.evidence.chainsOf(claim.id, polarity);
      const listed = chains.list(1000).map(chain => chain.map(node => node.record.attestation.id).join());
      expect(chains.carrying.map(node => node.record.attestation.id)).toEqual(
        slow.evidence.carrying(claim.id, polarity).map(({ id }) => id),
      );
      expect(listed.sort()).toEqual(
        slow.evidence
          .chains(claim.id, polarity)
          .map(chain => chain.map(({ id }) => id).join())
          .sort(),
      );
    }
  });
});

test('status agrees', () => {
  forEveryClaim(300, (fast, slow, record, claim) => {
    expect(fast.statusOf(record)).toBe(slow.statusOf(claim));
  });
});

test('contradictions agree', () => {
  forEveryClaim(300, (fast, slow, record, claim) => {
    const found = fast.contradictionsOf(record).map(contradictionKey);
    expect(found.sort()).toEqual(slow.contradictionsOf(claim));
  });
});

test('succession agrees', () => {
  forEveryClaim(300, (fast, slow, record, claim) => {
    const { before, after } = successionOf(fast.evidence, record);
    expect({ before: ids(before), after: ids(after) }).toEqual(slow.succession(claim));
  });
});

test('impact agrees with working out every claim twice', () => {
  const targets = ({ attestations, sources }: Told): string[] => [
    ...attestations.slice(0, 4),
    ...sources.slice(0, 3),
    'a0',
    'a1',
    'a2',
  ];
  fc.assert(
    fc.property(viewed(WORLDS), fc.boolean(), ({ told, view }, withFamily) => {
      const { fast, slow } = both(told, view);
      for (const id of targets(told)) {
        const impact = atOnce(impactOf(fast, id, withFamily));
        const expected = slow.impactOf(slow.asideFor(id, withFamily));
        expect(ids(impact.losesAllSupport)).toEqual(expected.losesAllSupport.map(row => row.id).sort());
        expect(ids(impact.dropsToOneChain)).toEqual(expected.dropsToOneChain.map(row => row.id).sort());
        expect(
          impact.changesStatus.map(({ claim, ...change }) => ({ id: claim.claim.id, ...change })),
        ).toEqual(
          expected.changesStatus.map(({ id: claim, was, is }) => ({
            id: claim,
            before: was.status,
            after: is.status,
          })),
        );
      }
    }),
    { numRuns: 200 },
  );
});
