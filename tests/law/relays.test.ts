// Laws of relays: passing on adds no origin, withdrawing silences only those who passed on, rings carry nothing.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { POLARITIES } from '../../src/domain/attestation.js';
import { ViewedGraph } from '../../src/evidence/viewed-graph.js';
import type { ClaimGraph } from '../../src/graph/claim-graph.js';
import { anyWorld, denseWorld, tiedWorld } from './random-world.js';
import { SlowEvidence } from './slow-evidence.js';
import { SlowWorld } from './slow-world.js';
import { graphOf, Teller } from '../fixtures/teller.js';
import type { Told } from './world-maker.js';

const ANY = fc.oneof(anyWorld('rings'), denseWorld('rings'), tiedWorld('rings'));

/** Ids of the attestations of either polarity that lie on a chain. */
function carrying(graph: ClaimGraph): Set<string> {
  const { evidence } = new ViewedGraph(graph);
  const nodes = [...graph.claims()].flatMap(({ claim }) =>
    POLARITIES.flatMap(polarity => evidence.chainsOf(claim.id, polarity).carrying),
  );
  return new Set(nodes.map(node => node.record.attestation.id));
}

/** The graph of a world and what else is told after it. */
function andThen({ teller }: Told, tell: (more: Teller) => void): ClaimGraph {
  const more = new Teller(teller.vocabulary);
  more.events.push(...teller.events);
  tell(more);
  return more.graph();
}

/** What a world's lineages say an attestation relays, now. */
const relayedBy = (graph: ClaimGraph, id: string): readonly string[] => {
  const note = graph.findAttestation(id)?.lineages.at(-1);
  return note?.lineage === 'RELAYED' ? note.relays : [];
};

test('an origin never appears by adding a relay', () => {
  fc.assert(
    fc.property(ANY, fc.nat(), fc.constantFrom('a0', 'a3', null), (told, at, party) => {
      const relayed = told.teller
        .graph()
        .findAttestation(told.attestations[at % told.attestations.length] ?? '');
      if (!relayed) return;
      const { id, claim, polarity } = relayed.attestation;
      const before = new ViewedGraph(told.teller.graph());
      const after = new ViewedGraph(
        andThen(told, more => more.says(more.source(party), claim, { polarity, relays: [id] })),
      );
      const origins = ({ evidence }: ViewedGraph): Set<string> =>
        new Set(evidence.chainsOf(claim, polarity).origins.map(node => node.record.attestation.id));
      // One only reported may be heard for the first time; who is at the end of the chain was there before.
      for (const origin of origins(after)) expect(told.attestations).toContain(origin);
      if (!carrying(told.teller.graph()).has(id)) return;
      expect(origins(after)).toEqual(origins(before));
      const record = after.graph.findClaim(claim);
      if (!record || polarity === 'DENIES') return;
      expect(after.supportOf(record).origins).toBeLessThanOrEqual(before.supportOf(record).origins);
    }),
    { numRuns: 200 },
  );
});

test('withdrawing silences those who only relayed it, what was known only through it, and nothing else', () => {
  fc.assert(
    fc.property(fc.oneof(anyWorld('no rings'), denseWorld('no rings')), fc.nat(), (told, at) => {
      const graph = told.teller.graph();
      const gone = told.attestations[at % told.attestations.length];
      if (gone === undefined) return;
      const slow = new SlowEvidence(new SlowWorld(told.teller.events, {}), told.teller.vocabulary);
      const chains = told.claims.flatMap(claim =>
        POLARITIES.flatMap(polarity => slow.chains(claim, polarity)),
      );
      const kept = chains.filter(chain => chain.every(({ id }) => id !== gone));
      expect(carrying(andThen(told, more => more.withdraws(gone)))).toEqual(
        new Set(kept.flat().map(({ id }) => id)),
      );
      expect(carrying(graph)).toEqual(new Set(chains.flat().map(({ id }) => id)));
    }),
    { numRuns: 200 },
  );
});

test('what carries can reach an origin and be reached from what is held, in rings too', () => {
  fc.assert(
    fc.property(denseWorld('rings', 12), told => {
      const graph = told.teller.graph();
      const carries = carrying(graph);
      for (const id of carries) {
        const record = graph.findAttestation(id);
        const isOrigin = record?.lineages.at(-1)?.lineage !== 'RELAYED';
        expect(isOrigin || relayedBy(graph, id).some(next => carries.has(next))).toBe(true);
        const held = graph.findSource(record?.attestation.source ?? '')?.held != null;
        expect(held || [...carries].some(other => relayedBy(graph, other).includes(id))).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
});

test('in rings too, independence, certainty and circularity are those of the simple chains', () => {
  fc.assert(
    fc.property(denseWorld('rings', 10), told => {
      const [id = ''] = told.claims;
      const slow = new SlowEvidence(new SlowWorld(told.teller.events, {}), told.teller.vocabulary);
      const claim = slow.world.claim(id);
      const fast = new ViewedGraph(told.teller.graph());
      const record = fast.graph.findClaim(id);
      if (!claim || !record) throw new Error('the world has no claim');
      const { independent, independence, certainty, circular, interested } = fast.supportOf(record);
      const expected = slow.support(claim, 'AFFIRMS');
      expect(circular).toBe(expected.circular);
      expect({ independence, certainty }).toEqual({
        independence: expected.independence,
        certainty: expected.certainty,
      });
      expect({ independent, interested }).toEqual({
        independent: expected.independent,
        interested: expected.interested,
      });
      const listed = fast.evidence.chainsOf(id, 'AFFIRMS').list(10_000);
      expect(listed).toHaveLength(slow.chains(id, 'AFFIRMS').length);
    }),
    { numRuns: 300 },
  );
});

test('those who only relay each other carry nothing, and are reported as circular', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 9 }), fc.array(fc.nat(), { maxLength: 8 }), (size, chords) => {
      const teller = new Teller();
      const parties = Array.from({ length: size }, (_, place) => teller.entity(`p${place}`));
      const claim = teller.claim('p0', 'met', 'p1');
      const said = parties.map(party => teller.says(teller.source(party), claim));
      said.forEach((id, place) => {
        const next = [said[(place + 1) % size] ?? '', said[(chords[place] ?? 0) % size] ?? ''];
        teller.notes(
          id,
          'RELAYED',
          [...new Set(next)].filter(other => other !== id),
        );
      });
      const viewed = new ViewedGraph(graphOf(teller.events));
      const record = viewed.graph.findClaim(claim);
      if (!record) throw new Error('the world has no claim');
      expect(viewed.supportOf(record)).toMatchObject({
        attestations: 0,
        independent: 0,
        independence: 'NONE',
        certainty: null,
        circular: true,
      });
      expect(viewed.statusOf(record)).toBe('UNSUPPORTED');
    }),
    { numRuns: 100 },
  );
});
