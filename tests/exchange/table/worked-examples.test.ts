// The worked examples of mappings: what their samples come to, twice.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { input, openWorld, type World } from './reading-tables.js';

const FOLDER = 'graph-data/mappings';
const read = (path: string): string => readFileSync(`${FOLDER}/${path}`, 'utf8');

const reports = async (): Promise<World> => {
  const world = await openWorld();
  await world.import(read('event-reports/mapping.yaml'), read('event-reports/sample.csv'));
  return world;
};

const figures = async (): Promise<World> => {
  const world = await openWorld();
  await world.import(read('figures-by-source/mapping.yaml'), read('figures-by-source/sample.tsv'));
  return world;
};

/** Support of the claim that reads so. */
function supportOf({ ledger }: World, sentence: string) {
  const record = [...ledger.graph.claims()].find(claim => ledger.graph.sentenceOf(claim) === sentence);
  if (!record) throw new Error(`no claim reads "${sentence}"`);
  return ledger.through().supportOf(record);
}

describe('an event table with a row per report', () => {
  test('several publishers’ rows of one event are attestations of one claim', async () => {
    const support = supportOf(await reports(), 'Northland holds talks with Southland');
    expect(support).toMatchObject({ attestations: 4, denials: 1, independent: 3 });
  });

  test('a report that relays an agency is a chain to that agency', async () => {
    const { ledger } = await reports();
    const lineages = [...ledger.graph.claims()].flatMap(({ claim }) =>
      ledger.graph.attestationsOf(claim.id).map(({ attestation }) => attestation.lineage),
    );
    expect(lineages.filter(lineage => lineage === 'RELAYED')).toHaveLength(2);
  });

  test('the sentence is kept as the place in the source', async () => {
    const { ledger } = await reports();
    const places = [...ledger.graph.claims()].flatMap(({ claim }) =>
      ledger.graph.attestationsOf(claim.id).map(({ attestation }) => attestation.locator),
    );
    expect(places).toContain('sentence 12');
  });

  test('a code that the mapping lacks is refused in its place, and the other rows go in', async () => {
    const world = await openWorld();
    const report = await world.import(read('event-reports/mapping.yaml'), read('event-reports/sample.csv'));
    expect(report).toMatchObject({ read: 7, accepted: 6, refused: 1, claims: 3 });
    expect(report.problems).toEqual([
      { file: 't.csv', line: 8, column: 32, reason: expect.stringContaining('"999"') as string },
    ]);
  });
});

describe('a table where sources give different values', () => {
  test('values of overlapping times contradict each other, and none wins', async () => {
    const world = await figures();
    const { ledger } = world;
    const kinds = [...ledger.graph.claims()].flatMap(claim =>
      ledger
        .through()
        .contradictionsOf(claim)
        .map(({ kind }) => kind),
    );
    expect(kinds).toContain('SAME_SLOT');
    for (const figure of ['4200', '5100']) {
      expect(supportOf(world, `Guild of Lamplighters has ${figure} members`).attestations).toBe(1);
    }
  });

  test('another spelling of a known entity is one more name of it', async () => {
    const { ledger } = await figures();
    const guild = ledger.graph.findEntity('entity:figures-by-source/lamplighters');
    expect(guild?.names.map(({ text, kind }) => `${text} ${kind}`)).toEqual([
      'Guild of Lamplighters PRIMARY',
      'Lamplighters ALIAS',
      'GoL ALIAS',
      'The Lamplighters’ Guild ALIAS',
    ]);
  });
});

test.each([
  ['event-reports/mapping.yaml', 'event-reports/sample.csv'],
  ['figures-by-source/mapping.yaml', 'figures-by-source/sample.tsv'],
])('imported again, %s adds nothing', async (yaml, sample) => {
  const world = await openWorld();
  const first = await world.import(read(yaml), read(sample));
  const { seq } = world.ledger.graph;
  const again = await world.import(read(yaml), read(sample));
  expect(again).toMatchObject({ accepted: 0, known: first.accepted, claims: 0, names: 0, attestations: 0 });
  expect(world.ledger.graph.seq).toBe(seq);
});

const ICEWS = '../shared/data/icews14';
const VOCABULARY = `${FOLDER}/icews14/vocabulary.yaml`;

// Without the data, which is no part of the project, there is nothing to import.
describe.skipIf(!existsSync(ICEWS))('ICEWS14, as far as it lies beside the project', () => {
  const rows = (file: string, count: number) =>
    input(readFileSync(`${ICEWS}/${file}`, 'utf8').split('\n').slice(0, count).join('\n'), {
      name: file,
      piece: 65_536,
      gzip: true,
    });

  test('two thousand events are as many claims of the data set, once, on days counted from 2014-01-01', async () => {
    const world = await openWorld(VOCABULARY);
    const actors = await world.import(read('icews14/actors.yaml'), rows('entity2id.txt', Infinity));
    expect(actors).toMatchObject({ entities: 7128, refused: 0 });
    const first = await world.import(read('icews14/events.yaml'), rows('valid.txt', 2000));
    expect(first).toMatchObject({ read: 2000, refused: 0, claims: 2000, sources: 1, attestations: 2000 });
    const again = await world.import(read('icews14/events.yaml'), rows('valid.txt', 2000));
    expect(again).toMatchObject({ read: 2000, known: 2000, claims: 0, attestations: 0 });
    // Its first line ends in day 42.
    const [claim] = [...world.ledger.graph.claims()];
    expect(claim?.claim.validTime).toBe('2014-02-12');
  });
});
