import { expect, test } from 'vitest';
import { claimChanges } from '../../../src/evidence/views/claim-changes.js';
import { atOnce } from '../../../src/graph/work/resumable.js';
import { tinyWorld, type TinyWorld } from '../../fixtures/tiny-world.js';

type Tell = (tiny: TinyWorld) => void;

/** What the events told by `then` change, as one commit, after those told by `first`: claim, status before, status after. */
function changesOf(then: Tell, first: Tell = () => {}): (string | null)[][] {
  const tiny = tinyWorld();
  first(tiny);
  const { world } = tiny;
  const told = world.events.length;
  then(tiny);
  const { changes } = atOnce(claimChanges(world.graph(), world.events.slice(told)));
  const names = new Map(Object.entries(tiny.claims).map(([name, id]) => [id, name]));
  return changes.map(({ claim, statusBefore, statusAfter }) => [
    names.get(claim.claim.id) ?? 'new',
    statusBefore,
    statusAfter,
  ]);
}

test('a new claim changes from nothing', () => {
  expect(changesOf(({ world, entities }) => world.claim(entities.kim, 'met', entities.hwang))).toEqual([
    ['new', null, 'UNSUPPORTED'],
  ]);
});

test('an attestation changes the claim it is of', () => {
  expect(
    changesOf(({ world, claims, sources }) => {
      world.says(sources.diplomat, claims.cooling);
    }),
  ).toEqual([['cooling', 'SUPPORTED', 'CORROBORATED']]);
});

test('support may change while the status does not', () => {
  expect(changesOf(({ world, attestations }) => world.withdraws(attestations.diplomatDiversifies))).toEqual([
    ['diversifies', 'SUPPORTED', 'SUPPORTED'],
  ]);
});

test('an entity, a name, a source and a grade change no claim', () => {
  expect(
    changesOf(({ world, entities }) => {
      world.entity('entity:new');
      world.tell({ type: 'NameAdded', entity: entities.choe, name: { text: '최룡해', kind: 'ALIAS' } });
      world.source(entities.ap, { title: 'another dispatch' });
      world.tell({ type: 'PartyGraded', party: entities.upi, reliability: 'B' });
    }),
  ).toEqual([]);
});

test('a source that becomes held changes what it says', () => {
  const silenced = ({ world, attestations }: TinyWorld): void => {
    world.withdraws(attestations.upiCovers);
    world.withdraws(attestations.diplomatCovers);
  };
  const hold = ({ world, sources }: TinyWorld): void => world.hold(sources.ryabkov);
  expect(changesOf(hold, silenced)).toEqual([['covers', 'UNSUPPORTED', 'SUPPORTED']]);
});

test('a tie that is not affirmed any more changes what the family says', () => {
  const changes = changesOf(({ world, claims }) => world.withdrawsClaim(claims.spokesman));
  expect(changes).toEqual([
    ['spokesman', 'SUPPORTED', 'WITHDRAWN'],
    ['diversifies', 'SUPPORTED', 'CORROBORATED'],
  ]);
});

test('a judgement that two parties are one changes what both say', () => {
  const changes = changesOf(({ world, entities }) => world.judges(entities.upi, entities.diplomat, 'SAME'));
  expect(changes).toContainEqual(['envoy', 'CORROBORATED', 'SUPPORTED']);
});

test('a claim in the place of another takes the contradiction away', () => {
  const tiny = tinyWorld();
  const { world, entities, sources, claims } = tiny;
  const rival = world.claim(entities.kim, 'holds_role', entities.second, { validTime: '2014-11' });
  world.says(sources.upi, rival);
  world.supersedes(rival, claims.choeSecond);
  const { changes, after } = atOnce(claimChanges(world.graph(), world.events.slice(-1)));
  expect(changes.map(({ claim, statusBefore }) => [claim.claim.id, statusBefore])).toEqual([
    [claims.choeSecond, 'DISPUTED'],
    [rival, 'DISPUTED'],
  ]);
  expect(changes.map(({ claim }) => after.statusOf(claim))).toEqual(['SPECULATIVE', 'SUPERSEDED']);
});

test('the cause is the event that touched the claim, or the last one for a claim that only felt it', () => {
  const tiny = tinyWorld();
  const { world, attestations, claims } = tiny;
  world.withdrawsClaim(claims.spokesman);
  world.withdraws(attestations.upiCooling);
  const causes = new Map(
    atOnce(claimChanges(world.graph(), world.events.slice(-2))).changes.map(({ claim, cause }) => [
      claim.claim.id,
      cause.seq,
    ]),
  );
  const last = world.events.length;
  expect(causes.get(claims.spokesman)).toBe(last - 1);
  expect(causes.get(claims.cooling)).toBe(last);
  expect(causes.get(claims.diversifies)).toBe(last);
});

test('no events change nothing', () => {
  const { world } = tinyWorld();
  expect(atOnce(claimChanges(world.graph(), [])).changes).toEqual([]);
});
