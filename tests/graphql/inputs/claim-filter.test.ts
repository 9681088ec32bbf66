import { beforeAll, describe, expect, test } from 'vitest';
import { openTinyApi, type Data, type TinyApi } from '../tiny-api.js';

let api: TinyApi;

beforeAll(async () => {
  api = await openTinyApi();
});

const listed = async (filter: string, more = ''): Promise<string[]> => {
  const { claims } = await api.ask(`{ claims(filter: ${filter}${more}) { nodes { sentence } } }`);
  return claims.nodes.map((node: Data) => node['sentence']);
};

const ENVOY = 'Choe Ryong Hae is an envoy of Kim Jong Un to Moscow';
const SECOND = 'Choe Ryong Hae is number two of North Korea';
const HWANG = 'Hwang Pyong So is number two of North Korea';
const LEFT = 'Choe Ryong Hae went to Moscow';
const TURNED = 'The special flight went to Pyongyang';
const COOLING = 'North Korea has cooling ties with China';
const DIVERSE = 'North Korea pursues more diverse relations';
const COVERS = 'The talks covers Russia–North Korea relations';
const OFFICE = "Sergei Ryabkov is part of Russia's foreign ministry";
const SPOKESMAN = 'Lim Byung-chul speaks for Unification Ministry';
const MINISTRY = "Unification Ministry is part of South Korea's government";

test('an empty filter keeps all claims', async () => {
  expect(await listed('{}')).toHaveLength(api.ledger.graph.counts.claims);
});

describe('a filter keeps claims', () => {
  const cases: [filter: string, kept: string[]][] = [
    ['{ subject: "entity:choe" }', [ENVOY, SECOND, LEFT]],
    ['{ object: "entity:second" }', [SECOND, HWANG]],
    ['{ about: "entity:moscow" }', [ENVOY, LEFT]],
    ['{ about: "entity:kim" }', [ENVOY]],
    ['{ about: "entity:moscow", subject: "entity:choe", predicates: ["went_to"] }', [LEFT]],
    ['{ subject: "entity:kim" }', []],
    ['{ predicates: ["went_to", "covers"] }', [COVERS, TURNED, LEFT]],
    ['{ predicates: [] }', []],
    ['{ party: "entity:upi" }', [DIVERSE, COVERS, ENVOY, TURNED, COOLING]],
    ['{ party: "entity:yonhap" }', [TURNED]],
    ['{ party: "entity:kim" }', []],
    ['{ certainty: [POSSIBLE, UNCOMMITTED] }', [SECOND]],
    ['{ certainty: [PROBABLE] }', [HWANG]],
    ['{ statuses: [CORROBORATED] }', [ENVOY]],
    ['{ independence: [ESTABLISHED] }', [ENVOY]],
    ['{ independence: [NONE, DEPENDENT] }', [DIVERSE, COVERS]],
    ['{ independence: [NOT_ESTABLISHED] }', []],
    ['{ independence: [] }', []],
    ['{ independence: [SINGLE], party: "entity:upi" }', [TURNED, COOLING]],
    ['{ kinds: [TOPIC] }', [DIVERSE, COVERS]],
    ['{ kinds: [STATE] }', [DIVERSE, COOLING]],
    ['{ kinds: [STATE], about: "entity:north" }', [COOLING]],
    ['{ kinds: [PERSON], about: "entity:choe" }', [ENVOY]],
    ['{ kinds: [PLACE], about: "entity:choe" }', [ENVOY, LEFT]],
    ['{ kinds: [PLACE, PERSON], subject: "entity:choe" }', [ENVOY, SECOND, LEFT]],
    ['{ kinds: [] }', []],
    ['{ statuses: [] }', []],
    ['{ text: "NUMBER TWO" }', [SECOND, HWANG]],
    ['{ text: "appears to" }', [SECOND]],
    ['{ text: "no such words" }', []],
    ['{ text: "cooling", party: "entity:diplomat" }', []],
  ];
  test.each(cases)('%s', async (filter, kept) => {
    expect(await listed(filter)).toEqual(kept);
  });

  test('by a source, whether in its own word or passing on', async () => {
    expect(await listed(`{ source: "${api.sources.yonhap}" }`)).toEqual([TURNED]);
    expect(await listed(`{ source: "${api.sources.upi}", party: "entity:yonhap" }`)).toEqual([]);
  });

  test('by the words of a quote', async () => {
    const own = await openTinyApi();
    await own.ask(`mutation { attachSource(input: { claim: "${own.claims.cooling}", source: { id: "${own.sources.diplomat}" },
      quote: { exact: "a chill between neighbours" } }) { outcome userErrors { message } } }`);
    const { claims } = await own.ask('{ claims(filter: { text: "a Chill" }) { nodes { id } } }');
    expect(claims.nodes).toEqual([{ id: own.claims.cooling }]);
  });

  test('what was withdrawn is not said by that source any more, unless the view shows it', async () => {
    const own = await openTinyApi();
    await own.ask(
      `mutation { withdrawAttestation(id: "${own.attestations.yonhapSays}", reason: "misread") { userErrors { message } } }`,
    );
    const count = async (view: string): Promise<number> =>
      (await own.ask(`{ claims(filter: { party: "entity:yonhap" }${view}) { totalCount } }`))['claims']
        .totalCount;
    expect(await count('')).toBe(0);
    expect(await count(', view: { includeWithdrawn: true }')).toBe(1);
  });
});

describe('the order of a list', () => {
  test('as recorded, and newest first, are each other turned round', async () => {
    expect((await listed('{}', ', orderBy: NEWEST')).reverse()).toEqual(await listed('{}'));
  });

  test('by support puts what is established first, and among single chains the firmest', async () => {
    const order = await listed('{}', ', orderBy: SUPPORT');
    expect(order[0]).toBe(ENVOY);
    expect(order.slice(1, 3)).toEqual([DIVERSE, COVERS]);
    expect(order.slice(-2)).toEqual([HWANG, SECOND]);
  });

  test('by time begins with what began earliest and ends with what nobody dated', async () => {
    expect(await listed('{}', ', orderBy: VALID_TIME')).toEqual([
      HWANG,
      OFFICE,
      ...[DIVERSE, ENVOY, SECOND, COOLING],
      ...[TURNED, LEFT],
      ...[SPOKESMAN, MINISTRY, COVERS],
    ]);
  });
});

describe('a filter that names what is not there is refused', () => {
  const cases: [filter: string, code: string][] = [
    ['{ about: "entity:nobody" }', 'NOT_FOUND'],
    ['{ subject: "" }', 'NOT_FOUND'],
    ['{ object: "claim:x" }', 'NOT_FOUND'],
    ['{ party: "entity:nobody" }', 'NOT_FOUND'],
    ['{ source: "entity:upi" }', 'NOT_FOUND'],
    ['{ predicates: ["went_to", "flew_to"] }', 'INVALID_INPUT'],
    ['{ text: "" }', 'INVALID_INPUT'],
  ];
  test.each(cases)('%s', async (filter, code) => {
    expect(await api.refuses(`{ claims(filter: ${filter}) { totalCount } }`)).toEqual([code]);
  });
});

describe('`kinds` leaves out the kind of the entity whose claims they are', () => {
  const cases: [filter: string, kept: string[]][] = [
    ['{ kinds: [PERSON] }', [ENVOY]],
    ['{ kinds: [PERSON], about: "entity:kim" }', [ENVOY]],
    ['{ kinds: [ROLE], about: "entity:second" }', [SECOND]],
    ['{ kinds: [ROLE] }', [SECOND]],
    ['{ kinds: [STATE] }', []],
  ];
  test.each(cases)('%s', async (filter, kept) => {
    const { entity } = await api.ask(
      `{ entity(id: "entity:choe") { claims(filter: ${filter}) { totalCount nodes { sentence } } } }`,
    );
    expect(entity.claims.nodes.map((node: Data) => node['sentence'])).toEqual(kept);
    expect(entity.claims.totalCount).toBe(kept.length);
  });
});

test('an entity that holds on to nothing but a value has no other kind', async () => {
  const own = await openTinyApi();
  await own.ask(
    `mutation { makeClaim(input: { subject: "entity:north", predicate: "population", value: "25000000" }) { made } }`,
  );
  const count = async (filter: string): Promise<number> =>
    (await own.ask(`{ claims(filter: { predicates: ["population"], ${filter} }) { totalCount } }`))['claims']
      .totalCount;
  expect(await count('kinds: [STATE]')).toBe(1);
  expect(await count('kinds: [STATE], about: "entity:north"')).toBe(0);
});

test('the claims of an entity stay about it, whatever else the filter says', async () => {
  const { entity } = await api.ask(
    '{ entity(id: "entity:choe") { claims(filter: { about: "entity:moscow" }) { nodes { sentence } } } }',
  );
  expect(entity.claims.nodes.map((node: Data) => node['sentence'])).toEqual([ENVOY, LEFT]);
});
