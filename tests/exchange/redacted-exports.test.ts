// What was redacted is in no export, whatever its format, and what can be read in again is.
import { beforeAll, describe, expect, test } from 'vitest';
import { EXPORT_FORMATS, loadExporter } from '../../src/cli/data/export-formats.js';
import type { RedactedText } from '../../src/domain/redaction.js';
import { ViewedGraph } from '../../src/evidence/viewed-graph.js';
import { ExportWorld } from '../../src/exchange/export/export-world.js';
import type { Ledger } from '../../src/journal/ledger.js';
import { openLedger } from '../fixtures/open-ledger.js';
import { exported } from './export/exported.js';
import { again, ALL } from './rdf/jsonld-worlds.js';

const SECRET = 'sixpence';
const KIM = { id: 'entity:t/kim', kind: 'PERSON', label: 'Kim' } as const;
const TOWN = { id: 'entity:t/town', kind: 'PLACE', label: 'Town' } as const;
const PAGES = ['https://example.org/kept', `https://example.org/${SECRET}`];
const SOURCE = {
  kind: 'ARTICLE',
  title: 'A report',
  url: `https://example.org/${SECRET}`,
  textFile: `${SECRET}.txt`,
} as const;

/** A world in which one word stands in every place that the chain knows as it is, and was redacted in all of them. */
async function openRedactedWorld(): Promise<Ledger> {
  const { ledger } = await openLedger();
  const run = (command: Parameters<Ledger['execute']>[0]) => ledger.execute(command, 'Ann');
  await run({ type: 'AddEntity', ...KIM, sameAs: PAGES });
  await run({ type: 'AddEntity', ...TOWN });
  const said = [
    {
      subject: KIM.id,
      predicate: 'identified_by',
      value: SECRET,
      qualifiers: [{ name: 'scheme', value: SECRET }],
    },
    { subject: KIM.id, predicate: 'born_on', value: '1971-07-04' },
    {
      subject: KIM.id,
      predicate: 'visits',
      object: TOWN.id,
      qualifiers: [{ name: 'purpose', value: SECRET }],
    },
    { subject: KIM.id, predicate: 'classified_as', value: `${SECRET}-class` },
  ];
  for (const claim of said) {
    const { claim: id = '' } = await run({ type: 'MakeClaim', ...claim });
    await run({
      type: 'AttachSource',
      claim: id,
      source: { new: SOURCE },
      own: true,
      idempotencyKey: `${SECRET} ${id}`,
    });
  }
  for (const { seq } of await ledger.history(0, 100)) {
    for (const what of ['VALUE', 'QUALIFIER', 'ADDRESS', 'KEY'] as const satisfies readonly RedactedText[]) {
      await ledger.redact({ type: 'Redact', seq, what, reason: 'by order' }, 'Ann').catch(() => undefined);
    }
  }
  return ledger;
}

let ledger: Ledger;
beforeAll(async () => (ledger = await openRedactedWorld()));

describe('none of the words is in what is exported as', () => {
  test.each(EXPORT_FORMATS)('%s', async format => {
    // A packet is about the claims that are named.
    const claims = format.startsWith('packet')
      ? [...ledger.graph.claims()].map(({ claim }) => claim.id)
      : undefined;
    const world = new ExportWorld(new ViewedGraph(ledger.graph, ALL), claims);
    const { texts } = await exported(world, await loadExporter(format));
    const all = Object.values(texts).join('\n');
    expect(all.length).toBeGreaterThan(0);
    expect(all).not.toMatch(/sixpence|1971-07-04/);
  });
});

test('it is read in again from JSON-LD, and which ids are others is told', async () => {
  const { ledger: other, report } = await again(ledger);
  expect(report.problems).toEqual([]);
  expect(other.graph.counts).toEqual(ledger.graph.counts);
  expect(report.lost).toEqual(
    expect.arrayContaining([
      { what: 'id of a source, which was made from what is redacted', count: 1 },
      { what: 'id of a claim, which was made from what is redacted', count: 4 },
    ]),
  );
});
