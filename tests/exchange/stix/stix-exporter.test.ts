// STIX 2.1 out: each entity and claim is an object, every reference leads to one, and coming back in it is the same graph as far
// as STIX can hold it.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ViewedGraph } from '../../../src/evidence/viewed-graph.js';
import { ExportWorld } from '../../../src/exchange/export/export-world.js';
import { stixExporter } from '../../../src/exchange/stix/stix-exporter.js';
import { stixImporter } from '../../../src/exchange/stix/stix-importer.js';
import type { Ledger } from '../../../src/journal/ledger.js';
import { openLoadedLedger } from '../../fixtures/loaded-ledger.js';
import { exported } from '../export/exported.js';
import { importInto, openLedger, vocabularyOf } from '../import/import-into.js';

const VOCABULARY = vocabularyOf('stix');
const SAMPLE = readFileSync('tests/exchange/stix/samples/lighthouse.json', 'utf8');

interface Exported {
  readonly text: string;
  readonly objects: readonly {
    readonly [key: string]: unknown;
    readonly id: string;
    readonly type: string;
  }[];
  readonly lost: readonly string[];
}

async function written({ graph }: Pick<Ledger, 'graph'>, withdrawn = false): Promise<Exported> {
  const world = new ExportWorld(new ViewedGraph(graph, { includeWithdrawn: withdrawn }));
  const { texts, report } = await exported(world, stixExporter);
  const text = texts['stix.json'] ?? '';
  const { objects } = JSON.parse(text) as Pick<Exported, 'objects'>;
  return { text, objects, lost: report.lost.map(({ what }) => what).sort() };
}

const loaded = async (): Promise<Ledger> => (await openLoadedLedger()).ledger;

async function sample(): Promise<Ledger> {
  const ledger = await openLedger(VOCABULARY);
  await importInto(ledger, stixImporter(VOCABULARY), SAMPLE);
  return ledger;
}

test.each([
  ['the first dossier', loaded],
  ['what came from STIX', sample],
])('%s: all that is referred to is there, each once, and has what every object needs', async (_, open) => {
  const { objects } = await written(await open(), true);
  const ids = new Set(objects.map(({ id }) => id));
  expect(ids.size).toBe(objects.length);
  for (const object of objects) {
    expect(object.id).toMatch(
      /^[a-z-]+--[0-9a-f]{8}-[0-9a-f]{4}-[45][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(object.id.startsWith(`${object.type}--`)).toBe(true);
    expect(object).toMatchObject({
      spec_version: '2.1',
      created: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as unknown,
      modified: object['created'],
    });
    const refs = Object.entries(object).flatMap(([key, value]) => (/_refs?$/.test(key) ? value : []));
    for (const ref of refs) expect(ids).toContain(ref);
  }
});

/** Claims that are written into the object of their subject. */
const WITHIN = ['classified_as', 'identified_by'];

test.each([
  ['the first dossier', loaded, 0],
  ['what came from STIX', sample, 1],
])(
  '%s: an entity is an object, a claim a relationship or a note, a denial an opinion',
  async (_, open, denied) => {
    const { graph } = await open();
    const { objects } = await written({ graph }, true);
    const count = (...types: string[]): number => objects.filter(({ type }) => types.includes(type)).length;
    const claims = [...graph.claims()].filter(({ claim }) => !WITHIN.includes(claim.predicate));
    expect(count('relationship')).toBe(claims.filter(({ claim }) => claim.object !== undefined).length);
    expect(count('note')).toBe(claims.filter(({ claim }) => claim.value !== undefined).length);
    expect(count('opinion')).toBe(denied);
    expect(objects.length - count('relationship', 'note', 'opinion')).toBe(graph.counts.entities);
  },
);

test('the same graph is written the same, to the letter', async () => {
  expect((await written(await loaded())).text).toBe((await written(await loaded())).text);
});

/** Claims between entities by labels and days, with how they are attested. */
const relations = ({ graph }: Ledger): string[] =>
  [...graph.claims()]
    .filter(({ claim }) => claim.object !== undefined)
    .map(({ claim, span: { from, to } }) => {
      const polarities = new Set(
        graph.attestationsOf(claim.id).map(({ attestation }) => attestation.polarity),
      );
      const ends = [claim.subject, claim.object ?? ''].map(id => graph.labelOf(id));
      return [...ends.sort(), claim.predicate, from, to, ...[...polarities].sort()].join(' | ');
    })
    .sort();

test.each([
  ['the first dossier', loaded],
  ['what came from STIX', sample],
])(
  '%s: coming back in, each claim between entities is the claim it was, affirmed and denied as it was',
  async (_, open) => {
    const ledger = await open();
    const { text } = await written(ledger, true);
    const { vocabulary } = ledger.graph;
    const back = await openLedger(vocabulary);
    expect(await importInto(back, stixImporter(vocabulary), text)).toMatchObject({ refused: 0, skipped: 0 });
    expect(relations(back)).toEqual(relations(ledger));
    const kinds = ({ graph }: Ledger): string[] =>
      [...graph.entities()].map(({ entity }) => `${entity.kind} ${entity.label}`).sort();
    // Who is described in words alone stays so; nobody else is added.
    expect(kinds(back)).toEqual(kinds(ledger));
  },
);

test('what came from STIX goes out under its own ids, with types, times, confidence, aliases and references', async () => {
  const { objects } = await written(await sample(), true);
  const byId = (id: string) => objects.find(object => object.id === id);
  expect(byId('threat-actor--00000000-0000-4000-8000-000000000011')).toMatchObject({
    name: 'Lamp Thieves',
    first_seen: '2022-05-01T00:00:00.000Z',
    aliases: ['Dark Lamps', 'Voleurs de lampes', 'Lampendiebe'],
    labels: ['crime-syndicate'],
    external_references: expect.arrayContaining([
      { source_name: 'watch-list', external_id: 'L-7' },
    ]) as unknown,
  });
  expect(objects.find(object => object['relationship_type'] === 'uses')).toMatchObject({
    source_ref: 'threat-actor--00000000-0000-4000-8000-000000000011',
    target_ref: 'malware--00000000-0000-4000-8000-000000000012',
    start_time: '2023-01-05T00:00:00.000Z',
    stop_time: '2023-06-07T23:59:59.999Z',
    confidence: 90,
  });
  expect(objects.find(object => object['relationship_type'] === 'hides-behind')).toMatchObject({
    source_ref: 'malware--00000000-0000-4000-8000-000000000012',
    revoked: true,
  });
});

test('what STIX cannot hold is named', async () => {
  const { lost } = await written(await loaded());
  expect(lost).toEqual(
    expect.arrayContaining([
      'lineage of an attestation',
      'quote of an attestation',
      'wording of an attestation',
    ]),
  );
});
