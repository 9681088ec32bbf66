// GraphML and GEXF out, judged by the parsers of others, and in again: the same entities and claims.
import { beforeAll, describe, expect, test } from 'vitest';
import { ViewedGraph } from '../../../src/evidence/viewed-graph.js';
import { ExportWorld } from '../../../src/exchange/export/export-world.js';
import type { Ledger } from '../../../src/journal/ledger.js';
import { openLoadedLedger } from '../../fixtures/loaded-ledger.js';
import { builtInVocabulary, openLedger } from '../../fixtures/open-ledger.js';
import { exported, type Exported } from '../export/exported.js';
import { importInto } from '../import/import-into.js';
import { HOSTILE, openWideWorld } from '../rdf/wide-world.js';
import { GRAPH_FORMATS, type GraphFormat } from './graph-formats.js';

const worldOf = ({ graph }: Ledger): ExportWorld => new ExportWorld(new ViewedGraph(graph));

const WORLDS = [
  ['the first data set', async () => (await openLoadedLedger()).ledger],
  ['a world with one of everything', openWideWorld],
] as const;

const CASES = GRAPH_FORMATS.flatMap(([name, format]) =>
  WORLDS.map(([what, open]) => ({ name, what, format, open })),
);

describe.each(CASES)('$what as $name', ({ name, format, open }) => {
  let ledger: Ledger;
  let world: ExportWorld;
  let out: Exported;
  let text: string;
  beforeAll(async () => {
    ledger = await open();
    world = worldOf(ledger);
    out = await exported(world, format.exporter);
    text = out.texts[`graph.${name}`] ?? '';
  });

  test('another program finds each entity and each claim between two of them', () => {
    const graph = format.parse(text);
    expect(graph.nodes().sort()).toEqual([...world.entities()].map(({ entity }) => entity.id).sort());
    const edges = [...world.claims()].filter(({ claim }) => claim.object !== undefined);
    expect(graph.edges().sort()).toEqual(edges.map(({ claim }) => claim.id).sort());
    for (const record of edges) {
      const { id, subject, object, predicate, validTime } = record.claim;
      const support = world.viewed.supportOf(record);
      expect(graph.extremities(id)).toEqual([subject, object]);
      expect(graph.getEdgeAttributes(id)).toMatchObject({
        predicate,
        sentence: world.graph.sentenceOf(record),
        status: world.viewed.statusOf(record),
        independence: support.independence,
        independent: support.independent,
        ...(validTime === undefined ? {} : { valid_time: validTime }),
      });
    }
    for (const { entity } of world.entities()) {
      expect(graph.getNodeAttributes(entity.id)).toMatchObject({ label: entity.label, kind: entity.kind });
    }
  });

  test('what is not in the file is named', () => {
    expect(out.report.lost).toEqual(
      expect.arrayContaining([
        { what: 'sources', count: out.report.sources },
        { what: 'attestations: who says a claim, and in which words', count: out.report.attestations },
      ]),
    );
  });

  test('it comes back with the same entities, names and claims, each said as firmly or denied, and only once', async () => {
    const { ledger: again } = await openLedger();
    const importer = format.importer(builtInVocabulary());
    const report = await importInto(again, importer, text, `view.${name}`);
    expect(report.problems).toEqual([]);
    expect(report.entities).toBe(out.report.entities);
    const live = [...world.claims()].filter(({ withdrawn, superseded }) => !withdrawn && !superseded);
    expect([...again.graph.claims()].map(({ claim }) => claim.id).sort()).toEqual(
      live.map(({ claim }) => claim.id).sort(),
    );
    expect(report.skipped).toBe(out.report.claims - live.length);
    for (const record of world.entities()) {
      const back = again.graph.findEntity(record.entity.id);
      expect(back?.entity).toEqual(record.entity);
      const namesOf = (names: typeof record.names) =>
        names.map(({ text, language, kind }) => [text, language, kind]);
      expect(new Set(namesOf(back?.names ?? []))).toEqual(new Set(namesOf(record.names)));
    }
    const viewed = new ViewedGraph(again.graph);
    for (const record of live) {
      const [before, after] = [world.viewed.supportOf(record), viewed.supportOf(record)];
      expect(after.certainty).toBe(
        before.attestations + before.denials === 0 ? 'UNCOMMITTED' : before.certainty,
      );
      expect(after.denials > 0).toBe(before.denials > 0);
    }
    const { seq } = again.graph;
    expect(await importInto(again, importer, text, `view.${name}`)).toMatchObject({
      accepted: 0,
      refused: 0,
    });
    expect(again.graph.seq).toBe(seq);
  });
});

describe.each(GRAPH_FORMATS)('%s', (name, format: GraphFormat) => {
  const textOf = async (ledger: Ledger): Promise<string> =>
    (await exported(worldOf(ledger), format.exporter)).texts[`graph.${name}`] ?? '';

  test.each([
    ['markup', ']]><img onerror="x">&lt;&#0;</node>'],
    ['everything at once', HOSTILE],
    ['quotation marks', `'"'`],
    ['other planes', '\u{1F600}\u{10FFFD}'],
  ])('a label of %s comes out as it is', async (_, label) => {
    const { ledger } = await openLedger();
    await ledger.execute({ type: 'AddEntity', id: 'entity:x/1', kind: 'TOPIC', label }, 'Ann');
    expect(format.parse(await textOf(ledger)).getNodeAttribute('entity:x/1', 'label')).toBe(label);
  });

  test('a character that XML forbids is replaced, and that is told', async () => {
    const { ledger } = await openLedger();
    await ledger.execute({ type: 'AddEntity', id: 'entity:x/1', kind: 'TOPIC', label: 'a\uFFFEb' }, 'Ann');
    const { texts, report } = await exported(worldOf(ledger), format.exporter);
    expect(format.parse(texts[`graph.${name}`] ?? '').getNodeAttribute('entity:x/1', 'label')).toBe(
      'a\uFFFDb',
    );
    expect(report.lost.map(({ what }) => what)).toContain(
      'characters that XML cannot hold, written as U+FFFD',
    );
  });

  test('of one claim, only what belongs to it goes out', async () => {
    const { ledger } = await openLoadedLedger();
    const [first] = [...ledger.graph.claims()].filter(({ claim }) => claim.object !== undefined);
    const id = first?.claim.id ?? '';
    const world = new ExportWorld(new ViewedGraph(ledger.graph), [id]);
    const { texts } = await exported(world, format.exporter);
    const graph = format.parse(texts[`graph.${name}`] ?? '');
    expect(graph.edges()).toEqual([id]);
    expect(graph.order).toBe([...world.entities()].length);
  });

  test('a claim that was changed since is another one, and what was added is named', async () => {
    const [ledger] = await supporting('2014-11-17');
    const text = (await textOf(ledger))
      .replaceAll('2014-11-17', '2014-12-01')
      .replaceAll('sentence', 'colour');
    const { ledger: again } = await openLedger();
    const report = await importInto(again, format.importer(builtInVocabulary()), text, `v.${name}`);
    expect(report).toMatchObject({ refused: 0, claims: 1 });
    expect(report.lost.map(({ what }) => what)).toEqual(
      expect.arrayContaining([
        'ids of claims whose content was changed since',
        'attribute "colour", which was added to edges since',
      ]),
    );
  });

  test('what was denied, or said by nobody, does not come back as affirmed', async () => {
    const [ledger, denied = '', unsaid = ''] = await supporting('2014', '2015');
    const source = { new: { kind: 'ARTICLE', title: 'No' } } as const;
    await ledger.execute({ type: 'AttachSource', claim: denied, source, polarity: 'DENIES' }, 'Ann');
    const { ledger: again } = await openLedger();
    await importInto(again, format.importer(builtInVocabulary()), await textOf(ledger), `v.${name}`);
    const said = (id: string) =>
      again.graph
        .attestationsOf(id)
        .map(({ attestation: { polarity, certainty, lineage } }) => `${polarity} ${certainty} ${lineage}`);
    expect(said(denied)).toEqual(['DENIES CERTAIN UNRECORDED']);
    expect(said(unsaid)).toEqual(['AFFIRMS UNCOMMITTED UNRECORDED']);
  });
});

/** A ledger in which A supports B at these times, and the claims' ids. */
async function supporting(...times: (string | undefined)[]): Promise<[Ledger, ...string[]]> {
  const { ledger } = await openLedger();
  const [subject, object] = ['entity:x/a', 'entity:x/b'] as const;
  for (const id of [subject, object])
    await ledger.execute({ type: 'AddEntity', id, kind: 'STATE', label: id }, 'Ann');
  for (const validTime of times) {
    const time = validTime === undefined ? {} : { validTime };
    await ledger.execute({ type: 'MakeClaim', subject, predicate: 'supports', object, ...time }, 'Ann');
  }
  return [ledger, ...[...ledger.graph.claims()].map(({ claim }) => claim.id)];
}

test('edges of GEXF are there from the first to the last day of their valid time', async () => {
  const [ledger] = await supporting(
    '2014-11~',
    '2014/..',
    '/2015-02',
    '-0043',
    'Y-170000002',
    '2014-11-17',
    undefined,
  );
  const [, gexf] = GRAPH_FORMATS[1] ?? [];
  const { texts } = await exported(worldOf(ledger), gexf?.exporter ?? { name: '', parts: [] });
  const edges = [...(texts['graph.gexf'] ?? '').matchAll(/<edge [^>]*kind="supports"([^>]*)>/g)];
  expect(edges.map(([, times]) => times)).toEqual([
    ' start="2014-11-01" end="2014-11-30"',
    ' start="2014-01-01"',
    ' end="2015-02-28"',
    '',
    '',
    ' start="2014-11-17" end="2014-11-17"',
    '',
  ]);
});
