// Decisions on a draft, which draws no more than decisions look at, are those on a graph with all of it drawn.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attestationId } from '../../../src/domain/attestation.js';
import type { Command, MakeClaim } from '../../../src/domain/command.js';
import type { Event } from '../../../src/domain/event.js';
import { claimMadeBy } from '../../../src/domain/proposition.js';
import { Refusal } from '../../../src/domain/refusal.js';
import { sourceId, type SourceDescription } from '../../../src/domain/source.js';
import { ClaimGraph } from '../../../src/graph/claim-graph.js';
import { decide } from '../../../src/journal/decide/decide.js';
import { decideAll } from '../../../src/journal/decide/decide-all.js';
import { tinyVocabulary } from '../../fixtures/tiny-vocabulary.js';

const AT = '2026-01-01T00:00:00.000Z';
const STAMP = { at: AT, by: 'tester', way: 'API' } as const;
const NAMES = ['a', 'b', 'c'];
const vocabulary = tinyVocabulary();

const MAKINGS: readonly MakeClaim[] = ['speaks_for', 'met', 'at_war'].flatMap(predicate =>
  NAMES.flatMap(subject =>
    NAMES.map((object): MakeClaim => ({
      type: 'MakeClaim',
      subject: `entity:${subject}`,
      predicate,
      object: `entity:${object}`,
      qualifiers: [{ name: 'of', entity: 'entity:a' }],
    })),
  ),
);
const SOURCES = NAMES.map((name): SourceDescription => ({
  kind: 'ARTICLE',
  title: name,
  party: `entity:${name}`,
}));
const CLAIMS = MAKINGS.map(made => claimMadeBy(made, vocabulary.getPredicate(made.predicate)).id);

const name = fc.constantFrom(...NAMES);
const entity = name.map(name => `entity:${name}`);
const claim = fc.constantFrom(...CLAIMS.slice(1, 5));
const source = fc.constantFrom(...SOURCES);
const ref = fc.oneof(
  source.map(one => ({ new: one })),
  source.map(one => ({ id: sourceId(one) })),
);
const said = fc
  .record({
    claim,
    source: source.map(sourceId),
    lineage: fc.constantFrom('OWN' as const, 'UNRECORDED' as const),
  })
  .map(key => attestationId({ ...key, polarity: 'AFFIRMS', relays: [] }));
const reason = fc.constant('for a test');

const command: fc.Arbitrary<Command> = fc.oneof(
  fc
    .record({ id: entity, label: name, provisional: fc.constantFrom({}, { provisional: true as const }) })
    .map(({ provisional, ...one }) => ({
      type: 'AddEntity' as const,
      kind: 'STATE' as const,
      ...one,
      ...provisional,
    })),
  fc
    .record({ entity, text: name })
    .map(({ entity, text }) => ({ type: 'AddName' as const, entity, name: { text } })),
  fc.constantFrom(...MAKINGS.slice(1, 5)),
  fc
    .record({ claim, source: ref, own: fc.boolean() })
    .map(one => ({ type: 'AttachSource' as const, ...one })),
  fc
    .record({ claim, source: ref, via: ref.map(source => [{ source }]) })
    .map(one => ({ type: 'AttachSource' as const, ...one })),
  fc.record({ source, held: fc.boolean() }).map(one => ({ type: 'AddSource' as const, ...one })),
  fc
    .record({ attestation: said, relays: fc.array(said, { minLength: 1, maxLength: 2 }) })
    .map(one => ({ type: 'RecordLineage' as const, lineage: 'RELAYED' as const, ...one })),
  fc.record({ id: said, reason }).map(one => ({ type: 'WithdrawAttestation' as const, ...one })),
  fc.record({ id: claim, reason }).map(one => ({ type: 'WithdrawClaim' as const, ...one })),
  fc
    .record({ id: claim, reason, party: entity })
    .map(({ party, ...one }) => ({ type: 'WithdrawClaim' as const, ...one, saidBy: { party } })),
  fc.record({ id: claim, by: claim, reason }).map(one => ({ type: 'SupersedeClaim' as const, ...one })),
  fc
    .record({ id: entity, reason })
    .map(one => ({ type: 'GradeParty' as const, reliability: 'B' as const, ...one })),
  fc
    .record({ a: entity, b: entity })
    .map(one => ({ type: 'JudgeIdentity' as const, judgement: 'SAME' as const, ...one })),
);

const START: readonly Command[] = NAMES.map(name => ({
  type: 'AddEntity',
  id: `entity:${name}`,
  kind: 'STATE',
  label: name,
}));

type Outcome = readonly Event[] | string;

const outcomeOf = (work: () => readonly Event[]): Outcome => {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
};

/** The obvious way: each is drawn for good before the next is decided on. */
const drawnWhole = (graph: ClaimGraph, commands: readonly Command[]): readonly Outcome[] =>
  commands.map(one =>
    outcomeOf(() => {
      const { events } = decide(graph, one);
      for (const event of events) graph.apply({ seq: graph.seq + 1, ...STAMP, event });
      return events;
    }),
  );

const drafted = (graph: ClaimGraph, commands: readonly Command[]): readonly Outcome[] =>
  graph.draft(draft =>
    commands.map((one): Outcome => {
      const all = decideAll(graph, draft, [one], STAMP);
      return 'decisions' in all ? all.decisions.flatMap(({ events }) => events) : all.refusal.message;
    }),
  );

test('decisions on a draft are those on a graph with all drawn', () => {
  let refused = 0;
  let decided = 0;
  fc.assert(
    fc.property(
      fc.array(command, { minLength: 15, maxLength: 40, size: 'max' }),
      fc.nat(10),
      (some, before) => {
        const [graph, other] = [new ClaimGraph(vocabulary), new ClaimGraph(vocabulary)];
        for (const one of [graph, other]) drawnWhole(one, [...START, ...some.slice(0, before)]);
        const rest = some.slice(before);
        // First on the draft, which leaves the graph as it was.
        const outcomes = drafted(graph, rest);
        expect(outcomes).toEqual(drawnWhole(other, rest));
        expect(drawnWhole(graph, rest)).toEqual(outcomes);
        refused += outcomes.filter(outcome => typeof outcome === 'string').length;
        decided += outcomes.filter(outcome => outcome.length > 0 && typeof outcome !== 'string').length;
      },
    ),
  );
  expect(refused).toBeGreaterThan(100);
  expect(decided).toBeGreaterThan(300);
});
