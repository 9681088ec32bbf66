// FollowTheMoney read: things, what ties them, who says so, and what is named where the graph cannot hold it.
import { expect, test } from 'vitest';
import { ViewedGraph } from '../../../src/evidence/viewed-graph.js';
import { itemsOf, lines, openFtmWorld, sample } from './ftm-world.js';

test('every record of a file is taken, known, refused or skipped, and a second run adds nothing', async () => {
  const world = await openFtmWorld();
  const first = await world.import(sample('harbour.jsonl'));
  expect(first).toMatchObject({ read: 20, accepted: 16, known: 0, refused: 2, skipped: 2, claims: 34 });
  const again = await world.import(sample('harbour.jsonl'));
  expect(again).toMatchObject({ read: 20, accepted: 0, known: 16, refused: 2, skipped: 2 });
  const { entities, claims, sources, attestations, names } = again;
  expect([entities, claims, sources, attestations, names]).toEqual([0, 0, 0, 0, 0]);
});

test('what ties two is a claim with its time and details, whatever the order of the file', async () => {
  const world = await openFtmWorld();
  await world.import(sample('harbour.jsonl'));
  expect(world.said()).toEqual(
    expect.arrayContaining([
      'Harbour Light Ltd is owned by Anna Marlow [2011-03/]',
      'Gull is the property of Anna Marlow',
      'Ben Marlow serves as Harbour Master [2015/2017-08-01]',
      'Ben Marlow holds office in Harbour Light Ltd as director',
      'Anna Marlow has Ben Marlow as a relative (brother)',
      'Harbour Light Ltd pays Ben Marlow 5000 EUR [2016-01-09]',
      'Harbour Light Ltd is listed for sanctions by Council of Ports under GULL [2020-01-01/]',
      // Two that refer to each other.
      'Harbour Light Ltd is part of Lighthouse Group',
      'Lighthouse Group is part of Harbour Light Ltd',
      // By an id that was merged into hers.
      'Lighthouse Group is related to Anna Marlow (adviser)',
      'Anna Marlow is a citizen of Soviet Union',
    ]),
  );
});

test('what is not kept is named, and an end that is not in the file by its id', async () => {
  const { problems, lost, skips } = await (await openFtmWorld()).import(sample('harbour.jsonl'));
  expect(problems.map(({ line, reason }) => [line, /"(co-9|Teapot)"/.exec(reason)?.[1]])).toEqual([
    [20, 'Teapot'],
    [14, 'co-9'],
  ]);
  expect(lost.map(({ what }) => what).sort()).toEqual([
    '`first_seen` of the record',
    '`target` of the record',
    'property "dissolutionDate" that cannot be kept',
    'property "modifiedAt"',
  ]);
  expect(skips.map(({ count }) => count)).toEqual([1, 1]);
});

test('what began and ended on one day is of that day', async () => {
  const world = await openFtmWorld();
  const held = { holder: ['a'], post: ['b'], startDate: ['2007-07-26'], endDate: ['2007-07-26'] };
  const { refused } = await world.import(
    lines(
      ['Person', 'a', { name: ['Ann'] }],
      ['Position', 'b', { name: ['Reeve'] }],
      ['Occupancy', 'c', held],
    ),
  );
  expect(refused).toBe(0);
  expect(world.said()).toContain('Ann serves as Reeve [2007-07-26]');
});

test('references that lead nowhere are counted by their property', async () => {
  const { lost } = await (
    await openFtmWorld()
  ).import(
    lines(
      ['Person', 'a', { name: ['Ann'], addressEntity: ['addr-1'], proof: ['d-1'] }],
      ['Person', 'b', { name: ['Bea'], addressEntity: ['addr-2', 'addr-3'] }],
    ),
  );
  expect(lost).toEqual([
    { what: 'reference "proof" to what is no document of the file', count: 1 },
    { what: 'reference "addressEntity" to what is neither in the file nor in the graph', count: 2 },
  ]);
});

test('a data set passes on what the page of a record says', async () => {
  const world = await openFtmWorld();
  await world.import(sample('harbour.jsonl'));
  const { graph } = world.ledger;
  const owned = [...graph.claims()].find(({ claim }) => claim.predicate === 'owned_by');
  const [page, set] = graph.attestationsOf(owned?.claim.id ?? '');
  expect(graph.findSource(page?.attestation.source ?? '')?.source).toMatchObject({
    url: 'https://register.example/harbour',
    partyDescribedAs: 'Register of Companies',
  });
  expect(set?.attestation).toMatchObject({ lineage: 'RELAYED', relays: [page?.attestation.id] });
  expect(graph.findSource(set?.attestation.source ?? '')?.source).toMatchObject({
    kind: 'DATASET',
    title: 'made_registry',
    party: 'entity:ftm-dataset/made_registry',
  });
});

test('where several data sets are named for a record, none of them is said to say each value', async () => {
  const world = await openFtmWorld();
  await world.import(
    lines(['Person', 'a', { name: ['Ann'], birthDate: ['1970'] }, { datasets: ['x', 'y'] }]),
  );
  const titles = [...world.ledger.graph.sources()].map(({ source }) => [source.title, source.party]);
  expect(titles).toEqual([['x, y', undefined]]);
});

test('statements that disagree are claims of their data sets, and those that agree attest one claim', async () => {
  const world = await openFtmWorld();
  const report = await world.import(sample('statements.csv'));
  expect(report).toMatchObject({ read: 3, accepted: 3, refused: 0 });
  expect(world.said()).toEqual(
    expect.arrayContaining([
      'Cara Dune is born on 1980',
      'Cara Dune is born on 1981-02-03',
      'Dune Works is owned by Cara Dune [2012/]',
    ]),
  );
  const { graph } = world.ledger;
  const byPredicate = (predicate: string) =>
    [...graph.claims()].filter(({ claim }) => claim.predicate === predicate);
  const viewed = new ViewedGraph(graph);
  expect(byPredicate('owned_by').map(record => viewed.supportOf(record).attestations)).toEqual([2]);
  expect(byPredicate('born_on').map(record => viewed.contradictionsOf(record).length)).toEqual([1, 1]);
});

test('names keep their language, and the words a value was made from are kept', async () => {
  const world = await openFtmWorld();
  await world.import(sample('statements.csv'));
  const { graph } = world.ledger;
  const [person] = [...graph.entities()].filter(({ entity }) => entity.kind === 'PERSON');
  expect(person?.names.map(({ text, language }) => [text, language])).toEqual([
    ['Cara Dune', 'en'],
    ['Кара Дюн', 'ru'],
  ]);
  const wordings = [...graph.claims()].flatMap(({ claim }) =>
    graph.attestationsOf(claim.id).flatMap(({ attestation }) => attestation.wording ?? []),
  );
  expect(wordings).toEqual(['3 Feb 81']);
});

test('a tie may name an entity of an earlier file', async () => {
  const world = await openFtmWorld();
  await world.import(lines(['Vessel', 'v', { name: ['Gull'] }]));
  await world.import(
    lines(['Person', 'a', { name: ['Ann'] }], ['Ownership', 'o', { owner: ['a'], asset: ['v'] }]),
  );
  expect(world.said()).toContain('Gull is the property of Ann');
});

test('records within records are records of their own', async () => {
  const inner = { id: 'p', schema: 'Person', properties: { name: ['Pia'] } };
  const items = await itemsOf(
    lines(
      ['Directorship', 'd', { director: [inner], organization: ['c'], role: ['chair'] }],
      ['Company', 'c', { name: ['C'] }],
    ),
  );
  expect(items.map(item => 'commands' in item)).toEqual([true, true, true]);
});

test.each([
  ['an array', '[{"id":"a","schema":"Person","properties":{}}]', /line 1.*neither an entity nor a statement/],
  ['a table of another kind', 'name,age\nAnn,3\n', /no column "entity_id"/],
  ['a text', 'hello there', /line 1/],
])('%s is refused as a whole, with its line', async (_, text, message) => {
  const world = await openFtmWorld();
  await expect(world.import(text)).rejects.toThrow(message);
  expect(world.ledger.graph.seq).toBe(0);
});

test.each<[string, [string, string, object], RegExp]>([
  ['a tie without an end', ['Ownership', 'o', { owner: ['a'] }], /"o" has no `asset`/],
  [
    'a time that ends before it begins',
    ['Family', 'f', { person: ['a'], relative: ['b'], startDate: ['2014'], endDate: ['2011'] }],
    /2014\/2011/,
  ],
])('%s is refused alone', async (_, entity, reason) => {
  const world = await openFtmWorld();
  const people = ['a', 'b'].map((id): [string, string, object] => ['Person', id, { name: [id] }]);
  const { problems, refused } = await world.import(lines(...people, entity));
  expect(refused).toBe(1);
  expect(problems[0]?.reason).toMatch(reason);
  expect(problems[0]?.line).toBe(3);
});

test('keys that stand for a prototype change nothing', async () => {
  const world = await openFtmWorld();
  const text = `${lines(['Person', 'a', { name: ['Ann'] }])}\n{"id":"b","schema":"constructor","properties":{"toString":["x"]}}\n{"__proto__":{"polluted":1}}`;
  expect(await world.import(text)).toMatchObject({ read: 3, accepted: 1, refused: 2 });
  expect('polluted' in {}).toBe(false);
});
