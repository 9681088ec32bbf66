// Popolo read: persons, bodies, posts, areas and terms, what joins them and since when, and what is named where it cannot be kept.
import { expect, test } from 'vitest';
import { openPopoloWorld, SAMPLE } from './popolo-world.js';

test('every record is taken, refused or skipped, and a second run adds nothing', async () => {
  const world = await openPopoloWorld();
  expect(await world.import(SAMPLE)).toMatchObject({
    read: 15,
    accepted: 13,
    refused: 1,
    skipped: 1,
    entities: 10,
    claims: 27,
  });
  const again = await world.import(SAMPLE);
  expect(again).toMatchObject({
    read: 15,
    accepted: 0,
    known: 13,
    entities: 0,
    claims: 0,
    sources: 0,
    attestations: 0,
    names: 0,
  });
});

test('memberships keep their time, role, post, party, area and term', async () => {
  const world = await openPopoloWorld();
  await world.import(SAMPLE);
  expect(world.said()).toEqual(
    expect.arrayContaining([
      'Dora Finch is a member of The Assembly @2011-04/',
      'Dora Finch is a member of The Assembly @2013/2014-02-01',
      'Dora Finch serves as Speaker of the Assembly @2013/2014-02-01',
      'Emil Wren is a member of League of Reeds @/2001',
      'Dora Finch is born on 1961-07',
      'The Assembly was founded on 1921',
      'Reed Party is part of League of Reeds',
    ]),
  );
  const member = [...world.ledger.graph.claims()].find(({ claim }) => claim.validTime === '2011-04/');
  expect(member?.claim.qualifiers).toEqual([
    { name: 'area', entity: 'entity:popolo/assembly/area/area/north' },
    { name: 'on_behalf_of', entity: 'entity:popolo/assembly/organization/1' },
    { name: 'role', value: 'member' },
    { name: 'term', entity: 'entity:popolo/assembly/event/term/5' },
  ]);
});

test('names keep language and kind, and pages elsewhere are told from other identifiers', async () => {
  const world = await openPopoloWorld();
  await world.import(SAMPLE);
  const { graph } = world.ledger;
  const named = (id: string) =>
    graph.findEntity(id)?.names.map(({ text, kind, language }) => [text, kind, language]);
  expect(named('entity:popolo/assembly/person/1')).toEqual([
    ['Dora Finch', 'PRIMARY', undefined],
    ['Дора Финч', 'ALIAS', 'ru'],
    ['Dora Sparrow', 'FORMER', undefined],
  ]);
  expect(named('entity:popolo/assembly/organization/1')?.slice(1)).toEqual([
    ['Rush Party', 'FORMER', undefined],
    ['RP', 'ACRONYM', undefined],
  ]);
  expect(graph.findEntity('entity:popolo/assembly/person/1')?.entity.sameAs).toEqual([
    'http://www.wikidata.org/entity/Q123456789',
    'https://en.wikipedia.org/wiki/Dora_Finch',
    'https://viaf.org/viaf/1234567',
  ]);
  expect(world.said()).toContain('Dora Finch has the identifier M-17 in assembly');
});

test('a file passes on what the documents of a record say', async () => {
  const world = await openPopoloWorld();
  await world.import(SAMPLE);
  const { graph } = world.ledger;
  const born = [...graph.claims()].find(({ claim }) => claim.predicate === 'born_on');
  const told = graph.attestationsOf(born?.claim.id ?? '').map(({ attestation }) => {
    const source = graph.findSource(attestation.source)?.source;
    return [source?.url ?? source?.title, attestation.lineage];
  });
  expect(told).toEqual([
    ['https://assembly.example/members/17', 'OWN'],
    ['assembly', 'RELAYED'],
    ['https://gazette.example/1990/4', 'OWN'],
    ['assembly', 'RELAYED'],
  ]);
});

test('what is not kept is named, and what is refused by its line', async () => {
  const { problems, lost, skips } = await (await openPopoloWorld()).import(SAMPLE);
  expect(problems.map(({ line, reason }) => [line, reason.slice(0, 32)])).toEqual([
    [102, '"2015/2011" is not a date in EDT'],
  ]);
  expect(lost.map(({ what }) => what).sort()).toEqual([
    '`end_date` of other names',
    '`meta` of the file',
    '`note` of other names',
    '`start_date` of other names',
    'member "death_date" that cannot be kept',
    'member "updated_at"',
    'what persons are that the file names and does not have: only their ids are known',
  ]);
  expect(skips).toEqual([{ what: 'motions, votes, counts and speeches', count: 1 }]);
});

const PERSON = {
  id: '7',
  name: 'Ada',
  gender: 'female',
  memberships: [{ organization: { id: 'o', name: 'Org' }, role: 'chair', start_date: '2010' }],
};

test.each([
  ['a single person', PERSON],
  ['an array of persons', [PERSON]],
  ['the arrays of a collection', { persons: [PERSON] }],
])('%s may hold memberships, and these their organization', async (_, data) => {
  const world = await openPopoloWorld();
  expect(await world.import(data)).toMatchObject({ read: 3, accepted: 3, claims: 2 });
  expect(world.said()).toContain('Ada is a member of Org @2010/');
});

test('person 1 of one file is not person 1 of another, but for ids that are the same everywhere', async () => {
  const world = await openPopoloWorld();
  const persons = [
    { id: '1', name: 'A' },
    { id: '0A1B2C3D-0000-4000-8000-00000000000A', name: 'B' },
  ];
  await world.import({ persons }, 'x/one.json.gz');
  const { entities } = await world.import({ persons }, 'two.json');
  expect(entities).toBe(1);
});

test('a person who is not in the file is known by id until another file tells more', async () => {
  const world = await openPopoloWorld();
  const [person, organizations] = ['org.example/person/9', [{ id: 'o', name: 'Org' }]];
  await world.import({ organizations, memberships: [{ person_id: [person], organization_id: 'o' }] });
  expect(world.said()).toEqual(['Org.example/person/9 is a member of Org']);
  const { entities } = await world.import({ persons: [{ id: person, name: 'Ada' }] }, 'people.json');
  expect(entities).toBe(0);
  expect(world.ledger.graph.findEntity(`entity:popolo/person/${person}`)?.entity.label).toBe('Ada');
});

const MEMBER = { person_id: '1', organization_id: 'o' };

test.each([
  ['a day', { start_date: '2007-07-26', end_date: '2007-07-26' }, '2007-07-26'],
  ['an end that is not in sight', { start_date: '2007', end_date: '9999-12-31' }, '2007/..'],
  ['a start of which nothing is known', { start_date: '0000-00-00', end_date: '2007' }, '/2007'],
  ['no time at all', { start_date: '0000-00-00', end_date: '' }, undefined],
  ['an end told less exactly', { start_date: '2007-07-26', end_date: '2007' }, '2007-07-26/'],
])('a membership may last %s', async (_, times, validTime) => {
  const world = await openPopoloWorld();
  const persons = [{ id: '1', name: 'Ada' }];
  await world.import({
    persons,
    organizations: [{ id: 'o', name: 'Org' }],
    memberships: [{ ...MEMBER, ...times }],
  });
  expect([...world.ledger.graph.claims()].map(({ claim }) => claim.validTime)).toEqual([validTime]);
});

test('other plain members of a membership are qualifiers, and its `source` is relayed', async () => {
  const world = await openPopoloWorld();
  const source = 'https://assembly.example/api';
  const { lost } = await world.import({
    persons: [{ id: '1', name: 'Ada' }],
    organizations: [{ id: 'o', name: 'Org' }],
    memberships: [
      { ...MEMBER, start_reason: 'by-election', source, links: [{ url: 'https://a.example' }, {}] },
    ],
  });
  const { graph } = world.ledger;
  const [claim] = [...graph.claims()];
  expect(claim?.claim.qualifiers).toEqual([{ name: 'start_reason', value: 'by-election' }]);
  expect(graph.attestationsOf(claim?.claim.id ?? '')).toHaveLength(2);
  expect(lost).toEqual([{ what: 'member "links" of memberships', count: 1 }]);
});

test('what lists and objects hold beside what is read is named', async () => {
  const world = await openPopoloWorld();
  const { lost } = await world.import({
    persons: [
      {
        id: '1',
        name: 'Ada',
        images: [{ url: 'https://a.example/1.jpg' }],
        identifiers: [{ scheme: 'x' }, { identifier: '7', valid_from: '2001' }],
        contact_details: [{ type: 'fax' }],
        links: ['https://ada.example', { note: 'blog' }],
        sources: [{ note: 'The register', retrieved: '2001' }],
        shortcuts: { party: 'x', seat: 'y' },
      },
      { id: '2', redirect: '1' },
    ],
  });
  expect(world.said().sort()).toEqual([
    'Ada has the identifier 7',
    'Ada has the image https://a.example/1.jpg',
    'Ada has the link https://ada.example',
  ]);
  expect(lost.map(({ what }) => what).sort()).toEqual([
    '`retrieved` of sources',
    '`valid_from` of identifiers',
    'contact details without `value`',
    'identifiers without `identifier`',
    'links without `url`',
    'member "shortcuts"',
  ]);
});

test('parents that name each other are both there', async () => {
  const world = await openPopoloWorld();
  const organizations = [
    { id: 'a', name: 'A', parent_id: 'b' },
    { id: 'b', name: 'B', parent_id: 'a' },
  ];
  expect(await world.import({ organizations })).toMatchObject({
    read: 2,
    accepted: 2,
    entities: 2,
    claims: 2,
  });
});

test.each([
  ['a text', 'hello', /line 1, column 1: this is no JSON/],
  ['other JSON', { rows: [] }, /this JSON is no Popolo/],
  ['a file that breaks off', SAMPLE.slice(0, 900), /line \d+, column \d+: .*is the file whole/],
  ['a collection without records', { persons: [] }, /no record/],
])('%s is refused as a whole', async (_, data, message) => {
  const world = await openPopoloWorld();
  await expect(world.import(data)).rejects.toThrow(message);
  expect(world.ledger.graph.seq).toBe(0);
});
