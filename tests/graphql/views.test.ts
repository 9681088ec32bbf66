import { beforeAll, describe, expect, test } from 'vitest';
import { openTinyApi, type Data, type TinyApi } from './tiny-api.js';

let api: TinyApi;
/** The places in the journal before and after UPI's attestation that Choe is an envoy was recorded. */
let envoySeq: number;

beforeAll(async () => {
  api = await openTinyApi();
  envoySeq = api.ledger.graph.findAttestation(api.attestations.upiEnvoy)?.recorded.seq ?? 0;
});

const sentences = (claims: readonly Data[]): string[] => claims.map(claim => claim['sentence']);

describe('what stands below a field is seen through the view of that field', () => {
  test('the support of a claim reached through an entity', async () => {
    const query = (view: string) => `{ entity(id: "entity:choe"${view}) {
      claims(filter: { predicates: ["envoy_of"] }) { nodes { status support { independent } } } } }`;
    const now = await api.ask(query(''));
    expect(now['entity'].claims.nodes).toEqual([{ status: 'CORROBORATED', support: { independent: 2 } }]);
    const then = await api.ask(query(`, view: { knownAtSeq: ${envoySeq} }`));
    expect(then['entity'].claims.nodes).toEqual([{ status: 'SUPPORTED', support: { independent: 1 } }]);
  });

  test('the claim of an attestation of a source', async () => {
    const query = `{ source(id: "${api.sources.upi}", view: { knownAtSeq: ${envoySeq} }) {
      attestations { nodes { id claim { attestations { nodes { id } } } } } } }`;
    const { source } = await api.ask(query);
    const last = source.attestations.nodes.at(-1);
    expect(last.id).toBe(api.attestations.upiEnvoy);
    expect(last.claim.attestations.nodes).toEqual([{ id: api.attestations.upiEnvoy }]);
  });

  test('two fields of one question have each its own', async () => {
    const answer = await api.ask(`{
      now: claim(id: "${api.claims.envoy}") { support { independent } }
      then: claim(id: "${api.claims.envoy}", view: { knownAtSeq: ${envoySeq} }) { support { independent } }
    }`);
    expect(answer).toEqual({ now: { support: { independent: 2 } }, then: { support: { independent: 1 } } });
  });

  test('a neighbourhood, and the claims of its entities', async () => {
    const query = `{ neighborhood(of: "entity:choe", view: { minIndependent: 2 }) {
      claims { sentence } entities { label claims { nodes { sentence } } } } }`;
    const { neighborhood } = await api.ask(query);
    expect(sentences(neighborhood.claims)).toEqual(['Choe Ryong Hae is an envoy of Kim Jong Un to Moscow']);
    expect(sentences(neighborhood.entities[0].claims.nodes)).toEqual(sentences(neighborhood.claims));
  });
});

const UNDATED_AND_OCTOBER = [
  'Lim Byung-chul speaks for Unification Ministry',
  "Unification Ministry is part of South Korea's government",
  "Sergei Ryabkov is part of Russia's foreign ministry",
  'The talks covers Russia–North Korea relations',
  'Hwang Pyong So is number two of North Korea',
];

describe('a view says which claims a list keeps', () => {
  const cases: [view: string, kept: string[]][] = [
    ['{ minIndependent: 2 }', ['Choe Ryong Hae is an envoy of Kim Jong Un to Moscow']],
    ['{ statuses: [SPECULATIVE] }', ['Choe Ryong Hae is number two of North Korea']],
    ['{ statuses: [] }', []],
    ['{ knownAtSeq: 22 }', ['Lim Byung-chul speaks for Unification Ministry']],
    ['{ knownAtSeq: 0 }', []],
    ['{ knownAt: "2025-01-01T00:00:00Z" }', []],
    ['{ knownAt: "2026-01-01T01:22:00+01:00" }', ['Lim Byung-chul speaks for Unification Ministry']],
    // The handbook of 2014 may have come out after October; all else came out in November.
    ['{ publishedBy: "2014-10" }', []],
    ['{ validAt: "2014-10-01", statuses: [SUPPORTED] }', UNDATED_AND_OCTOBER],
  ];
  test.each(cases)('%s', async (view, kept) => {
    const { claims } = await api.ask(`{ claims(view: ${view}) { nodes { sentence } totalCount } }`);
    expect(sentences(claims.nodes)).toEqual(kept);
    expect(claims.totalCount).toBe(kept.length);
  });
});

describe('things asked for by id', () => {
  test('are null where nobody knew them by then', async () => {
    const view = 'view: { knownAtSeq: 1 }';
    expect(
      await api.ask(`{ entity(id: "entity:choe", ${view}) { id } claim(id: "${api.claims.envoy}", ${view}) { id }
        source(id: "${api.sources.upi}", ${view}) { id } }`),
    ).toEqual({ entity: null, claim: null, source: null });
  });

  test('are null where there is no such thing', async () => {
    expect(
      await api.ask(
        '{ node(id: "x") { id } entity(id: "claim:x") { id } claim(id: "") { id } source(id: "x") { id } }',
      ),
    ).toEqual({ node: null, entity: null, claim: null, source: null });
  });

  test('are shown whatever the filters of the view say', async () => {
    const { claim } = await api.ask(
      `{ claim(id: "${api.claims.turnedBack}", view: { minIndependent: 9, statuses: [DENIED] }) { status } }`,
    );
    expect(claim).toEqual({ status: 'SUPPORTED' });
  });
});

describe('a view that cannot be read is refused', () => {
  test.each([
    '{ validAt: "yesterday" }',
    '{ validAt: "{2014,2015}" }',
    '{ validAt: 2014 }',
    '{ publishedBy: "" }',
    '{ knownAt: "2014-11-18" }',
    '{ knownAt: "2014-11-18T12:00" }',
    '{ knownAt: "2014-02-30T12:00:00Z" }',
    '{ knownAtSeq: -1 }',
    '{ minIndependent: -1 }',
  ])('%s', async view => {
    expect(await api.refuses(`{ claims(view: ${view}) { totalCount } }`)).toEqual(['INVALID_INPUT']);
  });

  test('in a variable too', async () => {
    const query = 'query($at: EDTF) { claims(view: { validAt: $at }) { totalCount } }';
    expect(await api.refuses(query, { at: 'soon' })).toEqual(['INVALID_INPUT']);
  });
});

test('members of a view that are null are as if not given', async () => {
  const query = 'query($view: ViewInput) { claims(view: $view) { totalCount } }';
  const view = { validAt: null, publishedBy: null, knownAt: null, knownAtSeq: null, minIndependent: null };
  expect(await api.ask(query, { view: { ...view, statuses: null, includeWithdrawn: null } })).toEqual(
    await api.ask(query),
  );
  expect(await api.ask(query, { view: null })).toEqual(await api.ask(query));
});

test('a place in the journal that is not reached yet is the end of it', async () => {
  const { claims } = await api.ask('{ claims(view: { knownAtSeq: 1000000 }) { totalCount } }');
  expect(claims.totalCount).toBe(api.ledger.graph.counts.claims);
});
