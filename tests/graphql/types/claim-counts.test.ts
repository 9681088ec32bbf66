// Counts over whole lists of claims, as the API tells them.
import { beforeAll, describe, expect, test } from 'vitest';
import { CLAIM_STATUSES, INDEPENDENCES } from '../../../src/domain/view.js';
import { openTinyApi, type Data, type TinyApi } from '../tiny-api.js';

let api: TinyApi;

beforeAll(async () => {
  api = await openTinyApi();
});

const COUNTS = `totalCount byPredicate { predicate { id label } count } byStatus { status count }
  byIndependence { independence count }`;

const counted = async (args = ''): Promise<Data> =>
  (await api.ask(`{ claims${args} { ${COUNTS} } }`))['claims'];

const pairs = (counts: readonly Data[], by: string): (readonly [string, number])[] =>
  counts.map(count => [count[by].id ?? count[by], count['count']]);

/** What each claim of a list says by itself. */
const each = async (args: string): Promise<readonly Data[]> =>
  (
    await api.ask(
      `{ claims(first: 100${args}) { nodes { predicate { id } status support { independence } } } }`,
    )
  )['claims'].nodes;

const tally = (words: readonly string[]): ReadonlyMap<string, number> =>
  words.reduce((counts, word) => counts.set(word, (counts.get(word) ?? 0) + 1), new Map<string, number>());

const FILTERS = [
  '',
  'filter: { about: "entity:choe" }',
  'filter: { party: "entity:upi" }',
  'filter: { certainty: [CERTAIN] }',
  'view: { validAt: "2014-10" }',
  'view: { statuses: [SUPPORTED] }',
  'orderBy: SUPPORT',
];

describe('the counts of a list are those of its claims', () => {
  test.each(FILTERS)('claims(%s)', async args => {
    const counts = await counted(args === '' ? '' : `(${args})`);
    const nodes = await each(args === '' ? '' : `, ${args}`);
    const words = (of: (node: Data) => string) => tally(nodes.map(of));
    expect(nodes.length).toBeGreaterThan(0);
    expect(counts['totalCount']).toBe(nodes.length);
    expect(new Map(pairs(counts['byPredicate'], 'predicate'))).toEqual(words(node => node['predicate'].id));
    expect(new Map(pairs(counts['byStatus'], 'status'))).toEqual(words(node => node['status']));
    expect(new Map(pairs(counts['byIndependence'], 'independence'))).toEqual(
      words(node => node['support'].independence),
    );
  });
});

test('predicates come with the most frequent first, and equally frequent ones by label', async () => {
  const { byPredicate } = await counted();
  const order = byPredicate.map(({ count, predicate }: Data) => [-count, predicate.label] as const);
  const sorted = [...order].sort(([a, first], [b, second]) => a - b || (first < second ? -1 : 1));
  expect(order).toEqual(sorted);
  expect(new Set(order.map(([count]: [number]) => count)).size).toBeLessThan(order.length);
});

test('statuses and independences come in the order of their words, each that occurs once', async () => {
  const { byStatus, byIndependence } = await counted();
  const statuses = pairs(byStatus, 'status').map(([word]) => word);
  const independences = pairs(byIndependence, 'independence').map(([word]) => word);
  expect(statuses).toEqual(CLAIM_STATUSES.filter(word => statuses.includes(word)));
  expect(independences).toEqual(INDEPENDENCES.filter(word => independences.includes(word)));
  expect(statuses.length).toBeGreaterThan(1);
  expect(independences.length).toBeGreaterThan(1);
});

test('they are of all pages, whichever page is asked for', async () => {
  const whole = await counted();
  const { claims } = await api.ask(`{ claims(first: 2) { pageInfo { endCursor } ${COUNTS} } }`);
  const { pageInfo, ...counts } = claims;
  expect(counts).toEqual(whole);
  expect(await counted(`(first: 0, after: ${JSON.stringify(pageInfo.endCursor)})`)).toEqual(whole);
});

test('a list of none has none', async () => {
  expect(await counted('(filter: { predicates: [] })')).toEqual({
    totalCount: 0,
    byPredicate: [],
    byStatus: [],
    byIndependence: [],
  });
});

test('the claims of an entity and the holders of a role have them too', async () => {
  const { entity, holders } = await api.ask(`{
    entity(id: "entity:choe") { claims { byPredicate { predicate { id } count } } }
    holders(role: "entity:second") { byStatus { status count } } }`);
  expect(pairs(entity.claims.byPredicate, 'predicate')).toEqual([
    ['holds_role', 1],
    ['envoy_of', 1],
    ['went_to', 1],
  ]);
  expect(pairs(holders.byStatus, 'status')).toEqual([
    ['SPECULATIVE', 1],
    ['SUPPORTED', 1],
  ]);
});
