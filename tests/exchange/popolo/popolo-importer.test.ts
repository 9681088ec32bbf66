// Popolo read: persons, bodies, posts, areas and terms, what joins them and since when, and what is named where it cannot be kept.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { ImportReport } from '../../../src/exchange/import/import-report.js';
import { ledgerSink, runImport } from '../../../src/exchange/import/run-import.js';
import { popoloImporter } from '../../../src/exchange/popolo/popolo-importer.js';
import type { Ledger } from '../../../src/journal/ledger.js';
import { builtInVocabulary, openLedger } from '../../fixtures/open-ledger.js';
import { input } from '../table/reading-tables.js';

const SAMPLE = readFileSync('tests/exchange/popolo/samples/assembly.json', 'utf8');

interface PopoloWorld {
  readonly ledger: Ledger;
  readonly import: (data: unknown, name?: string) => Promise<ImportReport>;
  readonly said: () => string[];
}

async function openWorld(): Promise<PopoloWorld> {
  const { ledger } = await openLedger();
  const { graph } = ledger;
  return {
    ledger,
    import: (data, name = 'assembly.json') =>
      runImport({
        sink: ledgerSink(ledger),
        importer: popoloImporter(builtInVocabulary()),
        inputs: [input(typeof data === 'string' ? data : JSON.stringify(data), { name, piece: 4096 })],
        author: { name: 'Tess', way: 'IMPORT' },
      }),
    said: () =>
      [...graph.claims()].map(record =>
        [graph.sentenceOf(record), record.claim.validTime].filter(Boolean).join(' @'),
      ),
  };
}

test('every record is taken, refused or skipped, and a second run adds nothing', async () => {
  const world = await openWorld();
  expect(await world.import(SAMPLE)).toMatchObject({
    read: 15,
    accepted: 12,
    refused: 2,
    skipped: 1,
    entities: 9,
    claims: 25,
  });
  const again = await world.import(SAMPLE);
  expect(again).toMatchObject({
    read: 15,
    accepted: 0,
    known: 12,
    entities: 0,
    claims: 0,
    sources: 0,
    attestations: 0,
    names: 0,
  });
});

test('memberships keep their time, role, post, party, area and term', async () => {
  const world = await openWorld();
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
  const world = await openWorld();
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
  const world = await openWorld();
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

test('what is not kept is named, and what dangles by its id and line', async () => {
  const { problems, lost, skips } = await (await openWorld()).import(SAMPLE);
  expect(problems.map(({ line, reason }) => [line, reason.slice(0, 32)])).toEqual([
    [101, 'The record names in `person_id` '],
    [102, '"2015/2011" is not a date in EDT'],
  ]);
  expect(problems[0]?.reason).toContain('"9"');
  expect(lost.map(({ what }) => what).sort()).toEqual([
    '`end_date` of other names',
    '`meta` of the file',
    '`note` of other names',
    '`start_date` of other names',
    'member "death_date" that cannot be kept',
    'member "images"',
    'member "updated_at"',
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
  const world = await openWorld();
  expect(await world.import(data)).toMatchObject({ read: 3, accepted: 3, claims: 2 });
  expect(world.said()).toContain('Ada is a member of Org @2010/');
});

test('person 1 of one file is not person 1 of another, but for ids that are the same everywhere', async () => {
  const world = await openWorld();
  const persons = [
    { id: '1', name: 'A' },
    { id: '0A1B2C3D-0000-4000-8000-00000000000A', name: 'B' },
  ];
  await world.import({ persons }, 'x/one.json.gz');
  const { entities } = await world.import({ persons }, 'two.json');
  expect(entities).toBe(1);
});

test('parents that name each other are both there', async () => {
  const world = await openWorld();
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
  const world = await openWorld();
  await expect(world.import(data)).rejects.toThrow(message);
  expect(world.ledger.graph.seq).toBe(0);
});
