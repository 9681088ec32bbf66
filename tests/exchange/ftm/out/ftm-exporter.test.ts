// FollowTheMoney written: what goes out comes back as the same claims, said by as many, where its model has a place for them.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ViewedGraph } from '../../../../src/evidence/viewed-graph.js';
import { ExportWorld } from '../../../../src/exchange/export/export-world.js';
import type { Exporter } from '../../../../src/exchange/export/exporter.js';
import { ftmExporter, ftmStatementsExporter } from '../../../../src/exchange/ftm/out/ftm-exporter.js';
import { entityOfFtm, FTM_ID, ftmOfEntity } from '../../../../src/exchange/ftm/ftm-ids.js';
import { popoloImporter } from '../../../../src/exchange/popolo/popolo-importer.js';
import type { Ledger } from '../../../../src/journal/ledger.js';
import { openLoadedLedger } from '../../../fixtures/loaded-ledger.js';
import { builtInVocabulary, openLedger } from '../../../fixtures/open-ledger.js';
import { exported } from '../../export/exported.js';
import { importInto } from '../../import/import-into.js';
import { lines, openFtmWorld, sample } from '../ftm-world.js';
import { objectionsTo, type OutEntity } from '../outside-judge.js';

const POPOLO = 'tests/exchange/popolo/samples/assembly.json';

async function textOf({ graph }: Ledger, exporter: Exporter) {
  const { texts, report } = await exported(new ExportWorld(new ViewedGraph(graph)), exporter);
  return { text: Object.values(texts).join(''), report };
}

const entitiesOf = (text: string): OutEntity[] =>
  text
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as OutEntity);

const claimIds = ({ graph }: Ledger): string[] => [...graph.claims()].map(({ claim }) => claim.id).sort();

describe.each([ftmStatementsExporter, ftmExporter])('as $name', exporter => {
  test.each(['harbour.jsonl', 'statements.csv'])('%s comes back as the same claims', async name => {
    const [here, there] = [await openFtmWorld(), await openFtmWorld()];
    await here.import(sample(name));
    const { text } = await textOf(here.ledger, exporter);
    expect(await there.import(text)).toMatchObject({ refused: 0, skipped: 0, lost: [] });
    expect(claimIds(there.ledger)).toEqual(claimIds(here.ledger));
  });

  test('ids that a record had come back, where nothing else is said of it', async () => {
    const [here, there] = [await openFtmWorld(), await openFtmWorld()];
    await here.import(lines(['Address', 'NK-Aa', { full: ['1 Quay'] }, { referents: ['addr-1'] }]));
    await there.import((await textOf(here.ledger, exporter)).text);
    expect(there.said()).toHaveLength(2);
    expect(claimIds(there.ledger)).toEqual(claimIds(here.ledger));
  });
});

test.each(['harbour.jsonl', 'statements.csv'])('as statements, %s comes back said by as many', async name => {
  const [here, there] = [await openFtmWorld(), await openFtmWorld()];
  await here.import(sample(name));
  await there.import((await textOf(here.ledger, ftmStatementsExporter)).text);
  const { sources, attestations } = here.ledger.graph.counts;
  expect(there.ledger.graph.counts).toMatchObject({ sources, attestations });
});

describe("by FollowTheMoney's own model", () => {
  const judged = async (ledger: Ledger): Promise<void> => {
    const entities = entitiesOf((await textOf(ledger, ftmExporter)).text);
    expect(new Set(entities.map(({ id }) => id)).size).toBe(entities.length);
    expect(entities.filter(({ id }) => !FTM_ID.test(id))).toEqual([]);
    expect([...new Set(objectionsTo(entities))]).toEqual([]);
  };

  test('nothing is wrong with what came from there', async () => {
    const world = await openFtmWorld();
    await world.import(sample('harbour.jsonl'));
    await judged(world.ledger);
  });

  test('nothing is wrong with a graph of other origin', async () => {
    await judged((await openLoadedLedger()).ledger);
  });

  test('nothing is wrong with claims that have no place where they stand', async () => {
    const { ledger } = await openLedger();
    await importInto(ledger, popoloImporter(builtInVocabulary()), readFileSync(POPOLO, 'utf8'));
    const by = { name: 'Tess', way: 'IMPORT' } as const;
    const [owner, body] = ['entity:popolo/f/person/1', 'entity:popolo/f/organization/league'];
    const capital = { predicate: 'has_property', qualifiers: [{ name: 'property', value: 'capital' }] };
    for (const wanted of [
      { subject: body, predicate: 'owned_by', object: owner },
      { subject: owner, value: '5', ...capital },
    ]) {
      const { claim = '' } = await ledger.execute({ type: 'MakeClaim', ...wanted }, by);
      const source = { new: { kind: 'ARTICLE', title: 'Reeds' } } as const;
      await ledger.execute({ type: 'AttachSource', claim, source }, by);
    }
    await judged(ledger);
    const lost = (await textOf(ledger, ftmExporter)).report.lost.map(({ what }) => what);
    expect(lost).toContain('property "capital"');
    expect(lost).toContain('predicate "owned_by", which is written as a link in words');
  });

  test('an unknown property or a wrong end would be', () => {
    const end = { id: 'o', schema: 'Ownership', properties: { owner: ['a'], asset: ['a'], teapot: ['x'] } };
    const ann = { id: 'a', schema: 'Person', properties: { name: ['Ann'] } };
    expect(objectionsTo([ann, end])).toEqual([
      'Ownership.asset takes a Asset, not a Person',
      'Ownership has no property teapot',
    ]);
  });
});

test('what FollowTheMoney cannot hold is named', async () => {
  const { ledger } = await openLoadedLedger();
  const { report } = await textOf(ledger, ftmExporter);
  const lost = report.lost.map(({ what }) => what);
  expect(lost).toEqual(
    expect.arrayContaining([
      'certainty of attestations',
      'quote of attestations',
      'lineage OWN of attestations',
      'kind STATE, which becomes a public body',
      'values of "lasts"',
    ]),
  );
});

test('a claim that is only denied does not go out as if it were said', async () => {
  const { ledger } = await openFtmWorld().then(async world => {
    await world.import(
      '{"id":"a","schema":"Person","properties":{"name":["Ann"]},"datasets":["d"]}\n{"id":"b","schema":"Person","properties":{"name":["Bob"]},"datasets":["d"]}',
    );
    return world;
  });
  const by = { name: 'Tess', way: 'IMPORT' } as const;
  const [subject, object] = ['entity:ftm/a', 'entity:ftm/b'];
  const { claim = '' } = await ledger.execute(
    { type: 'MakeClaim', subject, predicate: 'associate_of', object },
    by,
  );
  const source = { new: { kind: 'ARTICLE', title: 'No friends' } } as const;
  await ledger.execute({ type: 'AttachSource', claim, source, polarity: 'DENIES' }, by);
  const { text, report } = await textOf(ledger, ftmStatementsExporter);
  expect(text).not.toContain('Associate');
  expect(report.lost.map(({ what }) => what)).toEqual(['denials', 'claims that nobody affirms']);
});

test.each([
  'entity:choe-moscow-2014/choe',
  'entity:a.b_c/d-',
  'entity:ftm/co-1',
  'entity:x/-a_.b',
  'entity:ftm/a.b',
])('%s has an id there, from which one finds back', id => {
  expect(ftmOfEntity(id)).toMatch(FTM_ID);
  expect(entityOfFtm(ftmOfEntity(id))).toBe(id);
});
