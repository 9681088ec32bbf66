// Finding sources by words and by address, and how much they say.
import { beforeAll, describe, expect, test } from 'vitest';
import { openTinyApi, type Data, type TinyApi } from './tiny-api.js';

let api: TinyApi;
/** A source with an address, of The Diplomat. */
let report: string;

const ADDRESS = 'https://example.org/Reports/choe-in-moscow?page=2';

beforeAll(async () => {
  api = await openTinyApi();
  await api.ask(
    `mutation { addName(input: { entity: "entity:yonhap", name: { text: "연합뉴스" } }) { entity { id } } }`,
  );
  const { attachSource } = await api.ask(`mutation { attachSource(input: { claim: "${api.claims.left}",
    source: { new: { kind: REPORT, title: "Besuch: Ch'oe in Moskau", url: "${ADDRESS}", party: "entity:diplomat" } } })
    { attestation { source { id } } userErrors { message } } }`);
  report = attachSource.attestation.source.id;
});

const found = async (args: string): Promise<string[]> => {
  const { sources } = await api.ask(`{ sources(${args}) { totalCount nodes { id } } }`);
  expect(sources.totalCount).toBe(sources.nodes.length);
  return sources.nodes.map((node: Data) => node['id']);
};

type Named = keyof TinyApi['sources'] | 'report';
const idOf = (name: Named): string => (name === 'report' ? report : api.sources[name]);

describe('sources are found by words', () => {
  const cases: [about: string, text: string, names: Named[]][] = [
    ['of the title', 'envoy', ['upi', 'diplomat']],
    ['of the title in any order', 'moscow ENVOY', ['upi']],
    ['of the title, folded', 'choe moskau', ['report']],
    ['of the title, accents or not', "Ch'öe", ['report']],
    ['of the address', 'example.org/reports', ['report']],
    ['of the description of an unnamed party', 'diplomatic source', ['unnamed']],
    ['of the party', 'unification', []],
    ['of a label of the party', 'foreign ministry', ['foreign']],
    ['of another name of the party', '연합', ['yonhap']],
    ['of the party and of the title together', 'diplomat travels', ['diplomat']],
    ['of which one occurs nowhere', 'envoy nowhere', []],
    ['which are none', '!?', []],
  ];
  test.each(cases)('%s: %s', async (_, text, names) => {
    expect(await found(`text: ${JSON.stringify(text)}`)).toEqual(names.map(idOf));
  });

  test('a name that is given later finds them too', async () => {
    expect(await found('text: "press international"')).toEqual([]);
    await api.ask(
      `mutation { addName(input: { entity: "entity:upi", name: { text: "United Press International" } }) { entity { id } } }`,
    );
    expect(await found('text: "press international"')).toEqual([api.sources.upi]);
  });

  test.each(['""', '"  "', '"\\u0007"', JSON.stringify('x'.repeat(1001))])('of %s is refused', async text => {
    expect(await api.refuses(`{ sources(text: ${text}) { totalCount } }`)).toEqual(['INVALID_INPUT']);
  });
});

describe('a source is found by its address', () => {
  test.each([
    ['as it was given', ADDRESS],
    ['with a fragment', `${ADDRESS}#top`],
    ['with its host in capitals', ADDRESS.replace('example.org', 'EXAMPLE.org')],
    ['between blanks', `  ${ADDRESS} `],
  ])('%s', async (_, url) => {
    expect(await found(`url: ${JSON.stringify(url)}`)).toEqual([report]);
  });

  test('which is another where its path is', async () => {
    expect(await found(`url: "${ADDRESS.toLowerCase()}"`)).toEqual([]);
  });

  test.each(['""', '"example.org"', '"ftp://example.org/"'])('but %s is refused', async url => {
    expect(await api.refuses(`{ sources(url: ${url}) { totalCount } }`)).toEqual(['INVALID_INPUT']);
  });
});

test('all that is asked for must fit', async () => {
  const url = `url: "${ADDRESS}"`;
  expect(await found(`${url}, party: "entity:diplomat", text: "besuch"`)).toEqual([report]);
  expect(await found(`${url}, party: "entity:upi"`)).toEqual([]);
  expect(await found(`${url}, text: "envoy"`)).toEqual([]);
  expect(await found(`${url}, publishedBy: "2014"`)).toEqual([]);
  expect(await found('party: "entity:upi", text: "travels"')).toEqual([]);
});

test('a view leaves out what was not known by then, and shows the rest as it was', async () => {
  const own = await openTinyApi();
  const before = own.ledger.graph.seq;
  await own.ask(`mutation { attachSource(input: { claim: "${own.claims.left}", source: { new: { kind: ARTICLE,
    title: "Later", party: "entity:upi" } } }) { outcome } }`);
  const listed = async (view: string) => {
    const { sources } = await own.ask(
      `{ sources(party: "entity:upi"${view}) { totalCount nodes { title claims } } }`,
    );
    return sources;
  };
  expect(await listed('')).toEqual({
    totalCount: 2,
    nodes: [
      { title: 'Envoy in Moscow', claims: 5 },
      { title: 'Later', claims: 1 },
    ],
  });
  expect(await listed(`, view: { knownAtSeq: ${before} }`)).toEqual({
    totalCount: 1,
    nodes: [{ title: 'Envoy in Moscow', claims: 5 }],
  });
  expect((await listed(', view: { statuses: [] }')).nodes).toMatchObject([{ claims: 0 }, { claims: 0 }]);
  // The time of publication may be given beside the view, and then counts for it too.
  expect(await listed(', publishedBy: "2014-11-17", view: { publishedBy: "2015" }')).toEqual({
    totalCount: 0,
    nodes: [],
  });
});

test('a page by words goes on where it ended, and its cursor is no good for other words', async () => {
  const { sources } = await api.ask(
    '{ sources(text: "envoy", first: 1) { pageInfo { endCursor hasNextPage } } }',
  );
  const after = JSON.stringify(sources.pageInfo.endCursor);
  expect(sources.pageInfo.hasNextPage).toBe(true);
  const rest = await api.ask(`{ sources(text: "envoy", after: ${after}) { nodes { id } } }`);
  expect(rest['sources'].nodes).toEqual([{ id: api.sources.diplomat }]);
  expect(await api.refuses(`{ sources(text: "an envoy", after: ${after}) { totalCount } }`)).toEqual([
    'INVALID_INPUT',
  ]);
});

describe('a source tells how many claims it says or denies', () => {
  const COUNTS = '{ sources(first: 100ARGS) { nodes { id claims } } }';
  const listed = async (id: string, view: string): Promise<number> =>
    (await api.ask(`{ claims(filter: { source: "${id}" }, view: ${view}) { totalCount } }`))['claims']
      .totalCount;

  test('as many as the list of its claims has', async () => {
    const { sources } = await api.ask(COUNTS.replace('ARGS', ''));
    for (const { id, claims } of sources.nodes) expect([id, claims]).toEqual([id, await listed(id, '{}')]);
    expect(sources.nodes.some(({ claims }: Data) => claims > 1)).toBe(true);
  });

  test('in the view', async () => {
    const asked = `{ source(id: "${api.sources.diplomat}", view: { validAt: "2014-10" }) { claims } }`;
    expect((await api.ask(asked))['source'].claims).toBe(
      await listed(api.sources.diplomat, '{ validAt: "2014-10" }'),
    );
    const none = `{ source(id: "${api.sources.upi}", view: { statuses: [] }) { claims } }`;
    expect((await api.ask(none))['source'].claims).toBe(0);
  });

  test('one claim that it says and denies is one, and what was withdrawn is none, whatever the view shows', async () => {
    const own = await openTinyApi();
    const { upi } = own.sources;
    const count = async (view = '{}'): Promise<number> =>
      (await own.ask(`{ source(id: "${upi}", view: ${view}) { claims } }`))['source'].claims;
    expect(await count()).toBe(5);
    await own.ask(
      `mutation { attachSource(input: { claim: "${own.claims.cooling}", source: { id: "${upi}" }, polarity: DENIES }) { outcome } }`,
    );
    expect(await count()).toBe(5);
    await own.ask(
      `mutation { withdrawClaim(id: "${own.claims.cooling}", reason: "misread") { claim { id } } }`,
    );
    await own.ask(
      `mutation { withdrawAttestation(id: "${own.attestations.upiEnvoy}", reason: "misread") { claim { id } } }`,
    );
    expect([await count(), await count('{ includeWithdrawn: true }')]).toEqual([3, 3]);
  });
});
