// STIX bundles: what goes in is said again with who says it, how firmly and when; what is left out is named, or reported by its id.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { stixImporter } from '../../../src/exchange/stix/stix-importer.js';
import type { Ledger } from '../../../src/journal/ledger.js';
import { importDamaged } from '../import/damaged-import.js';
import { importInto, openLedger, told, vocabularyOf } from '../import/import-into.js';

const VOCABULARY = vocabularyOf('stix');
const IMPORTER = stixImporter(VOCABULARY);
const SAMPLE = readFileSync('tests/exchange/stix/samples/lighthouse.json', 'utf8');
const THIEVES = 'entity:stix/threat-actor--00000000-0000-4000-8000-000000000011';

async function imported(data: unknown) {
  const ledger = await openLedger(VOCABULARY);
  return { ledger, report: await importInto(ledger, IMPORTER, data) };
}

test('a sample says what it said', async () => {
  const { ledger, report } = await imported(SAMPLE);
  expect(told(ledger)).toEqual([
    'Harbour Watch is classified as identity · UNRECORDED',
    'Harbour Watch is classified as organization · UNRECORDED',
    'Harbour Watch has the sectors shipping · UNRECORDED',
    'Harbour Watch has the contact_information quay 4 · UNRECORDED',
    'Ada Keeper is classified as identity · UNRECORDED',
    'Ada Keeper is classified as individual · UNRECORDED',
    'Lamp Thieves is classified as threat-actor (2022-05-01/..) · OWN, RELAYED',
    'Lamp Thieves has the identifier L-7 in watch-list · OWN, RELAYED',
    'Lamp Thieves is classified as crime-syndicate · UNRECORDED',
    'Lamp Thieves has the goals light · UNRECORDED',
    'Lamp Thieves has the x_mood gloomy · UNRECORDED',
    'Wick is classified as malware · UNRECORDED',
    'Wick has the is_family true · UNRECORDED',
    'Wick has the kill_chain_phases harbour: dusk · UNRECORDED',
    'Norway is classified as location · UNRECORDED',
    'Norway has the country NO · UNRECORDED',
    'Lamp Thieves uses Wick (2023-01-05/2023-06-07) · UNRECORDED PROBABLE “confidence 65”, UNRECORDED, denied UNRECORDED “It was the wind.”',
    'Lamp Thieves is located in Norway · UNRECORDED “Seen on a pier.”',
    'Lamp Thieves uses tool--00000000-0000-4000-8000-000000000099 · UNRECORDED',
    'Wick is sighted by Harbour Watch, 3 times (2023-02-01/2023-02-03) · UNRECORDED',
    'Lamp Thieves has the note They whistle. · UNRECORDED',
    'Norway is related to Wick (hides-behind) · UNRECORDED – withdrawn: Revoked by whoever put it out.',
  ]);
  expect(report).toMatchObject({ read: 19, accepted: 14, refused: 2, skipped: 3 });
  expect(report.problems.map(({ reason }) => reason)).toEqual([
    expect.stringContaining('"nothing" is no id for a tool'),
    expect.stringContaining(
      'refers to "tool--00000000-0000-4000-8000-000000000098", which is not in the file',
    ),
  ]);
  expect(report.skips.map(({ what }) => what).sort()).toEqual([
    'a marking-definition',
    'a neutral opinion',
    'an older version of an object',
  ]);
  expect(report.lost.map(({ what }) => what)).toEqual([
    'time "created" of what was modified on a later day',
    'marking "marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9"',
    'object "tool--00000000-0000-4000-8000-000000000099", of which the file has no more than its id',
  ]);
});

test('names keep their languages, sources their parties and days', async () => {
  const { graph } = (await imported(SAMPLE)).ledger;
  const thieves = graph.findEntity(THIEVES);
  expect(thieves?.names.map(({ text, language }) => [text, language])).toEqual([
    ['Lamp Thieves', 'en'],
    ['Dark Lamps', 'en'],
    ['Voleurs de lampes', 'en'],
    ['Lampendiebe', 'de'],
  ]);
  expect(thieves?.entity).toMatchObject({ kind: 'ORGANIZATION', sameAs: ['https://list.example.org/L-7'] });
  const sources = [...graph.sources()].map(({ source }) => source);
  const party = 'entity:stix/identity--00000000-0000-4000-8000-000000000002';
  expect(sources).toContainEqual(
    expect.objectContaining({
      kind: 'REPORT',
      title: 'Lamps and who takes them',
      party,
      publishedAt: '2024-03-04',
    }),
  );
  expect(sources).toContainEqual(
    expect.objectContaining({ url: 'https://www.example.org/lamps', partyDescribedAs: 'Harbour Gazette' }),
  );
  expect(sources).toContainEqual(expect.objectContaining({ partyDescribedAs: 'A passer-by' }));
});

test('the same again adds nothing, revoked objects included', async () => {
  const { ledger } = await imported(SAMPLE);
  const { seq } = ledger.graph;
  expect(await importInto(ledger, IMPORTER, SAMPLE)).toMatchObject({ accepted: 0, known: 14, refused: 2 });
  expect(ledger.graph.seq).toBe(seq);
});

const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const actor = (n: number, more: object = {}) => ({
  type: 'intrusion-set',
  id: `intrusion-set--${uuid(n)}`,
  name: `Set ${n}`,
  ...more,
});
const relation = (n: number, type: string, from: number, to: number, more: object = {}) => ({
  type: 'relationship',
  id: `relationship--${uuid(n)}`,
  relationship_type: type,
  source_ref: `intrusion-set--${uuid(from)}`,
  target_ref: `intrusion-set--${uuid(to)}`,
  ...more,
});
const bundle = (...objects: object[]) => ({
  type: 'bundle',
  id: `bundle--${uuid(0)}`,
  spec_version: '2.0',
  objects,
});

describe('STIX 2.0', () => {
  test('labels are what types are in 2.1, and the version of the bundle does no harm', async () => {
    const { ledger } = await imported(
      bundle(actor(1, { labels: ['crew'], created: '2016-04-06T20:03:48.000Z' })),
    );
    expect(told(ledger)).toEqual([
      'Set 1 is classified as intrusion-set · UNRECORDED',
      'Set 1 is classified as crew · UNRECORDED',
    ]);
  });
});

test.each([
  [0, 'UNCOMMITTED'],
  [19, 'UNCOMMITTED'],
  [20, 'POSSIBLE'],
  [59, 'POSSIBLE'],
  [60, 'PROBABLE'],
  [79, 'PROBABLE'],
  [80, 'CERTAIN'],
  [100, 'CERTAIN'],
])('a confidence of %i is %s', async (confidence, certainty) => {
  const { ledger } = await imported(
    bundle(actor(1), actor(2), relation(3, 'related-to', 1, 2, { confidence })),
  );
  const said = [...ledger.graph.claims()].flatMap(({ claim }) =>
    claim.object === undefined ? [] : ledger.graph.attestationsOf(claim.id),
  );
  expect(said.map(({ attestation }) => attestation.certainty)).toEqual([certainty]);
});

test('other names of ATT&CK are names; custom properties are kept where they are texts, else named', async () => {
  const { ledger, report } = await imported(
    bundle(
      actor(1, {
        aliases: ['Gulls'],
        x_mitre_aliases: ['Gulls', 'Grey Gulls'],
        x_mitre_deprecated: true,
        x_mitre_platforms: ['Linux', 'Android'],
        x_mitre_contents: [{ object_ref: 'x' }],
        x_mitre_author_ref: `identity--${uuid(1)}`,
      }),
    ),
  );
  const { names = [] } = ledger.graph.findEntity(`entity:stix/${actor(1).id}`) ?? {};
  expect(names.map(({ text }) => text)).toEqual(['Set 1', 'Gulls', 'Grey Gulls']);
  expect(told(ledger)).toEqual([
    'Set 1 is classified as intrusion-set · UNRECORDED',
    'Set 1 has the x_mitre_deprecated true · UNRECORDED',
    'Set 1 has the x_mitre_platforms Linux · UNRECORDED',
    'Set 1 has the x_mitre_platforms Android · UNRECORDED',
  ]);
  expect(report.lost.map(({ what }) => what)).toEqual([
    'property "x_mitre_contents"',
    'property "x_mitre_author_ref"',
  ]);
});

test('a type without a predicate keeps its direction', async () => {
  const { ledger } = await imported(bundle(actor(1), actor(2), relation(3, 'hunts', 2, 1)));
  const related = [...ledger.graph.claims()].find(({ claim }) => claim.predicate === 'related_to');
  expect(related?.claim.qualifiers).toEqual([
    { name: 'from', entity: `entity:stix/intrusion-set--${uuid(2)}` },
    { name: 'relation', value: 'hunts' },
  ]);
});

test('a revoked relation leaves the same relation of another object alone', async () => {
  const { ledger, report } = await imported(
    bundle(
      actor(1),
      actor(2),
      relation(3, 'related-to', 1, 2, { revoked: true }),
      relation(4, 'related-to', 1, 2),
    ),
  );
  expect(told(ledger).at(-1)).toBe('Set 1 is related to Set 2 · UNRECORDED');
  expect(report.lost).toEqual([{ what: 'revoked relation that another object repeats', count: 1 }]);
});

describe('revoked', () => {
  const identity = (n: number) => ({ type: 'identity', id: `identity--${uuid(n)}`, name: `Desk ${n}` });
  const by = (n: number, day: string) => ({
    created_by_ref: `identity--${uuid(n)}`,
    created: '2020-01-01T00:00:00.000Z',
    modified: `${day}T00:00:00.000Z`,
  });
  const related = (n: number, creator: number, day: string, more: object = {}) =>
    relation(n, 'related-to', 1, 2, { ...by(creator, day), ...more });
  const file = (...objects: object[]) => bundle(identity(7), identity(8), actor(1), actor(2), ...objects);
  const relations = (ledger: Ledger) => told(ledger).filter(sentence => sentence.includes('is related to'));
  const older = file(related(3, 7, '2020-01-02'));
  const revoked = file(related(3, 7, '2021-01-02', { revoked: true }));
  const withdrawn = '– withdrawn: Revoked by whoever put it out.';

  test('a file that was read before it was revoked adds nothing when it is read again', async () => {
    const { ledger } = await imported(older);
    expect(await importInto(ledger, IMPORTER, revoked)).toMatchObject({ refused: 0, accepted: 1 });
    const { seq } = ledger.graph;
    expect(await importInto(ledger, IMPORTER, older)).toMatchObject({ refused: 0, accepted: 0 });
    expect(ledger.graph.seq).toBe(seq);
    expect(relations(ledger)).toEqual([`Set 1 is related to Set 2 · UNRECORDED, UNRECORDED ${withdrawn}`]);
  });

  test('a later version of what is revoked already adds nothing', async () => {
    const { ledger } = await imported(revoked);
    const { seq } = ledger.graph;
    const later = file(related(3, 7, '2022-01-02', { revoked: true, confidence: 10 }));
    expect(await importInto(ledger, IMPORTER, later)).toMatchObject({ refused: 0, accepted: 0 });
    expect(ledger.graph.seq).toBe(seq);
  });

  test('an older version that comes later is refused, and it is told why', async () => {
    const { ledger } = await imported(revoked);
    const report = await importInto(ledger, IMPORTER, older);
    expect(report).toMatchObject({ refused: 1, accepted: 0 });
    expect(report.problems[0]?.reason).toContain(
      'was withdrawn (Revoked by whoever put it out.): nothing can be attached',
    );
  });

  test('what another creator says too stands by its word alone, whatever comes first', async () => {
    const other = file(related(4, 8, '2020-03-04'));
    const { ledger } = await imported(older);
    for (const data of [other, revoked]) await importInto(ledger, IMPORTER, data);
    expect(relations(ledger)).toEqual([
      'Set 1 is related to Set 2 · UNRECORDED withdrawn, UNRECORDED, UNRECORDED withdrawn',
    ]);
    const { seq } = ledger.graph;
    expect(await importInto(ledger, IMPORTER, revoked)).toMatchObject({ refused: 0, accepted: 0 });
    expect(ledger.graph.seq).toBe(seq);
  });

  const listing = (creator: number) => ({
    ...{ type: 'report', id: `report--${uuid(5)}`, name: 'Of sets', published: '2020-05-06T00:00:00.000Z' },
    object_refs: [`relationship--${uuid(3)}`],
    ...by(creator, '2020-05-06'),
  });
  const taken = related(3, 7, '2021-01-02', { revoked: true });

  test.each([
    ['another creator', 8, 'UNRECORDED, UNRECORDED withdrawn', []],
    ['the same creator', 7, `UNRECORDED ${withdrawn}`, ['report on a relationship that is revoked']],
  ])('a report of %s that lists it', async (_, creator, said, lost) => {
    const data = file(listing(creator), taken);
    const { ledger, report } = await imported(data);
    expect(relations(ledger)).toEqual([`Set 1 is related to Set 2 · ${said}`]);
    expect(report).toMatchObject({ refused: 0 });
    expect(report.lost.map(({ what }) => what)).toEqual(expect.arrayContaining(lost));
    expect(await importInto(ledger, IMPORTER, data)).toMatchObject({ refused: 0, accepted: 0 });
  });

  test('an entity that is revoked does not take down the report that lists it', async () => {
    const list = { ...listing(8), object_refs: [actor(2).id, actor(1).id] };
    const data = bundle(identity(7), identity(8), actor(1), actor(2, { revoked: true }), list);
    const { report } = await imported(data);
    expect(report).toMatchObject({ refused: 0 });
    expect(report.lost.map(({ what }) => what)).toContain('report on a intrusion-set that is revoked');
  });
});

describe('what a relation names and the file lacks', () => {
  const { id: other, ...set } = actor(2, { name: 'Gulls', description: 'a crew' });
  const lacking = bundle(actor(1), relation(3, 'attributed-to', 2, 1));
  const entity = (ledger: Ledger) => ledger.graph.findEntity(`entity:stix/${other}`)?.entity;

  test('is only referred to, as what its id tells, until a file has it', async () => {
    const { ledger, report } = await imported(lacking);
    expect(report).toMatchObject({ read: 2, refused: 0 });
    expect(report.lost.map(({ what }) => what)).toEqual([
      `object "${other}", of which the file has no more than its id`,
    ]);
    expect(entity(ledger)).toMatchObject({ kind: 'ORGANIZATION', label: other, provisional: true });
    await importInto(ledger, IMPORTER, bundle({ ...set, id: other }));
    expect(entity(ledger)).toMatchObject({ label: 'Gulls', description: 'a crew' });
    expect(entity(ledger)?.provisional).toBeUndefined();
    expect(told(ledger).some(sentence => sentence.startsWith('Gulls is attributed to '))).toBe(true);
  });

  test('keeps what an earlier file told of it', async () => {
    const { ledger } = await imported(bundle({ ...set, id: other, x_hearsay_kind: 'PERSON' }));
    expect(await importInto(ledger, IMPORTER, lacking)).toMatchObject({ refused: 0 });
    expect(entity(ledger)).toMatchObject({ kind: 'PERSON', label: 'Gulls' });
  });

  test('is refused with the relation where its id is none of an entity', async () => {
    const to = { target_ref: `note--${uuid(9)}` };
    const { report } = await imported(bundle(actor(1), relation(3, 'uses', 1, 1, to)));
    expect(report.problems.map(({ reason }) => reason)).toEqual([
      expect.stringContaining(`"note--${uuid(9)}", which is not in the file`),
    ]);
  });
});

test('a creator that is not in the file is reported, and described by its id', async () => {
  const created_by_ref = `identity--${uuid(9)}`;
  const { ledger, report } = await imported(bundle(actor(1, { created_by_ref })));
  expect(report).toMatchObject({ read: 2, accepted: 1, refused: 1 });
  expect(report.problems[0]).toMatchObject({
    line: 10,
    reason: expect.stringContaining(created_by_ref) as unknown,
  });
  expect([...ledger.graph.sources()][0]?.source.partyDescribedAs).toBe(created_by_ref);
});

test('a description is cut where it is too long, and never through a character', async () => {
  const description = `${'x'.repeat(4999)}\u{1F6A2} and on`;
  const words = `${'y'.repeat(499)}\u{1F6A2}\r\n`;
  const { ledger, report } = await imported(
    bundle(actor(1, { description }), actor(2), relation(3, 'related-to', 1, 2, { description: words })),
  );
  expect(report).toMatchObject({ refused: 0 });
  expect(ledger.graph.findEntity(`entity:stix/${actor(1).id}`)?.entity.description).toBe('x'.repeat(4999));
  expect(told(ledger).at(-1)).toContain(`“${'y'.repeat(499)}”`);
  expect(report.lost.map(({ what }) => what)).toEqual([
    'description beyond 5000 characters',
    'description of a relation beyond 500 characters',
  ]);
});

test('control characters are left out of a property, which is kept', async () => {
  const { ledger } = await imported(bundle(actor(1, { goals: ['light\r\nand \u0007gold', '\r'] })));
  expect(told(ledger).at(-1)).toBe('Set 1 has the goals light\nand gold · UNRECORDED');
});

test('a class of identities that STIX does not know is an organization, whatever its word', async () => {
  const { id } = { id: `identity--${uuid(1)}` };
  const { ledger } = await imported(
    bundle({ type: 'identity', id, name: 'X', identity_class: 'constructor' }),
  );
  expect(ledger.graph.findEntity(`entity:stix/${id}`)?.entity.kind).toBe('ORGANIZATION');
});

test('of two versions the newer one counts, whatever the precision of their times', async () => {
  const [older, newer] = ['2020-01-01T00:00:00Z', '2020-01-01T00:00:00.500Z'].map(modified =>
    actor(1, { name: `of ${modified}`, modified }),
  );
  const { ledger } = await imported(bundle(newer ?? {}, older ?? {}));
  expect(ledger.graph.findEntity(`entity:stix/${actor(1).id}`)?.entity.label).toContain('.500');
});

describe('refused as a whole', () => {
  test.each([
    ['a text', '"x"', /line 1: this is no STIX bundle/],
    ['another type', { type: 'report', objects: [] }, /its `type` is another/],
    ['no objects', { type: 'bundle' }, /no list of `objects`/],
    ['a file cut off', SAMPLE.slice(0, 2000), /line \d+, column \d+: this is no JSON/],
  ])('%s', async (_, data, expected) => {
    await expect(imported(data)).rejects.toThrow(expected);
  });
});

test('two hundred damaged files are refused whole, or in part, and in their places', async () => {
  const { faults, refusedWhole } = await importDamaged(IMPORTER, VOCABULARY, Buffer.from(SAMPLE), {
    count: 200,
  });
  expect(faults).toEqual([]);
  expect(refusedWhole).toBeGreaterThan(50);
});
