// Impact: what falls with a source, a party, a family or an attestation.
import { expect, test } from 'vitest';
import { NotFound } from '../../../src/domain/refusal.js';
import { impactOf } from '../../../src/evidence/views/impact.js';
import { atOnce } from '../../../src/graph/work/resumable.js';
import { Teller } from '../../fixtures/teller.js';
import { tinyWorld, type TinyWorld } from '../../fixtures/tiny-world.js';
import { Asking, idsOf } from '../asking.js';

function fallsWith(told: Pick<TinyWorld, 'world' | 'claims'>, id: string, withFamily = false) {
  const name = (claim: string): string =>
    Object.entries(told.claims).find(([, known]) => known === claim)?.[0] ?? claim;
  const { losesAllSupport, dropsToOneChain, changesStatus } = atOnce(
    impactOf(new Asking(told.world).viewed, id, withFamily),
  );
  return {
    lost: idsOf(losesAllSupport).map(name),
    toOne: idsOf(dropsToOneChain).map(name),
    status: changesStatus.map(({ claim, before, after }) => `${name(claim.claim.id)}: ${before} → ${after}`),
  };
}

test('if the unnamed source falls, the claim that rests on it falls and nothing else', () => {
  const told = tinyWorld();
  expect(fallsWith(told, told.sources.unnamed)).toEqual({
    lost: ['turnedBack'],
    toOne: [],
    status: ['turnedBack: SUPPORTED → UNSUPPORTED'],
  });
});

test('if one of two outlets falls, what both say drops to one chain', () => {
  const told = tinyWorld();
  expect(fallsWith(told, told.entities.upi)).toEqual({
    lost: ['turnedBack', 'cooling'],
    toOne: ['diversifies', 'covers', 'envoy'],
    status: [
      'envoy: CORROBORATED → SUPPORTED',
      'turnedBack: SUPPORTED → UNSUPPORTED',
      'cooling: SUPPORTED → UNSUPPORTED',
    ],
  });
});

test('a party falls with its family only if asked to', () => {
  const told = tinyWorld();
  expect(fallsWith(told, told.entities.lim).toOne).toEqual(['diversifies']);
  expect(fallsWith(told, told.entities.lim).lost).toEqual([]);
  expect(fallsWith(told, told.entities.lim, true).lost).toEqual(['diversifies']);
});

test('a body that never spoke itself falls with those who spoke for it', () => {
  const told = tinyWorld();
  expect(fallsWith(told, told.entities.ministry).lost).toEqual([]);
  expect(fallsWith(told, told.entities.ministry, true).lost).toEqual(['diversifies']);
});

test('of a family falls only what it said while it was one', () => {
  const world = new Teller();
  for (const id of ['x', 'y', 'handbook', 'lim', 'ministry']) world.entity(id);
  const tie = world.claim('lim', 'speaks_for', 'ministry', { validTime: '2010/2012' });
  world.says(world.source('handbook'), tie);
  const claims = {
    then: world.claim('x', 'met', 'y', { validTime: '2011' }),
    later: world.claim('x', 'met', 'y'),
  };
  world.says(world.source('lim', { publishedAt: '2011' }), claims.then);
  world.says(world.source('lim', { publishedAt: '2014' }), claims.later);
  expect(fallsWith({ world, claims: claims as never }, 'ministry', true).lost).toEqual(['then']);
});

test('with the word that ties a family falls the tie: its parties count apart', () => {
  const told = tinyWorld();
  expect(fallsWith(told, told.sources.handbook)).toMatchObject({
    lost: ['spokesman', 'ministryOfSeoul', 'officeHolder'],
    status: [
      'spokesman: SUPPORTED → UNSUPPORTED',
      'ministryOfSeoul: SUPPORTED → UNSUPPORTED',
      'officeHolder: SUPPORTED → UNSUPPORTED',
      'diversifies: SUPPORTED → CORROBORATED',
      'covers: SUPPORTED → CORROBORATED',
    ],
  });
});

test('a tie that is superseded still ties, and falls like any other', () => {
  const told = tinyWorld();
  told.world.supersedes(told.claims.spokesman, told.claims.ministryOfSeoul);
  expect(fallsWith(told, told.sources.handbook).status).toContain('diversifies: SUPPORTED → CORROBORATED');
});

test('the fall of a tie is felt by those whom a judgement joins to it', () => {
  const told = tinyWorld();
  const { world, entities, claims, sources } = told;
  for (const one of [entities.ministry, entities.lim]) {
    const twin = world.entity(`${one}-twin`);
    world.judges(one, twin, 'SAME');
    world.says(world.source(twin), claims.cooling);
  }
  world.withdraws(told.attestations.upiCooling);
  expect(fallsWith(told, sources.handbook).status).toContain('cooling: SUPPORTED → CORROBORATED');
});

test('with a rival falls the dispute', () => {
  const told = tinyWorld();
  const { world, entities, claims } = told;
  const rival = world.claim(entities.hwang, 'holds_role', entities.second, { validTime: '2014-11' });
  const said = world.says(world.source(entities.ap), rival);
  expect(fallsWith({ world, claims }, said).status).toEqual([
    'choeSecond: DISPUTED → SPECULATIVE',
    `${rival}: DISPUTED → UNSUPPORTED`,
  ]);
});

test('looks at no more claims than can be affected', () => {
  const told = tinyWorld();
  expect(atOnce(impactOf(new Asking(told.world).viewed, told.sources.unnamed)).explored).toBe(1);
});

test('an id that names nothing is refused', () => {
  const { world } = tinyWorld();
  expect(() => atOnce(impactOf(new Asking(world).viewed, 'entity:nobody'))).toThrow(NotFound);
});

test('nothing is written', () => {
  const told = tinyWorld();
  const asking = new Asking(told.world);
  atOnce(impactOf(asking.viewed, told.entities.upi, true));
  expect(asking.viewed.graph.seq).toBe(told.world.events.length);
  expect(asking.status(told.claims.turnedBack)).toBe('SUPPORTED');
});
