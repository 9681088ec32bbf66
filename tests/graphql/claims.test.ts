import { beforeAll, describe, expect, test } from 'vitest';
import { openTinyApi, type Data, type TinyApi } from './tiny-api.js';

let api: TinyApi;

beforeAll(async () => {
  api = await openTinyApi();
});

const claim = async (id: string, fields: string, view = ''): Promise<Data> =>
  (await api.ask(`{ claim(id: "${id}"${view}) { ${fields} } }`))['claim'];

const PARTY = 'source { party { label } partyDescribedAs }';

/** Outlet first, origin last. */
const words = (chain: Data): string =>
  chain['attestations']
    .map(({ source }: Data) => source['party']?.label ?? source['partyDescribedAs'])
    .join(' ← ');

describe('a claim', () => {
  test('has a sentence, ends, qualifiers and times', async () => {
    const fields = `__typename sentence subject { __typename label } object { __typename label } value { kind }
      predicate { id label dependence objectKinds } qualifiers { name entity { label } value } validTime
      recorded { seq at by way } withdrawn { reason } superseded { reason }`;
    expect(await claim(api.claims.envoy, fields)).toEqual({
      __typename: 'Claim',
      sentence: 'Choe Ryong Hae is an envoy of Kim Jong Un to Moscow',
      subject: { __typename: 'Person', label: 'Choe Ryong Hae' },
      object: { __typename: 'Person', label: 'Kim Jong Un' },
      value: null,
      predicate: {
        id: 'envoy_of',
        label: 'is an envoy of',
        dependence: true,
        objectKinds: ['PERSON', 'ORGANIZATION', 'STATE'],
      },
      qualifiers: [{ name: 'to', entity: { label: 'Moscow' }, value: null }],
      validTime: '2014-11',
      recorded: { ...api.ledger.graph.findClaim(api.claims.envoy)?.recorded },
      withdrawn: null,
      superseded: null,
    });
  });

  test('of two outlets and one family is dependent, and the ties are named', async () => {
    const { support, status, statusExplained } = await claim(
      api.claims.diversifies,
      `status statusExplained support { attestations sources parties origins independent exact independence
        soleDependencies { label } ties { a { label } b { label } because { sentence } }
        interested circular denials certainty firstSaid lastSaid }`,
    );
    expect(status).toBe('SUPPORTED');
    expect(statusExplained).toContain('UPI, 2014-11-18 ← Lim Byung-chul');
    expect(support).toEqual({
      attestations: 4,
      sources: 4,
      parties: 4,
      origins: 1,
      independent: 1,
      exact: true,
      independence: 'DEPENDENT',
      soleDependencies: [{ label: "South Korea's government" }],
      ties: [
        {
          a: { label: 'Lim Byung-chul' },
          b: { label: "South Korea's government" },
          because: [
            { sentence: 'Lim Byung-chul speaks for Unification Ministry' },
            { sentence: "Unification Ministry is part of South Korea's government" },
          ],
        },
      ],
      interested: false,
      circular: false,
      denials: 0,
      certainty: 'CERTAIN',
      firstSaid: '2014-11-18',
      lastSaid: '2014-11-18',
    });
  });

  test('has chains from what is held down to the origins, and says which are established', async () => {
    const fields = `chains { established certainty attestations { ${PARTY} } }`;
    const { chains: turned } = await claim(api.claims.turnedBack, fields);
    expect(turned.map(words)).toEqual(['UPI ← Yonhap ← a diplomatic source in Moscow']);
    expect(turned[0]).toMatchObject({ established: false, certainty: 'CERTAIN' });
    const { chains: diversifies } = await claim(api.claims.diversifies, fields);
    expect(diversifies.map(words)).toEqual([
      'UPI ← Lim Byung-chul',
      "The Diplomat ← South Korea's government",
    ]);
    expect(diversifies.map((chain: Data) => chain['established'])).toEqual([true, true]);
    const { chains: left } = await claim(api.claims.left, fields);
    expect(left[0]).toMatchObject({ established: false });
  });

  test('has no more chains than are asked for', async () => {
    expect((await claim(api.claims.envoy, 'chains(first: 1) { certainty }'))['chains']).toHaveLength(1);
    expect((await claim(api.claims.envoy, 'chains(first: 0) { certainty }'))['chains']).toEqual([]);
    expect((await claim(api.claims.envoy, 'chains(polarity: DENIES) { certainty }'))['chains']).toEqual([]);
  });

  test('comes after another in the same place', async () => {
    const { precededBy, succeededBy } = await claim(
      api.claims.choeSecond,
      'precededBy { subject { label } } succeededBy { id }',
    );
    expect([precededBy, succeededBy]).toEqual([[{ subject: { label: 'Hwang Pyong So' } }], []]);
    expect((await claim(api.claims.hwangSecond, 'succeededBy { id }'))['succeededBy']).toEqual([
      { id: api.claims.choeSecond },
    ]);
  });
});

describe('a value', () => {
  const value = async (input: string): Promise<Data> => {
    const made =
      await api.ask(`mutation { makeClaim(input: { subject: "entity:north", predicate: "population", ${input} }) {
      claim { sentence object { id } value { kind text } } userErrors { message } } }`);
    return made['makeClaim'].claim;
  };
  test.each([
    ['value: "25000000"', { kind: 'NUMBER', text: '25000000' }],
    ['unknown: SOME_VALUE', { kind: 'SOME_VALUE', text: 'some value' }],
    ['unknown: NO_VALUE', { kind: 'NO_VALUE', text: 'no value' }],
  ])('%s', async (input, shown) => {
    expect(await value(input)).toMatchObject({ object: null, value: shown });
  });
});

describe('an attestation', () => {
  const attestation = async (id: string, fields: string): Promise<Data> =>
    (await api.ask(`{ node(id: "${id}") { ... on Attestation { ${fields} } } }`))['node'];

  test('says how firmly, in which words and on whose word', async () => {
    const fields = `polarity certainty wording lineage held carries credibility quote { exact } withdrawn { reason }
      claim { id } source { id } recorded { by }`;
    expect(await attestation(api.attestations.diplomatSecond, fields)).toEqual({
      polarity: 'AFFIRMS',
      certainty: 'POSSIBLE',
      wording: 'appears to',
      lineage: 'OWN',
      held: true,
      carries: true,
      credibility: null,
      quote: null,
      withdrawn: null,
      claim: { id: api.claims.choeSecond },
      source: { id: api.sources.diplomat },
      recorded: { by: 'Tess' },
    });
  });

  test('in the middle of a chain knows whom it relays and who relays it', async () => {
    const fields = `held lineage relays { id } relayedBy { id } chains { attestations { id } }`;
    const { yonhapSays, unnamedSays, upiTurnedBack } = api.attestations;
    expect(await attestation(yonhapSays, fields)).toEqual({
      held: false,
      lineage: 'RELAYED',
      relays: [{ id: unnamedSays }],
      relayedBy: [{ id: upiTurnedBack }],
      chains: [{ attestations: [{ id: yonhapSays }, { id: unnamedSays }] }],
    });
  });

  test('that was withdrawn is left out of what relays, unless the view shows it', async () => {
    const own = await openTinyApi();
    const { yonhapSays, upiTurnedBack } = own.attestations;
    await own.ask(
      `mutation { withdrawAttestation(id: "${yonhapSays}", reason: "misread") { claim { id } } }`,
    );
    const query = (view: string) => `{ claim(id: "${own.claims.turnedBack}"${view}) { attestations { nodes {
      id carries withdrawn { reason } relays { id } } } } }`;
    const relaysOfUpi = async (view = '') =>
      (await own.ask(query(view)))['claim'].attestations.nodes.find(
        (node: Data) => node['id'] === upiTurnedBack,
      );
    expect(await relaysOfUpi()).toMatchObject({ relays: [], carries: false });
    expect(await relaysOfUpi(', view: { includeWithdrawn: true }')).toMatchObject({
      relays: [{ id: yonhapSays }],
      carries: false,
    });
    const before = own.ledger.graph.seq - 1;
    expect(await relaysOfUpi(`, view: { knownAtSeq: ${before} }`)).toMatchObject({
      relays: [{ id: yonhapSays }],
      carries: true,
    });
  });
});

describe('the attestations of a claim', () => {
  const listed = async (own: TinyApi, args: string, view = ''): Promise<string[]> => {
    const { claim: found } = await own.ask(
      `{ claim(id: "${own.claims.cooling}"${view}) { attestations${args} { nodes { id polarity } } } }`,
    );
    return found.attestations.nodes.map((node: Data) => node['polarity']);
  };

  test('are those of one polarity or of both, with withdrawn ones where they are asked for', async () => {
    const own = await openTinyApi();
    const denied =
      await own.ask(`mutation { attachSource(input: { claim: "${own.claims.cooling}", polarity: DENIES,
      source: { id: "${own.sources.diplomat}" }, own: true }) { attestation { id } } }`);
    expect(await listed(own, '')).toEqual(['AFFIRMS', 'DENIES']);
    expect(await listed(own, '(polarity: DENIES)')).toEqual(['DENIES']);
    expect(await listed(own, '(polarity: null)')).toEqual(['AFFIRMS', 'DENIES']);
    const { id } = denied['attachSource'].attestation;
    await own.ask(`mutation { withdrawAttestation(id: "${id}", reason: "misread") { claim { id } } }`);
    expect(await listed(own, '')).toEqual(['AFFIRMS']);
    expect(await listed(own, '(includeWithdrawn: true)')).toEqual(['AFFIRMS', 'DENIES']);
    expect(await listed(own, '', ', view: { includeWithdrawn: true }')).toEqual(['AFFIRMS', 'DENIES']);
  });

  test('are only those that were out by then', async () => {
    expect(await listed(api, '', ', view: { publishedBy: "2014-11-17" }')).toEqual([]);
    expect(await listed(api, '', ', view: { publishedBy: "2014-11-18" }')).toEqual(['AFFIRMS']);
  });
});

test('what is denied is disputed, and the denial has a support of its own', async () => {
  const own = await openTinyApi();
  await own.ask(`mutation { attachSource(input: { claim: "${own.claims.cooling}", polarity: DENIES,
    source: { id: "${own.sources.diplomat}" }, own: true }) { outcome } }`);
  const { claim: found } = await own.ask(`{ claim(id: "${own.claims.cooling}") { status
    support { attestations denials } supportAgainst { attestations independence }
    contradictions { kind claims { id } explained } } }`);
  expect(found).toMatchObject({
    status: 'DISPUTED',
    support: { attestations: 1, denials: 1 },
    supportAgainst: { attestations: 1, independence: 'SINGLE' },
    contradictions: [{ kind: 'DENIAL', claims: [{ id: own.claims.cooling }] }],
  });
  expect(found.contradictions[0].explained).toContain('denied by The Diplomat');
});
