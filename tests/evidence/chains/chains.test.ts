// Chains: what lies on one, how firm it is, in which order they are listed.
import { expect, test } from 'vitest';
import type { Certainty } from '../../../src/domain/attestation.js';
import { Teller } from '../../fixtures/teller.js';
import { tinyWorld } from '../../fixtures/tiny-world.js';
import { Asking } from '../asking.js';

function oneClaim() {
  const teller = new Teller();
  for (const id of ['x', 'y', 'agency', 'outlet', 'paper']) teller.entity(id);
  const claim = teller.claim('x', 'met', 'y');
  const reported = (party: string | null) => teller.source(party, { held: false });
  const chains = () => new Asking(teller).viewed.evidence.chainsOf(claim, 'AFFIRMS');
  return { teller, claim, reported, chains };
}

test('a wire that is held stands by itself', () => {
  const { teller, claim } = oneClaim();
  const wire = teller.says(teller.source('agency'), claim);
  expect(new Asking(teller).carrying(claim)).toEqual([wire]);
});

test('a wire that is only reported stands and falls with those who report it', () => {
  const { teller, claim, reported } = oneClaim();
  const wire = teller.says(reported('agency'), claim);
  expect(new Asking(teller).carrying(claim)).toEqual([]);
  const reprint = teller.says(teller.source('outlet'), claim, { relays: [wire] });
  expect(new Asking(teller).carrying(claim)).toEqual([wire, reprint].sort());
  teller.withdraws(reprint);
  expect(new Asking(teller).carrying(claim)).toEqual([]);
});

test('a reported wire stands once it is held', () => {
  const { teller, claim, reported } = oneClaim();
  const source = reported('agency');
  const wire = teller.says(source, claim);
  teller.hold(source);
  expect(new Asking(teller).carrying(claim)).toEqual([wire]);
  expect(new Asking(teller, { knownAtSeq: teller.events.length - 1 }).carrying(claim)).toEqual([]);
});

test('withdrawing an attestation silences who only relayed it, not who also relayed another', () => {
  const { teller, claim, reported } = oneClaim();
  const one = teller.says(reported('agency'), claim);
  const other = teller.says(reported(null), claim);
  const both = teller.says(teller.source('outlet'), claim, { relays: [one, other] });
  teller.says(teller.source('paper'), claim, { relays: [one] });
  teller.withdraws(one);
  expect(new Asking(teller).carrying(claim)).toEqual([other, both].sort());
});

test('a chain does not pass from one polarity to the other', () => {
  const { teller, claim, reported } = oneClaim();
  const denial = teller.denies(reported('agency'), claim);
  teller.says(teller.source('outlet'), claim, { relays: [denial] });
  expect(new Asking(teller).carrying(claim)).toEqual([]);
  expect(new Asking(teller).carrying(claim, 'DENIES')).toEqual([]);
});

test('a ring carries nothing and is circular; a way out of it carries', () => {
  const { teller, claim, chains, reported } = oneClaim();
  const a = teller.says(teller.source('outlet'), claim);
  const b = teller.says(teller.source('paper'), claim, { relays: [a] });
  teller.notes(a, 'RELAYED', [b]);
  expect(chains()).toMatchObject({ circular: true, carrying: [], any: false, certainty: null });
  const origin = teller.says(reported('agency'), claim);
  teller.notes(b, 'RELAYED', [a, origin]);
  expect(chains()).toMatchObject({ circular: true, any: true });
  expect(chains().carrying).toHaveLength(3);
});

test.each<{ chains: Certainty[][]; certainty: Certainty }>([
  { chains: [['CERTAIN', 'CERTAIN']], certainty: 'CERTAIN' },
  { chains: [['CERTAIN', 'POSSIBLE']], certainty: 'POSSIBLE' },
  { chains: [['UNCOMMITTED', 'CERTAIN']], certainty: 'UNCOMMITTED' },
  {
    chains: [
      ['CERTAIN', 'UNCOMMITTED'],
      ['PROBABLE', 'PROBABLE'],
    ],
    certainty: 'PROBABLE',
  },
  {
    chains: [
      ['CERTAIN', 'POSSIBLE'],
      ['POSSIBLE', 'CERTAIN'],
    ],
    certainty: 'POSSIBLE',
  },
])('chains as firm as $chains make a claim $certainty', ({ chains: firmness, certainty }) => {
  const { teller, claim, chains, reported } = oneClaim();
  for (const [outlet, origin] of firmness) {
    const relayed = teller.says(reported('agency'), claim, { certainty: origin ?? 'CERTAIN' });
    teller.says(teller.source('outlet'), claim, { relays: [relayed], certainty: outlet ?? 'CERTAIN' });
  }
  expect(chains().certainty).toBe(certainty);
});

test('chains are listed from the outlet down, the earlier recorded first, and no more than asked for', () => {
  const { world, claims, attestations } = tinyWorld();
  const listed = (claim: string, limit: number) =>
    new Asking(world).viewed.evidence
      .chainsOf(claim, 'AFFIRMS')
      .list(limit)
      .map(chain => chain.map(node => node.record.attestation.id));
  const { upiTurnedBack, yonhapSays, unnamedSays, upiEnvoy, diplomatEnvoy } = attestations;
  expect(listed(claims.turnedBack, 10)).toEqual([[upiTurnedBack, yonhapSays, unnamedSays]]);
  expect(listed(claims.envoy, 10)).toEqual([[upiEnvoy], [diplomatEnvoy]]);
  expect(listed(claims.envoy, 1)).toEqual([[upiEnvoy]]);
});

test('a chain beside a great tangle of rings is found at once', () => {
  const { teller, claim, chains } = oneClaim();
  const origin = teller.says(teller.source('agency', { held: false }), claim);
  const start = teller.says(teller.source('outlet'), claim, { relays: [origin] });
  const tangle = Array.from({ length: 30 }, () => teller.says(teller.source(null, { held: false }), claim));
  for (const one of tangle) teller.notes(one, 'RELAYED', [start, ...tangle.filter(other => other !== one)]);
  teller.notes(start, 'RELAYED', [...tangle, origin]);
  const later = teller.says(teller.source('paper'), claim, { relays: [origin] });
  const ids = chains()
    .list(5)
    .map(chain => chain.map(node => node.record.attestation.id));
  expect(ids).toEqual([
    [start, origin],
    [later, origin],
  ]);
  expect(new Asking(teller).support(claim).independence).toBe('DEPENDENT');
});
