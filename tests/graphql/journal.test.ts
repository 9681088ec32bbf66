import { expect, test } from 'vitest';
import { openTinyApi, type Data } from './tiny-api.js';

test('the journal tells in plain words what was accepted, and what it is about', async () => {
  const api = await openTinyApi();
  const { claims, attestations, sources } = api;
  const before = api.ledger.graph.seq;
  await api.ask(`mutation {
    addName(input: { entity: "entity:choe", name: { text: "최룡해" } }) { entity { id } }
    gradeParty(id: "entity:upi", reliability: B, reason: "long record") { entity { id } }
    judgeIdentity(a: "entity:lim", b: "entity:ryabkov", judgement: DIFFERENT) { a { id } }
    recordLineage(input: { attestation: "${attestations.diplomatEnvoy}", lineage: UNRECORDED }) { attestation { id } }
    attachSource(input: { claim: "${claims.covers}", source: { id: "${sources.foreign}" }, polarity: DENIES }) { outcome userErrors { message } }
    withdrawAttestation(id: "${attestations.upiCooling}", reason: "misread") { claim { id } }
    supersedeClaim(id: "${claims.left}", by: "${claims.envoy}", reason: "put better") { claim { id } }
    withdrawClaim(id: "${claims.left}", reason: "mistaken") { claim { id } }
  }`);
  const { journal } = await api.ask(`{ journal(first: 100) { nodes { seq type summary subjectId by at } } }`);
  const told = journal.nodes
    .slice(before)
    .map(({ type, summary, subjectId }: Data) => [type, summary, subjectId]);
  const denial = told.find(([type]: string[]) => type === 'SourceAttached')?.[2];
  expect(told).toEqual([
    ['NameAdded', 'Choe Ryong Hae is also called “최룡해”', 'entity:choe'],
    ['PartyGraded', 'Graded UPI B (long record)', 'entity:upi'],
    ['IdentityJudged', 'Judged Lim Byung-chul and Sergei Ryabkov: DIFFERENT', 'entity:lim'],
    [
      'LineageRecorded',
      'Noted the lineage UNRECORDED: The Diplomat, “An envoy travels” on: Choe Ryong Hae is an envoy of Kim Jong Un to Moscow',
      attestations.diplomatEnvoy,
    ],
    [
      'SourceHeld',
      expect.stringMatching(/^Now held itself: Russia's foreign ministry, “source \d+”$/),
      sources.foreign,
    ],
    ['SourceAttached', expect.stringMatching(/ denies: The talks covers /), denial],
    [
      'AttestationWithdrawn',
      'Withdrew: UPI, “Envoy in Moscow” on: North Korea has cooling ties with China (misread)',
      attestations.upiCooling,
    ],
    [
      'ClaimSuperseded',
      'Replaced the claim: Choe Ryong Hae went to Moscow, by: Choe Ryong Hae is an envoy of Kim Jong Un to Moscow (put better)',
      claims.left,
    ],
    ['ClaimWithdrawn', 'Withdrew the claim: Choe Ryong Hae went to Moscow (mistaken)', claims.left],
  ]);
});

test('every entry is about something that `node` finds', async () => {
  const api = await openTinyApi();
  const { journal } = await api.ask('{ journal(first: 100) { nodes { subjectId summary } } }');
  for (const { subjectId, summary } of journal.nodes) {
    expect(summary).not.toMatch(/:[0-9a-f]{24}/);
    const { node } = await api.ask(`{ node(id: "${subjectId}") { id } }`);
    expect(node).toEqual({ id: subjectId });
  }
});

test('an entry leads to its claim and its attestation, as far as the view knows them', async () => {
  const api = await openTinyApi();
  const { claims, attestations } = api;
  await api.ask(`mutation {
    addName(input: { entity: "entity:choe", name: { text: "최룡해" } }) { entity { id } }
    recordLineage(input: { attestation: "${attestations.diplomatEnvoy}", lineage: UNRECORDED }) { attestation { id } }
    supersedeClaim(id: "${claims.left}", by: "${claims.envoy}", reason: "put better") { claim { id } }
    withdrawClaim(id: "${claims.cooling}", reason: "mistaken") { claim { id } }
    withdrawAttestation(id: "${attestations.upiTurnedBack}", reason: "misread") { claim { id } }
  }`);
  const told = async (view = '') => {
    const { journal } = await api.ask(
      `{ journal(orderBy: NEWEST, first: 5${view}) { nodes { type claim { id status } attestation { id } } } }`,
    );
    return journal.nodes.map(({ type, claim, attestation }: Data) => [type, claim, attestation?.id]);
  };
  expect(await told()).toEqual([
    ['AttestationWithdrawn', { id: claims.turnedBack, status: 'UNSUPPORTED' }, attestations.upiTurnedBack],
    ['ClaimWithdrawn', { id: claims.cooling, status: 'WITHDRAWN' }, undefined],
    ['ClaimSuperseded', { id: claims.left, status: 'SUPERSEDED' }, undefined],
    ['LineageRecorded', { id: claims.envoy, status: 'SUPPORTED' }, attestations.diplomatEnvoy],
    ['NameAdded', null, undefined],
  ]);
  expect((await told(', view: { knownAtSeq: 1 }')).map(([, claim]: unknown[]) => claim)).toEqual(
    Array.from({ length: 5 }, () => null),
  );
  const { journal } = await api.ask(
    `{ journal(types: [ClaimMade, SourceAttached], first: 100) { nodes { type claim { id } attestation { claim { id } } } } }`,
  );
  for (const { type, claim, attestation } of journal.nodes)
    expect(attestation?.claim ?? claim).toEqual(type === 'ClaimMade' ? claim : attestation.claim);
});
