import { beforeAll, describe, expect, test } from 'vitest';
import type { Source } from '../../src/domain/source.js';
import { openTinyApi, type Data, type TinyApi } from './tiny-api.js';

let api: TinyApi;

beforeAll(async () => {
  api = await openTinyApi();
});

describe('an entity is of the type of its kind', () => {
  test.each([
    ['entity:choe', 'Person', 'PERSON'],
    ['entity:upi', 'Organization', 'ORGANIZATION'],
    ['entity:china', 'State', 'STATE'],
    ['entity:second', 'Role', 'ROLE'],
    ['entity:moscow', 'Place', 'PLACE'],
    ['entity:talks', 'Event', 'EVENT'],
    ['entity:relations', 'Topic', 'TOPIC'],
  ])('%s: %s', async (id, type, kind) => {
    const { entity, node } = await api.ask(`{ entity(id: "${id}") { __typename id kind }
      node(id: "${id}") { __typename id ... on Entity { kind } } }`);
    expect(entity).toEqual({ __typename: type, id, kind });
    expect(node).toEqual(entity);
  });
});

test('a node is found by the id of anything', async () => {
  const query = 'query($id: ID!) { node(id: $id) { __typename id } }';
  const ids = [api.claims.envoy, api.sources.upi, api.attestations.upiEnvoy];
  const found = await Promise.all(ids.map(id => api.ask(query, { id })));
  expect(found.map(({ node }) => node)).toEqual([
    { __typename: 'Claim', id: ids[0] },
    { __typename: 'Source', id: ids[1] },
    { __typename: 'Attestation', id: ids[2] },
  ]);
});

test('a party says what it vouches for, not what it passes on', async () => {
  const says = async (id: string): Promise<string[]> => {
    const { entity } = await api.ask(`{ entity(id: "${id}") { says { nodes { id } } } }`);
    return entity.says.nodes.map((node: Data) => node['id']);
  };
  const { upiEnvoy, upiCooling, limSays, apSays } = api.attestations;
  expect(await says('entity:upi')).toEqual([upiEnvoy, upiCooling]);
  expect(await says('entity:lim')).toEqual([limSays]);
  expect(await says('entity:ap')).toEqual([apSays]);
  expect(await says('entity:kim')).toEqual([]);
});

test('a source tells what it is, who speaks, and all it says', async () => {
  const { source } = await api.ask(`{ source(id: "${api.sources.upi}") {
    kind title url publishedAt held partyDescribedAs party { label } recorded { by } attestations { totalCount } } }`);
  expect(source).toEqual({
    kind: 'ARTICLE',
    title: 'Envoy in Moscow',
    url: null,
    publishedAt: '2014-11-18',
    held: true,
    partyDescribedAs: null,
    party: { label: 'UPI' },
    recorded: { by: 'Tess' },
    attestations: { totalCount: 5 },
  });
});

test('a source of an unnamed party has no party', async () => {
  const { source } = await api.ask(
    `{ source(id: "${api.sources.unnamed}") { held party { id } partyDescribedAs publishedAt } }`,
  );
  expect(source).toEqual({
    held: false,
    party: null,
    partyDescribedAs: 'a diplomatic source in Moscow',
    publishedAt: null,
  });
});

test('names and grades are those known by then', async () => {
  const own = await openTinyApi();
  const { seq } = own.ledger.graph;
  await own.ask(`mutation {
    addName(input: { entity: "entity:choe", name: { text: "최룡해", language: "ko", source: "${own.sources.upi}" } }) { entity { id } }
    gradeParty(id: "entity:choe", reliability: C) { entity { id } } }`);
  const fields = 'names { text language script kind source { id } } reliability';
  const { now, then } = await own.ask(`{ now: entity(id: "entity:choe") { ${fields} }
    then: entity(id: "entity:choe", view: { knownAtSeq: ${seq} }) { ${fields} } }`);
  const name = {
    text: '최룡해',
    language: 'ko',
    script: 'Hang',
    kind: 'ALIAS',
    source: { id: own.sources.upi },
  };
  expect(now).toEqual({ names: [name], reliability: 'C' });
  expect(then).toEqual({ names: [], reliability: null });
});

describe('lists of entities and sources', () => {
  test('by kind', async () => {
    const { entities } = await api.ask('{ entities(kinds: [STATE, ROLE]) { nodes { label } } }');
    expect(entities.nodes).toEqual([
      { label: 'North Korea' },
      { label: 'China' },
      { label: 'number two of North Korea' },
    ]);
    expect((await api.ask('{ entities(kinds: []) { totalCount } }'))['entities'].totalCount).toBe(0);
  });

  test('by party and by when they were out', async () => {
    const count = async (args: string): Promise<number> =>
      (await api.ask(`{ sources(${args}) { totalCount } }`))['sources'].totalCount;
    expect(await count('party: "entity:upi"')).toBe(1);
    expect(await count('party: "entity:kim"')).toBe(0);
    expect(await count('publishedBy: "2014-11-17"')).toBe(5);
    expect(await api.refuses('{ sources(party: "entity:nobody") { totalCount } }')).toEqual(['NOT_FOUND']);
  });
});

describe('search', () => {
  const found = async (args: string): Promise<Data[]> =>
    (
      await api.ask(`{ search(${args}) { totalCount edges { matchedName score node { id } } nodes { id } } }`)
    )['search'].edges;

  test('finds a name, best first, with the spelling that matched', async () => {
    const [best] = await found('text: "choe ryong hae"');
    expect(best).toEqual({ matchedName: 'Choe Ryong Hae', score: 1, node: { id: 'entity:choe' } });
  });

  test('keeps to the kinds asked for', async () => {
    expect((await found('text: "North Korea", kinds: [ROLE]')).map(edge => edge['node'].id)).toEqual([
      'entity:second',
    ]);
  });

  test('gives scores that never rise', async () => {
    const scores = (await found('text: "ministry", first: 100')).map(edge => edge['score']);
    expect(scores.length).toBeGreaterThan(1);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  test.each(['""', '"  "', JSON.stringify('x'.repeat(501)), '"\\u0007"'])('of %s is refused', async text => {
    expect(await api.refuses(`{ search(text: ${text}) { totalCount } }`)).toEqual(['INVALID_INPUT']);
  });

  test('of words nobody is called by finds nothing', async () => {
    expect(await found('text: "zzzzqqq"')).toEqual([]);
  });
});

describe('a quote is found in its text again, or says that it is not', () => {
  const TEXT = 'First paragraph.\n\nHere stands a chill between neighbours.';
  const texts = { find: ({ title }: Source) => (title === 'Envoy in Moscow' ? TEXT : null) };
  const anchorOf = async (quote: string, source: 'upi' | 'diplomat' = 'upi'): Promise<Data> => {
    const own = await openTinyApi(texts);
    const answer = await own.ask(`mutation { attachSource(input: { claim: "${own.claims.cooling}",
      source: { id: "${own.sources[source]}" }, quote: ${quote} }) {
      attestation { quote { exact prefix suffix paragraph start end textHash anchor } } } }`);
    return answer['attachSource'].attestation.quote;
  };
  test.each([
    ['{ exact: "a chill between neighbours", paragraph: 2 }', 'upi', 'EXACT'],
    ['{ exact: "a chill between neighbours", paragraph: 1 }', 'upi', 'MOVED'],
    ['{ exact: "a warm wind", prefix: "stands ", suffix: "." }', 'upi', 'ORPHANED'],
    ['{ exact: "a chill between neighbours" }', 'diplomat', 'UNCHECKED'],
  ] as const)('%s in %s: %s', async (quote, source, anchor) => {
    expect(await anchorOf(quote, source)).toMatchObject({ anchor });
  });
});
