// MISP galaxies: each value, synonym, page and relation that goes in is found again, with how sure the galaxy is of it.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { mispImporter } from '../../../src/exchange/misp/misp-importer.js';
import { importInto, openLedger, told, vocabularyOf } from '../import/import-into.js';
import { importDamaged } from '../import/damaged-import.js';

const VOCABULARY = vocabularyOf('misp', 'stix');
const IMPORTER = mispImporter(VOCABULARY);
const SAMPLE = readFileSync('tests/exchange/misp/samples/harbour-crews.json', 'utf8');

async function imported(data: unknown) {
  const ledger = await openLedger(VOCABULARY);
  return { ledger, report: await importInto(ledger, IMPORTER, data) };
}

test('a sample says what it said', async () => {
  const { ledger, report } = await imported(SAMPLE);
  expect(told(ledger)).toEqual([
    'Gulls is classified as harbour-crew · OWN, RELAYED, OWN, RELAYED',
    'Gulls has the identifier 00000000-0000-4000-8000-000000000011 in misp-galaxy · UNRECORDED',
    'Gulls is sponsored by South Korea · UNRECORDED PROBABLE “attribution-confidence 75”',
    'Gulls targets Japan · UNRECORDED POSSIBLE “suspected”',
    'Gulls targets Lighthouses · UNRECORDED POSSIBLE “suspected”',
    'Gulls targets Shipping · UNRECORDED',
    'Gulls originates from Norway · UNRECORDED PROBABLE “attribution-confidence 75”',
    'Gulls has the motive Boredom · UNRECORDED',
    'Gulls is named Grey Gull by 00000000-0000-4000-8000-0000000000aa · UNRECORDED',
    'Gulls is named Grey Gull by Harbour Watch · UNRECORDED',
    'Cormorants is classified as harbour-crew · UNRECORDED',
    'Cormorants has the identifier 00000000-0000-4000-8000-000000000012 in misp-galaxy · UNRECORDED',
    'Cormorants is sponsored by something not named · UNRECORDED UNCOMMITTED “attribution-confidence 10”',
    'Cormorants has the score 7 · UNRECORDED',
    'Terns is classified as harbour-crew · UNRECORDED',
    'Terns has the identifier 00000000-0000-4000-8000-000000000013 in misp-galaxy · UNRECORDED',
    'Gulls is similar to Cormorants · UNRECORDED PROBABLE “likely”',
    'Gulls uses 00000000-0000-4000-8000-0000000000bb · UNRECORDED “almost certain”',
    'Gulls is related to Cormorants (hunts-with) · UNRECORDED',
  ]);
  expect(report).toMatchObject({ read: 8, accepted: 7, refused: 1 });
  expect(report.problems).toEqual([
    { file: 'f.json', line: 51, column: 5, reason: expect.stringContaining('no `value`') as unknown },
  ]);
  expect(report.lost.map(({ what }) => what)).toEqual([
    'member "authors" of the galaxy',
    'member "description" of the galaxy',
    'member "uuid" of the galaxy',
    'member "version" of the galaxy',
    'meta "nested" that is no list of texts',
    'member "icon"',
    'tag "shade:grey"',
  ]);
});

test('names, pages and publisher are kept, and the same again adds nothing', async () => {
  const { ledger } = await imported(SAMPLE);
  const {
    graph,
    graph: { seq },
  } = ledger;
  const gulls = graph.findEntity('entity:misp/00000000-0000-4000-8000-000000000011');
  expect(gulls?.entity).toMatchObject({
    kind: 'ORGANIZATION',
    description: "A crew that reads other people's letters.",
  });
  expect(gulls?.names.map(({ text }) => text)).toEqual(['Gulls', 'Grey Gull', 'Mouette grise']);
  expect([...graph.sources()].map(({ source }) => source.url ?? source.title)).toEqual([
    'https://www.example.org/gulls',
    'MISP galaxy: Harbour Crews',
    'Leaflet of the harbour master',
  ]);
  expect(await importInto(ledger, IMPORTER, SAMPLE)).toMatchObject({ read: 8, known: 7, refused: 1 });
  expect(ledger.graph.seq).toBe(seq);
});

test('a cluster of another galaxy is only referred to, until that galaxy is read', async () => {
  const [gull, tool] = ['11', 'bb'].map(end => `00000000-0000-4000-8000-0000000000${end}`);
  const { ledger } = await imported(SAMPLE);
  const { graph } = ledger;
  expect(graph.findEntity(`entity:misp/${tool}`)?.entity).toMatchObject({ label: tool, provisional: true });
  expect(graph.findEntity(`entity:misp/${gull}`)?.entity.provisional).toBeUndefined();
  const value = { value: 'Grapnel', uuid: tool, description: 'a hook', meta: { synonyms: ['Hook'] } };
  const tools = { name: 'Tools', type: 'tool', category: 'tool', values: [value] };
  expect(await importInto(ledger, IMPORTER, tools)).toMatchObject({ refused: 0 });
  const { entity, names = [] } = graph.findEntity(`entity:misp/${tool}`) ?? {};
  expect(entity).toEqual({
    id: `entity:misp/${tool}`,
    kind: 'TOPIC',
    label: 'Grapnel',
    description: 'a hook',
    sameAs: [],
  });
  expect(names.map(({ text }) => text)).toEqual(['Grapnel', tool, 'Hook']);
  expect(told(ledger)).toContain('Gulls uses Grapnel · UNRECORDED “almost certain”');
  const { seq } = graph;
  for (const file of [SAMPLE, tools]) await importInto(ledger, IMPORTER, file);
  expect(graph.seq).toBe(seq);
});

test('a cluster of another galaxy that was read before keeps its kind', async () => {
  const value = { value: 'Kites', uuid: '00000000-0000-4000-8000-0000000000bb' };
  const { ledger } = await imported({ name: 'Bays', type: 'region', category: 'place', values: [value] });
  const related = [{ 'dest-uuid': value.uuid, type: 'exploits' }];
  const crew = { value: 'Gulls', uuid: '00000000-0000-4000-8000-000000000001', related };
  const crews = { name: 'Crews', type: 'crew', category: 'actor', values: [crew] };
  expect(await importInto(ledger, IMPORTER, crews)).toMatchObject({ read: 3, refused: 0 });
  expect(told(ledger)).toContain('Gulls is related to Kites (exploits) · UNRECORDED');
});

describe('refused as a whole', () => {
  test.each([
    ['a list', [], /line 1: this is no MISP galaxy/],
    ['no values', { name: 'x', type: 'y' }, /has no list of `values`/],
    ['no type', { name: 'x', values: [] }, /a text as its `type`/],
    ['a file cut off', SAMPLE.slice(0, 900), /line \d+, column \d+: this is no JSON/],
  ])('%s', async (_, data, expected) => {
    await expect(imported(data)).rejects.toThrow(expected);
  });
});

test('two hundred damaged files are refused whole, or in part, and in their places', async () => {
  const { faults, refusedWhole, refusedParts } = await importDamaged(
    IMPORTER,
    VOCABULARY,
    Buffer.from(SAMPLE),
    { count: 200 },
  );
  expect(faults).toEqual([]);
  expect(refusedWhole + refusedParts).toBeGreaterThan(50);
});

const REAL = '../shared/data/misp/threat-actor.json';
interface Real {
  readonly values: {
    readonly value: string;
    readonly uuid: string;
    readonly meta: { readonly [key: string]: string | string[] };
    readonly related?: readonly unknown[];
  }[];
}

test.skipIf(!existsSync(REAL))(
  'the galaxy of threat actors goes in whole (left out where that file is not beside the project)',
  { timeout: 60_000 },
  async () => {
    const text = readFileSync(REAL, 'utf8');
    const { values } = JSON.parse(text) as Real;
    const { ledger, report } = await imported(text);
    const related = values.flatMap(({ related = [] }) => related);
    // One relation leads from a cluster to itself.
    expect(report).toMatchObject({ read: 1 + values.length + related.length, refused: 1 });
    expect(report.problems[0]?.reason).toContain('a claim joins two entities');
    const { graph } = ledger;
    let [names, pages] = [0, 0];
    for (const { value, uuid, meta } of values) {
      const entity = graph.findEntity(`entity:misp/${uuid}`);
      const spellings = new Set(
        [value, ...(meta['synonyms'] ?? [])].map(text => text.trim().normalize('NFC')),
      );
      expect(new Set(entity?.names.map(({ text }) => text))).toEqual(spellings);
      names += spellings.size;
      const refs = new Set(['refs', 'sources', 'references'].flatMap(key => meta[key] ?? []));
      const claim = graph
        .claimsAbout(`entity:misp/${uuid}`)
        .find(({ claim }) => claim.predicate === 'classified_as');
      const said = graph.attestationsOf(claim?.claim.id ?? '');
      expect(said.filter(({ attestation }) => attestation.lineage === 'RELAYED')).toHaveLength(refs.size);
      pages += refs.size;
    }
    expect([values.length, names, pages, related.length]).toEqual([1041, 2442, 3322, 432]);
    const { seq } = graph;
    expect(await importInto(ledger, IMPORTER, text)).toMatchObject({ accepted: 0, refused: 1 });
    expect(graph.seq).toBe(seq);
  },
);
