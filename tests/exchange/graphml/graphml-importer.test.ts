// GraphML of others read: nodes and edges wherever they stand, by their own words where ours do not fit.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { graphmlImporter } from '../../../src/exchange/graphml/graphml-importer.js';
import { builtInVocabulary, openLedger } from '../../fixtures/open-ledger.js';
import { importInto, told } from '../import/import-into.js';

const SAMPLE = readFileSync('tests/exchange/graphml/samples/harbour.graphml', 'utf8');

async function imported(text = SAMPLE, name = 'data/harbour.graphml') {
  const { ledger } = await openLedger();
  return { ledger, report: await importInto(ledger, graphmlImporter(builtInVocabulary()), text, name) };
}

test('nodes and edges are taken or refused each by itself, and a second run adds nothing', async () => {
  const { ledger, report } = await imported();
  expect(report).toMatchObject({ read: 13, accepted: 9, refused: 3, skipped: 1, entities: 5, claims: 10 });
  const { seq } = ledger.graph;
  expect(
    await importInto(ledger, graphmlImporter(builtInVocabulary()), SAMPLE, 'data/harbour.graphml'),
  ).toMatchObject({ accepted: 0, known: 9 });
  expect(ledger.graph.seq).toBe(seq);
});

test('an edge is a predicate of ours where it names one that fits, read either way, else it keeps its word', async () => {
  const { ledger } = await imported();
  expect(told(ledger)).toEqual([
    'Marit Oak has the tonnage 0 · UNRECORDED',
    'Reed Sea Pilots has the tonnage 0 · UNRECORDED',
    'Quay of the North has the type quay · UNRECORDED',
    'Quay of the North has the tonnage 1200 · UNRECORDED',
    'Crane has the tonnage 0 · UNRECORDED',
    'Old Dock has the tonnage 0 · UNRECORDED',
    'Marit Oak is a member of Reed Sea Pilots (2011-04-02/) · UNRECORDED',
    'Old Dock is related to Crane (stands on) · UNRECORDED',
    'Marit Oak is related to Quay of the North (inspects) (2014/2015-06) · UNRECORDED',
    'Marit Oak is a member of Reed Sea Pilots · UNRECORDED',
  ]);
  const inspects = [...ledger.graph.claims()].find(({ claim }) => claim.validTime === '2014/2015-06');
  expect(inspects?.claim.qualifiers).toEqual([
    { name: 'from', entity: 'entity:graphml/harbour/1' },
    { name: 'relation', value: 'inspects' },
    { name: 'weight_in_tons', value: '2.5' },
  ]);
});

test('kind, label and description come from attributes and drawings; the title of the file is the source', async () => {
  const { ledger } = await imported();
  const entities = [...ledger.graph.entities()].map(({ entity }) => [entity.id, entity.kind, entity.label]);
  expect(entities).toEqual([
    ['entity:graphml/harbour/1', 'PERSON', 'Marit Oak'],
    ['entity:graphml/harbour/2', 'ORGANIZATION', 'Reed Sea Pilots'],
    ['entity:graphml/harbour/3', 'TOPIC', 'Quay of the North'],
    ['entity:graphml/harbour/5', 'TOPIC', 'Crane'],
    ['entity:graphml/harbour/4', 'TOPIC', 'Old Dock'],
  ]);
  expect(ledger.graph.findEntity('entity:graphml/harbour/1')?.entity.description).toBe(
    'Harbour master & pilot',
  );
  expect([...ledger.graph.sources()].map(({ source }) => [source.kind, source.title])).toEqual([
    ['DATASET', 'Harbours of the Reed Sea'],
  ]);
});

test('what is not kept is named, and what dangles by its id and place', async () => {
  const { report } = await imported();
  expect(report.problems.map(({ line, column, reason }) => [line, column, reason.slice(0, 62)])).toEqual([
    [49, 5, 'There is a node "1" already: give each its own id.'],
    [46, 5, 'The edge names as its target "9", which is no node of this fil'],
    [47, 5, 'Subject and object are both "entity:graphml/harbour/1": a clai'],
  ]);
  expect(report.skips).toEqual([{ what: 'hyperedges', count: 1 }]);
  expect(report.lost.map(({ what }) => what).sort()).toEqual([
    '<port>',
    'what XML holds within data "nodegraphics"',
    'which nodes are within others',
  ]);
});

test('times that are no dates stay as they are written, and a node with an id of ours needs a kind', async () => {
  const { ledger } = await imported();
  const spring = [...ledger.graph.claims()].find(({ claim }) =>
    claim.qualifiers.some(({ value }) => value === 'spring'),
  );
  expect(spring?.claim).toMatchObject({
    predicate: 'member_of',
    qualifiers: [{ name: 'start', value: 'spring' }],
  });
  const { report } = await imported('<graphml><graph><node id="entity:x/1"/></graph></graphml>');
  expect(report).toMatchObject({ read: 1, refused: 1 });
});

test.each([
  ['GEXF', '<gexf><graph/></gexf>', /line 1, column \d+: this is no GraphML: it begins with <gexf>/],
  ['no node at all', '<graphml><graph/></graphml>', /There is no record/],
  ['a DOCTYPE', `<!DOCTYPE graphml>\n${SAMPLE.replace(/^.*\n/, '')}`, /line 1, column 1: a DOCTYPE/],
  ['a file that breaks off', SAMPLE.slice(0, 1500), /line \d+, column \d+: this is no XML/],
])('%s is refused as a whole', async (_, text, message) => {
  const { ledger } = await openLedger();
  const run = importInto(ledger, graphmlImporter(builtInVocabulary()), text, 'f.graphml');
  await expect(run).rejects.toThrow(message);
  expect(ledger.graph.seq).toBe(0);
});
