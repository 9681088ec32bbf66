// Laws of time and of what might be: the past is what was recorded by then, and looking at what might be changes nothing.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { POLARITIES } from '../../src/domain/attestation.js';
import { allContradictions, contradictionKey } from '../../src/evidence/weighing/contradictions.js';
import { explainStatus } from '../../src/evidence/views/explanation.js';
import { ViewedGraph } from '../../src/evidence/viewed-graph.js';
import type { ClaimGraph } from '../../src/graph/claim-graph.js';
import { atOnce } from '../../src/graph/work/resumable.js';
import { anyWorld, crowdedWorld, tiedWorld } from './random-world.js';
import { graphOf } from '../fixtures/teller.js';

const WORLDS = fc.oneof(anyWorld('rings'), tiedWorld('rings'), crowdedWorld());

/** Everything a reading says of the claims it knows. */
function answers(viewed: ViewedGraph) {
  const known = [...viewed.graph.claims()].filter(record => viewed.lens.knows(record));
  return {
    claims: known.map(record => ({
      id: record.claim.id,
      shown: viewed.accepts(record),
      status: viewed.statusOf(record),
      explained: explainStatus(viewed, record),
      support: POLARITIES.map(polarity => {
        const { ties, ...support } = viewed.supportOf(record, polarity);
        return { ...support, ties: ties.map(tie => [tie.a, tie.b, ...tie.because.map(one => one.claim.id)]) };
      }),
    })),
    contradictions: atOnce(allContradictions(viewed.evidence)).contradictions.map(contradictionKey).sort(),
  };
}

/** Everything the graph can be asked. */
function reads(graph: ClaimGraph) {
  const entities = [...graph.entities()];
  return structuredClone({
    seq: graph.seq,
    lastTime: graph.lastTime,
    counts: graph.counts,
    deniedClaims: [...graph.deniedClaims()],
    slots: [...graph.sharedSlots()].map(key => [key, graph.claimsInSlot(key)]),
    claims: [...graph.claims()].map(record => [record, graph.attestationsOf(record.claim.id)]),
    sources: [...graph.sources()].map(record => [record, graph.attestationsBy(record.source.id)]),
    entities: entities.map(record => {
      const { id } = record.entity;
      const about = graph.claimsAbout(id);
      return [
        record,
        graph.degreeOf(id),
        [...graph.edgesOf(id)],
        about,
        graph.tiesOf(id),
        graph.sourcesOf(id),
      ];
    }),
    relayers: [...graph.claims()].flatMap(({ claim }) =>
      graph.attestationsOf(claim.id).map(({ attestation }) => [...graph.relayersOf(attestation.id)]),
    ),
    same: [...graph.sources()].map(({ source }) => graph.findSameSource(source)?.source.id),
  });
}

test('a view of the past answers as the graph did then', () => {
  fc.assert(
    fc.property(WORLDS, fc.nat(), ({ teller }, at) => {
      const seq = at % (teller.events.length + 1);
      const then = answers(new ViewedGraph(teller.graph(seq)));
      expect(answers(new ViewedGraph(teller.graph(), { knownAtSeq: seq }))).toEqual(then);
      const knownAt = teller.events[seq - 1]?.at;
      if (knownAt !== undefined) expect(answers(new ViewedGraph(teller.graph(), { knownAt }))).toEqual(then);
    }),
    { numRuns: 150 },
  );
});

test('looking at what might be leaves every read as it was', () => {
  fc.assert(
    fc.property(WORLDS, fc.nat(), ({ teller }, at) => {
      const seq = at % (teller.events.length + 1);
      const graph = teller.graph(seq);
      const before = reads(graph);
      const meanwhile = graph.whatIf(teller.events.slice(seq), () => reads(graph));
      expect(meanwhile).toEqual(reads(teller.graph()));
      expect(reads(graph)).toEqual(before);
    }),
    { numRuns: 150 },
  );
});

test('after looking at what might be, the graph grows as if nobody had looked', () => {
  fc.assert(
    fc.property(WORLDS, WORLDS, fc.nat(), (one, other, at) => {
      // Both worlds begin with the same entities, so the other's later events can follow on the first.
      const begun = one.teller.events.slice(0, 7);
      const might = other.teller.events.slice(7);
      const graph = graphOf(begun);
      graph.whatIf(might.slice(0, at % (might.length + 1)), () => reads(graph));
      for (const event of one.teller.events.slice(7)) graph.apply(event);
      expect(reads(graph)).toEqual(reads(one.teller.graph()));
    }),
    { numRuns: 100 },
  );
});

test('looking that fails leaves every read as it was', () => {
  fc.assert(
    fc.property(WORLDS, ({ teller }) => {
      const graph = teller.graph(7);
      const before = reads(graph);
      const look = (): never => {
        throw new Error('seen enough');
      };
      expect(() => graph.whatIf(teller.events.slice(7), look)).toThrow('seen enough');
      expect(reads(graph)).toEqual(before);
    }),
    { numRuns: 30 },
  );
});
