// Tables for spreadsheets, read back by another parser than the one that wrote them.
import { parse } from 'csv-parse/sync';
import { beforeAll, expect, test } from 'vitest';
import { ViewedGraph } from '../../../src/evidence/viewed-graph.js';
import { csvExporter } from '../../../src/exchange/csv/csv-exporter.js';
import { ExportWorld } from '../../../src/exchange/export/export-world.js';
import { openLoadedLedger } from '../../fixtures/loaded-ledger.js';
import { openLedger } from '../../fixtures/open-ledger.js';
import { exported } from '../export/exported.js';

type Row = Readonly<Record<string, string>>;

async function tablesOf(world: ExportWorld): Promise<Record<string, Row[]>> {
  const { texts } = await exported(world, csvExporter);
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, parse<Row>(text, { columns: true })]),
  );
}

let world: ExportWorld;
beforeAll(async () => {
  const { ledger } = await openLoadedLedger();
  world = new ExportWorld(new ViewedGraph(ledger.graph));
});

test('each table has a row for each of its things, and rows point at rows', async () => {
  const tables = await tablesOf(world);
  const { entities, claims, sources, attestations } = world.graph.counts;
  expect(Object.entries(tables).map(([name, rows]) => [name, rows.length])).toEqual([
    ['entities.csv', entities],
    ['claims.csv', claims],
    ['sources.csv', sources],
    ['attestations.csv', attestations],
  ]);
  const ids = (name: string) => new Set(tables[name]?.map(row => row['id']));
  for (const row of tables['attestations.csv'] ?? []) {
    expect(ids('claims.csv')).toContain(row['claim']);
    expect(ids('sources.csv')).toContain(row['source']);
    for (const relayed of row['relays']?.split(' ').filter(Boolean) ?? []) {
      expect(ids('attestations.csv')).toContain(relayed);
    }
  }
});

test('a claim says how it stands', async () => {
  const rows = (await tablesOf(world))['claims.csv'] ?? [];
  for (const record of world.claims()) {
    const row = rows.find(({ id }) => id === record.claim.id);
    const support = world.viewed.supportOf(record);
    expect(row).toMatchObject({
      sentence: world.graph.sentenceOf(record),
      status: world.viewed.statusOf(record),
      independent: String(support.independent),
      independence: support.independence,
      object: record.claim.object ?? '',
    });
  }
});

test('separators, line ends and quotation marks stay in their cell, and formulas do not run', async () => {
  const { ledger } = await openLedger();
  const label = 'a, "b"; c';
  const description = '=HYPERLINK("http://example.org")\nsecond line';
  await ledger.execute({ type: 'AddEntity', id: 'entity:x/1', kind: 'TOPIC', label, description }, 'Ann');
  const [row] = (await tablesOf(new ExportWorld(new ViewedGraph(ledger.graph))))['entities.csv'] ?? [];
  expect(row).toMatchObject({ label, description: `'${description}` });
});

test.each([
  ...['=1', '@SUM(A1)', '+1+1', '-1-1', '+a'],
  ...['＝1+1', '＠SUM(A1)', '＋1', '－1', '﹦1', '﹫SUM(A1)', '﹢1', '﹣1', '－1.5'],
])('%s does not run', async label => {
  expect(await labelOf(label)).toBe(`'${label}`);
});

test.each(['-1', '+1', '-1.5', 'a=1', '1＝1'])('%s is no formula', async label => {
  expect(await labelOf(label)).toBe(label);
});

/** A label as it stands in the table. */
async function labelOf(label: string): Promise<string | undefined> {
  const { ledger } = await openLedger();
  await ledger.execute({ type: 'AddEntity', id: 'entity:x/1', kind: 'TOPIC', label }, 'Ann');
  return (await tablesOf(new ExportWorld(new ViewedGraph(ledger.graph))))['entities.csv']?.[0]?.['label'];
}
