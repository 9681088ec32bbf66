// Random small worlds: a few parties, ties, claims and sources, and then anything that may be said, noted, judged or withdrawn.
import fc from 'fast-check';
import { CERTAINTIES } from '../../src/domain/attestation.js';
import type { View } from '../../src/domain/view.js';
import type { Value } from '../../src/domain/claim.js';
import { ACTORS, LATER, OTHERS, WorldMaker, type AnySaying, type Shape, type Told } from './world-maker.js';

export type { Told } from './world-maker.js';

const TIMES = [undefined, '2010', '2010/2012', '2011/2013', '2013', '../2011', '2012/', '2012~'];
const DATES = [undefined, '2010', '2011-06', '2012-03', '2013-01~', '2012/'];
const place = fc.nat(1000);

const tie = fc.record({
  subject: fc.constantFrom(...ACTORS),
  predicate: fc.constantFrom('speaks_for', 'part_of'),
  object: fc.constantFrom(...ACTORS),
  validTime: fc.constantFrom(...TIMES),
});

const slotClaim = fc.record({
  subject: fc.constantFrom('a0', 'a1', 'a2'),
  predicate: fc.constantFrom('capital', 'holds_role', 'shares_role', 'heads', 'population', 'met'),
  object: fc.constantFrom<string | Value>(
    ...OTHERS,
    'a0',
    { type: 'NUMBER', text: '7' },
    { type: 'SOME_VALUE' },
  ),
  validTime: fc.constantFrom(...TIMES),
});

const oppositeClaim = fc.record({
  subject: fc.constantFrom('a0', 'a1'),
  predicate: fc.constantFrom('ties_cooling', 'ties_warming', 'at_war', 'at_peace'),
  object: fc.constantFrom<string | Value>('a0', 'a1'),
  validTime: fc.constantFrom(...TIMES),
});

/** Claims that are likely to meet in one slot. */
const rival = fc.oneof(
  fc.record({
    subject: fc.constantFrom('a0', 'a1', 'a2'),
    predicate: fc.constantFrom('heads', 'shares_role'),
    object: fc.constantFrom<string | Value>('r0', 'r1'),
    validTime: fc.constantFrom(...TIMES),
  }),
  fc.record({
    subject: fc.constant('a0'),
    predicate: fc.constant('population'),
    object: fc.constantFrom<string | Value>(
      { type: 'NUMBER', text: '7' },
      { type: 'NUMBER', text: '8' },
      { type: 'NO_VALUE' },
      { type: 'SOME_VALUE' },
    ),
    validTime: fc.constantFrom(...TIMES),
  }),
  oppositeClaim,
);

const source = fc.record({
  party: fc.constantFrom(...ACTORS, null),
  publishedAt: fc.constantFrom(...DATES),
  held: fc.constantFrom(true, true, false),
});

const saying = fc.record({
  source: place,
  claim: place,
  polarity: fc.constantFrom('AFFIRMS' as const, 'AFFIRMS' as const, 'AFFIRMS' as const, 'DENIES' as const),
  certainty: fc.constantFrom(...CERTAINTIES, 'CERTAIN' as const),
  lineage: fc.constantFrom('OWN' as const, 'UNRECORDED' as const, 'RELAYED' as const, 'RELAYED' as const),
  relays: fc.array(place, { minLength: 1, maxLength: 3 }),
});

const later = fc.record({
  what: fc.constantFrom(...LATER, 'note' as const),
  one: place,
  other: place,
  relays: fc.array(place, { minLength: 1, maxLength: 3 }),
});

const OWN_WORD: Pick<AnySaying, 'polarity' | 'certainty' | 'lineage' | 'relays'> = {
  polarity: 'AFFIRMS',
  certainty: 'CERTAIN',
  lineage: 'OWN',
  relays: [],
};

/** Any small world. */
export const anyWorld = (shape: Shape): fc.Arbitrary<Told> =>
  fc
    .record({
      claims: fc.array(fc.oneof(tie, tie, slotClaim, oppositeClaim), { minLength: 1, maxLength: 7 }),
      sources: fc.array(source, { minLength: 2, maxLength: 7 }),
      sayings: fc.array(saying, { minLength: 3, maxLength: 18 }),
      laters: fc.array(later, { maxLength: 6 }),
      more: fc.array(saying, { maxLength: 3 }),
    })
    .map(({ claims, sources, sayings, laters, more }) => {
      const maker = new WorldMaker(shape);
      for (const claim of claims) maker.claim(claim);
      maker.tellSources(sources);
      for (const one of sayings) maker.say(one);
      for (const one of laters) maker.then(one);
      for (const one of more) maker.say(one);
      return maker.told();
    });

/** A world of one claim: everyone says it, and nearly all relay each other. */
export const denseWorld = (shape: Shape, sayings = 9): fc.Arbitrary<Told> =>
  fc
    .record({
      sources: fc.array(source, { minLength: 3, maxLength: 8 }),
      sayings: fc.array(saying, { minLength: 3, maxLength: sayings }),
      notes: fc.array(later, { maxLength: 6 }),
    })
    .map(({ sources, sayings: said, notes }) => {
      const maker = new WorldMaker(shape);
      maker.claim({ subject: 'a0', predicate: 'met', object: 'a1', validTime: '2011' });
      for (const { party, held } of sources) maker.sources.push(maker.teller.source(party, { held }));
      for (const one of said) maker.say({ ...one, polarity: 'AFFIRMS' });
      for (const one of notes) maker.then({ ...one, what: 'note' });
      return maker.told();
    });

/** A world of ties: all of them affirmed by a handbook, and one claim about which their parties speak. */
export const tiedWorld = (shape: Shape): fc.Arbitrary<Told> =>
  fc
    .record({
      ties: fc.array(tie, { minLength: 2, maxLength: 5 }),
      speakers: fc.subarray([...ACTORS], { minLength: 2 }),
      publishedAt: fc.constantFrom(...DATES),
      sources: fc.array(source, { minLength: 1, maxLength: 4 }),
      sayings: fc.array(saying, { maxLength: 6 }),
      laters: fc.array(later, { maxLength: 4 }),
    })
    .map(({ ties, speakers, publishedAt, sources, sayings, laters }) => {
      const maker = new WorldMaker(shape);
      maker.tellSources([{ party: null, publishedAt: '2010', held: true }]);
      for (const one of ties) maker.claim(one);
      maker.claims.forEach((_, claim) => maker.say({ ...OWN_WORD, claim, source: 0 }));
      maker.claim({ subject: 'a0', predicate: 'met', object: 'a1', validTime: undefined });
      const claim = maker.claims.length - 1;
      maker.tellSources(speakers.map(party => ({ party, publishedAt, held: true })));
      speakers.forEach((_, at) => maker.say({ ...OWN_WORD, claim, source: at + 1 }));
      maker.tellSources(sources);
      for (const one of sayings) maker.say({ ...one, claim });
      for (const one of laters) maker.then(one);
      return maker.told();
    });

/** A judgement on two that rival claims name. */
const judging = fc.record({
  pair: fc.constantFrom(
    ['a0', 'a1'] as const,
    ['a1', 'a2'] as const,
    ['a2', 'a0'] as const,
    ['r0', 'r1'] as const,
  ),
  judgement: fc.constantFrom('SAME' as const, 'SAME' as const, 'SAME' as const, 'DIFFERENT' as const),
});

/** A world of crowded slots: nearly every claim is affirmed by someone, and competes with others; some entities are judged one. */
export const crowdedWorld = (): fc.Arbitrary<Told> =>
  fc
    .record({
      claims: fc.array(rival, { minLength: 3, maxLength: 7 }),
      sayings: fc.array(saying, { maxLength: 6 }),
      judged: fc.array(judging, { maxLength: 4 }),
      laters: fc.array(later, { maxLength: 3 }),
    })
    .map(({ claims, sayings, judged, laters }) => {
      const maker = new WorldMaker('no rings');
      for (const claim of claims) maker.claim(claim);
      for (const party of ACTORS) maker.sources.push(maker.teller.source(party));
      maker.claims.forEach((_, claim) => maker.say({ ...OWN_WORD, claim, source: claim }));
      for (const one of sayings) maker.say(one);
      for (const { pair, judgement } of judged) maker.teller.judges(pair[0], pair[1], judgement);
      for (const one of laters) maker.then(one);
      return maker.told();
    });

/** A view with some of its times given; `events` is the length of the journal. */
export const anyView = (events: number): fc.Arbitrary<View> =>
  fc
    .record({
      publishedBy: fc.constantFrom(undefined, undefined, '2011', '2012-03', '2013'),
      knownAtSeq: fc.oneof(
        fc.constant(undefined),
        fc.constant(undefined),
        fc.integer({ min: 0, max: events }),
      ),
      validAt: fc.constantFrom(undefined, '2010', '2012-06'),
    })
    .map(view => Object.fromEntries(Object.entries(view).filter(([, time]) => time !== undefined)));

/** A world with a view of it. */
export const viewed = (worlds: fc.Arbitrary<Told>): fc.Arbitrary<{ told: Told; view: View }> =>
  worlds.chain(world => anyView(world.teller.events.length).map(view => ({ told: world, view })));
