// JSON-LD in again: the same graph, a second time nothing, and nothing of what was changed, broken off or written by others.
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { jsonldExporter } from '../../../../src/exchange/rdf/out/jsonld-exporter.js';
import { jsonldImporter } from '../../../../src/exchange/rdf/in/jsonld-importer.js';
import type { Ledger } from '../../../../src/journal/ledger.js';
import { openLoadedLedger } from '../../../fixtures/loaded-ledger.js';
import { builtInVocabulary, openLedger } from '../../../fixtures/open-ledger.js';
import { importDamaged } from '../../import/damaged-import.js';
import { pictureOf } from '../graph-picture.js';
import { again, readIn, textOf } from '../jsonld-worlds.js';
import { anyTelling, tellAny } from '../random-telling.js';
import { openWideWorld } from '../wide-world.js';

const LOST = 'who recorded it, and when';

describe('the same graph', () => {
  test.each([
    ['the first data set', async () => (await openLoadedLedger()).ledger],
    ['a world with one of everything', openWideWorld],
  ])('%s', async (_, open) => {
    const ledger = await open();
    const { ledger: other, report } = await again(ledger);
    expect(report.problems).toEqual([]);
    expect(report.lost.map(({ what }) => what)).toEqual([LOST]);
    expect(pictureOf(other.graph)).toEqual(pictureOf(ledger.graph));
    expect(report).toMatchObject(ledger.graph.counts);
  });

  test('whatever is told by commands', async () => {
    await fc.assert(
      fc.asyncProperty(anyTelling, async moves => {
        const ledger = await tellAny(moves);
        const { ledger: other, report } = await again(ledger);
        expect(report.problems).toEqual([]);
        expect(pictureOf(other.graph)).toEqual(pictureOf(ledger.graph));
      }),
      { numRuns: 25 },
    );
  });
});

describe('of a world with one of everything', () => {
  let ledger: Ledger;
  let text: string;
  beforeAll(async () => {
    ledger = await openWideWorld();
    text = await textOf(ledger, jsonldExporter);
  });

  test('a second time records nothing, and neither does reading it into the journal that it is from', async () => {
    const { ledger: other } = await again(ledger);
    for (const known of [other, await openWideWorld()]) {
      const { seq } = known.graph;
      const report = await readIn(known, text);
      expect(report).toMatchObject({ refused: 0, accepted: 0, known: report.read });
      expect(known.graph.seq).toBe(seq);
    }
  });

  test('laid out anew by another program, it reads the same', async () => {
    const { ledger: other } = await openLedger();
    const report = await readIn(other, JSON.stringify(JSON.parse(text), null, 2));
    expect(report.problems).toEqual([]);
    expect(pictureOf(other.graph)).toEqual(pictureOf(ledger.graph));
  });

  test('what the usual view hides is left behind, and said so', async () => {
    const { ledger: other, report } = await again(ledger, {});
    expect(report.problems.map(({ reason }) => reason.slice(0, 25))).toEqual(['There is no claim "claim:']);
    expect(report.lost.map(({ what }) => what)).toEqual([LOST]);
    const { claims, attestations } = ledger.graph.counts;
    expect(other.graph.counts).toMatchObject({ claims: claims - 1, attestations: attestations - 3 });
  });

  test.each([
    [
      'a word of a quote',
      /"exact":"they met"/,
      '"exact":"they meet"',
      /attestation:.*made from other content/,
    ],
    ['the number of members', /"1200\.50"/, '"1200.51"', /claim:.*made from other content/],
    ['the title of a source', /"title":"By wire"/, '"title":"By wires"', /source:.*made from other content/],
    [
      'whom a claim is about',
      /"subject":"entity:w\/fair"/,
      '"subject":"entity:w/fairs"',
      /claim:.*made from other content/,
    ],
    [
      'a word that there is not',
      /"polarity":"DENIES"/,
      '"polarity":"DOUBTS"',
      /`polarity` is "DOUBTS": one of/,
    ],
    ['a kind of node that there is not', /\["Source",/, '["Book",', /`@type` is "Book"/],
  ])('%s was changed: that record is refused, with its place', async (_, found, instead, expected) => {
    const changed = text.replace(found, instead);
    const line = changed.split('\n').findIndex(one => one.includes(instead)) + 1;
    const { ledger: other } = await openLedger();
    const { problems, furtherProblems } = await readIn(other, changed);
    expect(furtherProblems).toBe(0);
    expect(problems).toContainEqual({
      file: 'graph.jsonld',
      line,
      column: expect.any(Number) as number,
      reason: expect.stringMatching(expected) as string,
    });
  });

  test('a member that is none of ours is told as lost', async () => {
    const { ledger: other } = await openLedger();
    const report = await readIn(other, text.replaceAll('"kind":"STATE"', '"kind":"STATE","colour":"red"'));
    expect(report.lost).toContainEqual({ what: 'member "colour"', count: 2 });
  });

  test.each([
    [
      'breaks off between nodes',
      (whole: string) => whole.slice(0, whole.lastIndexOf(',\n') + 2),
      /line \d+: the file breaks off/,
    ],
    [
      'breaks off within a node',
      (whole: string) => whole.slice(0, -200),
      /line \d+, column \d+: this is no JSON/,
    ],
    ['goes on after its end', (whole: string) => `${whole}{}\n`, /something follows after the last node/],
    [
      'has another context',
      (whole: string) => whole.replace('"@version":1.1', '"@version":1.0'),
      /other people's JSON-LD is not read in/,
    ],
    [
      'is of a later version',
      (whole: string) => whole.replace('"version":1,', '"version":2,'),
      /is not JSON-LD as/,
    ],
    [
      'is JSON-LD of others',
      () => '{"@context":"https://schema.org","@type":"Person","name":"Anna"}',
      /other people's JSON-LD/,
    ],
    ['is no JSON', () => 'Anna met Bo.', /this is no JSON/],
    ['is a list', () => '[]', /is expected/],
    [
      'holds no object where a node should be',
      (whole: string) => whole.replace(/\{"@id":"entity:w\/anna".*\},\n/, '7,\n'),
      /is expected/,
    ],
  ])('a file that %s writes nothing', async (_, change, expected) => {
    const { ledger: other } = await openLedger();
    await expect(readIn(other, change(text))).rejects.toThrow(expected);
    expect(other.graph.seq).toBe(0);
  });

  test('damaged files are refused as a whole or in part, and never crash', async () => {
    const vocabulary = builtInVocabulary();
    const bytes = Buffer.from(text);
    const { faults, refusedWhole, refusedParts } = await importDamaged(
      jsonldImporter(vocabulary),
      vocabulary,
      bytes,
      { count: 200 },
    );
    expect(faults).toEqual([]);
    expect(refusedWhole + refusedParts).toBeGreaterThan(150);
  });
});
