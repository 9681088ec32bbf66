import { beforeEach, describe, expect, test } from 'vitest';
import { openTinyApi, type Data, type TinyApi } from './tiny-api.js';

let api: TinyApi;

beforeEach(async () => {
  api = await openTinyApi();
});

const PAGE =
  'nodes { id } edges { cursor node { id } } totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
const EDGES =
  'edges { cursor node { id } } totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';

const idsOf = (page: Data): string[] => page['edges'].map((edge: Data) => edge['node'].id);

/** Asks for a list page by page; `field` is the query with PAGE where the page's arguments go. */
async function readAll(query: string, pick: (data: Data) => Data, size: number): Promise<Data[]> {
  const pages: Data[] = [];
  for (let after: string | null = null; pages.length === 0 || after !== null;) {
    const page: Data = pick(await api.ask(query, { first: size, after }));
    pages.push(page);
    after = page['pageInfo'].hasNextPage ? page['pageInfo'].endCursor : null;
  }
  return pages;
}

const paged = (field: string, selection = PAGE): string =>
  `query($first: Int, $after: String) { ${field.replace('PAGE', 'first: $first, after: $after')} { ${selection} } }`;

describe('reading a list page by page gives each row once, in one order, whatever the size of a page', () => {
  const lists: [name: string, query: string, pick: (data: Data) => Data][] = [
    ['claims', paged('claims(PAGE)'), data => data['claims']],
    ['newest claims', paged('claims(orderBy: NEWEST, PAGE)'), data => data['claims']],
    ['claims by support', paged('claims(orderBy: SUPPORT, PAGE)'), data => data['claims']],
    ['claims by time', paged('claims(orderBy: VALID_TIME, PAGE)'), data => data['claims']],
    ['entities', paged('entities(PAGE)'), data => data['entities']],
    ['sources', paged('sources(PAGE)'), data => data['sources']],
    ['search', paged('search(text: "yon", PAGE)', EDGES), data => data['search']],
  ];
  test.each(lists)('%s', async (_, query, pick) => {
    const [whole] = await readAll(query, pick, 100);
    const all = idsOf(whole ?? {});
    expect(new Set(all).size).toBe(all.length);
    expect(whole?.['totalCount']).toBe(all.length);
    for (const size of [1, 3]) {
      const pages = await readAll(query, pick, size);
      expect(pages.flatMap(idsOf)).toEqual(all);
      expect(pages.every(page => page['totalCount'] === all.length)).toBe(true);
      expect(pages.map(page => page['pageInfo'].hasPreviousPage)).toEqual(pages.map((_, index) => index > 0));
    }
  });

  test('attestations of a claim', async () => {
    const { diversifies } = api.claims;
    const query = `query($first: Int, $after: String) {
      claim(id: "${diversifies}") { attestations(first: $first, after: $after) { ${PAGE} } } }`;
    const pages = await readAll(query, data => data['claim'].attestations, 1);
    expect(pages.flatMap(idsOf)).toEqual([
      api.attestations.limSays,
      api.attestations.seoulSays,
      api.attestations.upiDiversifies,
      api.attestations.diplomatDiversifies,
    ]);
  });

  test('the journal', async () => {
    const query = paged('journal(PAGE)', PAGE.replaceAll('{ id }', '{ seq }'));
    const pages = await readAll(query, data => data['journal'], 25);
    expect(pages.flatMap(page => page['nodes'].map((node: Data) => node['seq']))).toEqual(
      Array.from({ length: api.ledger.graph.seq }, (_, index) => index + 1),
    );
    expect(pages.slice(0, -1).every(page => page['nodes'].length === 25)).toBe(true);
    expect(pages[0]?.['totalCount']).toBe(api.ledger.graph.seq);
  });
});

test('nodes are the nodes of the edges, and the cursors of the ends are those of pageInfo', async () => {
  const { claims } = await api.ask(`{ claims(first: 4) { ${PAGE} } }`);
  expect(claims.nodes.map((node: Data) => node['id'])).toEqual(idsOf(claims));
  expect(claims.pageInfo.startCursor).toBe(claims.edges[0].cursor);
  expect(claims.pageInfo.endCursor).toBe(claims.edges[3].cursor);
});

test('a page of none has no cursors and says that there is more', async () => {
  const { claims } = await api.ask(`{ claims(first: 0) { ${PAGE} } }`);
  expect(claims).toMatchObject({
    edges: [],
    totalCount: api.ledger.graph.counts.claims,
    pageInfo: { hasNextPage: true, startCursor: null, endCursor: null },
  });
});

test('a page is of 20 rows where nobody says, of 10 in a search, of 50 in the journal; null is as if not said', async () => {
  const schema = await api.ask(
    '{ entities(first: null) { nodes { id } } journal(first: null) { nodes { seq } } }',
  );
  expect(schema['entities'].nodes).toHaveLength(20);
  expect(schema['journal'].nodes).toHaveLength(50);
});

describe('a cursor stays good', () => {
  const CLAIMS = paged('claims(PAGE)');
  const addClaim = `mutation { makeClaim(input: { subject: "entity:kim", predicate: "met", object: "entity:hwang" }) { made } }`;

  test('when a claim is made meanwhile, which then comes last', async () => {
    const first = await api.ask(CLAIMS, { first: 6 });
    await api.ask(addClaim);
    const rest = await api.ask(CLAIMS, { first: 100, after: first['claims'].pageInfo.endCursor });
    const all = await api.ask(CLAIMS, { first: 100 });
    expect([...idsOf(first['claims']), ...idsOf(rest['claims'])]).toEqual(idsOf(all['claims']));
    expect(idsOf(all['claims'])).toHaveLength(api.ledger.graph.counts.claims);
  });

  test('when its own row is gone from the list', async () => {
    const view =
      'query($first: Int, $after: String) { claims(first: $first, after: $after) { edges { cursor node { id } } } }';
    const first = await api.ask(view, { first: 4 });
    const last = first['claims'].edges[3];
    const before = await api.ask(view, { first: 100, after: last.cursor });
    await api.ask(`mutation { withdrawClaim(id: "${last.node.id}", reason: "mistaken") { claim { id } } }`);
    const after = await api.ask(view, { first: 100, after: last.cursor });
    expect(idsOf(after['claims'])).toEqual(idsOf(before['claims']));
  });
});

describe('a cursor of another query is refused', () => {
  const from = 'claims(first: 1, filter: { about: "entity:choe" })';
  const others: [name: string, field: string][] = [
    ['another filter', 'claims(filter: { about: "entity:kim" }, after: AFTER)'],
    ['another view', 'claims(filter: { about: "entity:choe" }, view: { validAt: "2014" }, after: AFTER)'],
    ['another order', 'claims(filter: { about: "entity:choe" }, orderBy: NEWEST, after: AFTER)'],
    ['another field', 'entities(after: AFTER)'],
    ['no filter', 'claims(after: AFTER)'],
  ];
  test.each(others)('%s', async (_, field) => {
    const { claims } = await api.ask(`{ ${from} { pageInfo { endCursor } } }`);
    const query = `{ ${field.replace('AFTER', JSON.stringify(claims.pageInfo.endCursor))} { totalCount } }`;
    expect(await api.refuses(query)).toEqual(['INVALID_INPUT']);
    expect((await api.complaints(query))[0]).toMatch(/^This cursor belongs to another query/);
  });

  test('the same claim list of two entities', async () => {
    const claimsOf = (id: string, after = 'null') =>
      `{ entity(id: "${id}") { claims(first: 1, after: ${after}) { pageInfo { endCursor } } } }`;
    const { entity } = await api.ask(claimsOf('entity:choe'));
    const cursor = JSON.stringify(entity.claims.pageInfo.endCursor);
    expect(await api.refuses(claimsOf('entity:hwang', cursor))).toEqual(['INVALID_INPUT']);
  });
});

describe('a page that cannot be given is refused', () => {
  test.each([
    'claims(first: 101)',
    'claims(first: -1)',
    'entities(first: 102)',
    'search(text: "a", first: 101)',
  ])('%s', async field => {
    expect(await api.refuses(`{ ${field} { totalCount } }`)).toEqual(['INVALID_INPUT']);
  });

  test.each(['journal(first: 101)', 'journal(first: -1)', 'journal(after: "x")'])('%s', async field => {
    expect(await api.refuses(`{ ${field} { totalCount } }`)).toEqual(['INVALID_INPUT']);
  });

  test.each(['claims', 'says'])('%s of an entity, a hundred and one', async field => {
    const query = `{ entity(id: "entity:upi") { ${field}(first: 101) { totalCount } } }`;
    expect(await api.refuses(query)).toEqual(['INVALID_INPUT']);
  });

  test('chains of a claim, a hundred and one', async () => {
    expect(
      await api.refuses(`{ claim(id: "${api.claims.envoy}") { chains(first: 101) { certainty } } }`),
    ).toEqual(['INVALID_INPUT']);
  });
});
