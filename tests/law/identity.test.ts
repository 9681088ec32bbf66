// Laws of who is who: a judgement joins two in the view and nowhere else, and taking it back leaves everything as it was.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { POLARITIES } from '../../src/domain/attestation.js';
import type { RecordedEvent } from '../../src/domain/event.js';
import { allContradictions, contradictionKey } from '../../src/evidence/weighing/contradictions.js';
import { explainStatus } from '../../src/evidence/views/explanation.js';
import { impactOf } from '../../src/evidence/views/impact.js';
import { ViewedGraph } from '../../src/evidence/viewed-graph.js';
import { neighborhood } from '../../src/graph/walks/neighborhood.js';
import { findPaths } from '../../src/graph/walks/paths.js';
import { atOnce } from '../../src/graph/work/resumable.js';
import { graphOf, Teller } from '../fixtures/teller.js';
import { anyWorld, crowdedWorld, tiedWorld } from './random-world.js';
import { ACTORS, OTHERS, type Told } from './world-maker.js';

const WORLDS = fc.oneof(anyWorld('rings'), tiedWorld('rings'), crowdedWorld());
const ENTITIES = [...ACTORS, ...OTHERS];
const pairs = fc.uniqueArray(fc.constantFrom(...ACTORS), { minLength: 2, maxLength: 2 });

/** Everything that can be asked of a reading: support, status, contradictions, impact, lists by id and walks. */
async function dump(viewed: ViewedGraph): Promise<unknown> {
  const { graph, joined, lens } = viewed;
  const ids = (records: readonly { claim: { id: string } }[]): string[] => records.map(one => one.claim.id);
  const walk = { accept: () => true, identities: lens.identities };
  const walks = ENTITIES.map(async of => {
    const near = await neighborhood(graph, { ...walk, of, hops: 2, limit: 100 });
    return [near.entities, ids(near.claims)];
  });
  const ways = ACTORS.slice(1).map(async to => {
    if (lens.identities.areOne('a0', to)) return 'one';
    const query = { ...walk, from: 'a0', to, maxHops: 4, limit: 20, avoidHubs: false };
    return (await findPaths(graph, query)).paths.map(({ hops }) => hops.map(({ claim }) => claim.claim.id));
  });
  return {
    claims: [...graph.claims()].map(record => [
      record.claim.id,
      viewed.statusOf(record),
      explainStatus(viewed, record),
      ...POLARITIES.map(polarity => {
        const { ties, ...support } = viewed.supportOf(record, polarity);
        return [support, ties.map(({ a, b, because }) => [a, b, ids(because)])];
      }),
    ]),
    contradictions: atOnce(allContradictions(viewed.evidence)).contradictions.map(contradictionKey),
    impact: ACTORS.map(id => {
      const { losesAllSupport, dropsToOneChain, changesStatus } = atOnce(impactOf(viewed, id));
      return [ids(losesAllSupport), ids(dropsToOneChain), ids(changesStatus.map(({ claim }) => claim))];
    }),
    entities: ENTITIES.map(id => [
      ids(joined.claimsAbout(id)),
      joined.sourcesOf(id).map(({ source }) => source.id),
      joined.recordsOf(id).map(({ entity }) => entity.id),
    ]),
    walks: await Promise.all([...walks, ...ways]),
  };
}

const tellMore = ({ teller }: Told, more: (further: Teller) => void): readonly RecordedEvent[] => {
  const further = new Teller();
  further.events.push(...teller.events);
  more(further);
  return further.events;
};

test.each(['UNSURE', 'DIFFERENT'] as const)('a judgement taken back by %s leaves everything as it was', by =>
  fc.assert(
    fc.asyncProperty(WORLDS, pairs, async (told, [a = '', b = '']) => {
      // A pair that is judged already would go back to no judgement, not to the one before.
      const judged = told.teller.events.some(
        ({ event }) =>
          event.type === 'IdentityJudged' && [event.a, event.b].sort().join() === [a, b].sort().join(),
      );
      fc.pre(!judged);
      const before = await dump(new ViewedGraph(told.teller.graph()));
      const same = tellMore(told, teller => teller.judges(a, b, 'SAME'));
      const back = tellMore(told, teller => {
        teller.judges(a, b, 'SAME');
        teller.judges(b, a, by);
      });
      expect(await dump(new ViewedGraph(graphOf(back)))).toEqual(before);
      const seq = told.teller.events.length;
      expect(await dump(new ViewedGraph(graphOf(same), { knownAtSeq: seq }))).toEqual(before);
      expect(await dump(new ViewedGraph(graphOf(back), { knownAtSeq: seq + 1 }))).toEqual(
        await dump(new ViewedGraph(graphOf(same))),
      );
    }),
    { numRuns: 60 },
  ),
);

test('whichever of two ids is asked, the same claims and sources answer, near and far', () =>
  fc.assert(
    fc.asyncProperty(WORLDS, pairs, async (told, [a = '', b = '']) => {
      const events = tellMore(told, teller => teller.judges(a, b, 'SAME'));
      const { graph, joined, lens } = new ViewedGraph(graphOf(events));
      expect(joined.claimsAbout(a)).toEqual(joined.claimsAbout(b));
      expect(joined.sourcesOf(a)).toEqual(joined.sourcesOf(b));
      const around = async (of: string) =>
        (
          await neighborhood(graph, {
            of,
            hops: 3,
            limit: 100,
            accept: () => true,
            identities: lens.identities,
          })
        ).claims;
      expect(await around(a)).toEqual(await around(b));
    }),
    { numRuns: 60 },
  ));

test('walks step through entities that are one as through one: as where claims were made of the one alone', () =>
  fc.assert(
    fc.asyncProperty(WORLDS, async told => {
      const graph = told.teller.graph();
      const { identities } = new ViewedGraph(graph).lens;
      const home = (id: string): string => identities.homeOf(id);
      const seqs = (records: readonly { recorded: { seq: number } }[]): number[] =>
        records.map(({ recorded }) => recorded.seq);
      const contracted = graphOf(
        told.teller.events.map((recorded): RecordedEvent => {
          const { event } = recorded;
          if (event.type !== 'ClaimMade') return recorded;
          const { subject, object, ...claim } = event.claim;
          const ends = { subject: home(subject), ...(object === undefined ? {} : { object: home(object) }) };
          return { ...recorded, event: { type: 'ClaimMade', claim: { ...claim, ...ends } } };
        }),
      );
      for (const of of ENTITIES) {
        const query = { hops: 2, limit: 100, accept: () => true };
        const joined = await neighborhood(graph, { ...query, of, identities });
        const plain = await neighborhood(contracted, { ...query, of: home(of) });
        expect(seqs(joined.claims)).toEqual(seqs(plain.claims));
        if (identities.areOne('a0', of)) continue;
        const way = { maxHops: 4, limit: 50, avoidHubs: false, accept: () => true };
        const ways = await findPaths(graph, { ...way, from: 'a0', to: of, identities });
        const plainly = await findPaths(contracted, { ...way, from: home('a0'), to: home(of) });
        expect(ways.paths.map(({ hops }) => seqs(hops.map(({ claim }) => claim)))).toEqual(
          plainly.paths.map(({ hops }) => seqs(hops.map(({ claim }) => claim))),
        );
        for (const { hops } of ways.paths) {
          expect(hops[0]?.from).toBe('a0');
          expect(hops.at(-1)?.to).toBe(of);
          for (const [index, hop] of hops.slice(1).entries()) expect(hop.from).toBe(hops[index]?.to);
        }
      }
    }),
    { numRuns: 100 },
  ));

test('all contradictions are those that the claims are in, each once', () => {
  fc.assert(
    fc.property(WORLDS, told => {
      const viewed = new ViewedGraph(told.teller.graph());
      const all = atOnce(allContradictions(viewed.evidence)).contradictions.map(contradictionKey).sort();
      const each = [...viewed.graph.claims()].flatMap(record => viewed.contradictionsOf(record));
      expect(all).toEqual([...new Set(each.map(contradictionKey))].sort());
    }),
    { numRuns: 200 },
  );
});
