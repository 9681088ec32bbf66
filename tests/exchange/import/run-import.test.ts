// Running imports: what is bad as a whole writes nothing, what is bad alone is refused alone, and a second time adds nothing.
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { claimOf } from '../../../src/domain/claim.js';
import type { Command } from '../../../src/domain/command.js';
import { unpacked } from '../../../src/exchange/import/import-bytes.js';
import type { ImportedItem, Importer } from '../../../src/exchange/import/importer.js';
import { ledgerSink, runImport, type ImportProgress } from '../../../src/exchange/import/run-import.js';
import { input, mappingText, openWorld } from '../table/reading-tables.js';

const YAML = mappingText('entities:\n  a: { id: "{x}", kind: STATE, label: "{label}" }\n');
const AUTHOR = { name: 'Tess', way: 'IMPORT' } as const;
const rows = (count: number): string =>
  ['x,label', ...Array.from({ length: count }, (_, n) => `s${n},State ${n}`), ''].join('\n');

describe('bad as a whole', () => {
  test.each([
    [
      'a quotation mark that is not closed, at the very end',
      `${rows(300)}s,"x\n`,
      /line 302: a quotation mark opens/,
    ],
    [
      'bytes that are no UTF-8',
      Buffer.from([...Buffer.from(rows(3)), 0xc3, 0x28]),
      /line 5: bytes that are not UTF-8/,
    ],
    ['UTF-16', Buffer.from(`\uFEFF${rows(3)}`, 'utf16le'), /is UTF-16/],
    ['a header that lacks a column', 'x,name\na,b\n', /has no column "label"/],
    ['a header alone', 'x,label\n', /There is no record/],
    ['nothing at all', '', /There is no record/],
    ['a header that names a column twice', 'x,x,label\n', /two columns are named "x"/],
    ['another packing', Buffer.from('PK\u0003\u0004……'), /is packed with zip/],
    ['gzip that ends too soon', gzipSync(rows(3000)).subarray(0, 4000), /cannot be unpacked to its end/],
  ])('%s: nothing is written, and the place is told', async (_, bytes, expected) => {
    const { ledger, import: run } = await openWorld();
    await expect(run(YAML, rows(2), input(bytes))).rejects.toThrow(expected);
    expect(ledger.graph.seq).toBe(0);
  });
});

test.each([1, 3, 65_536])('gzip is seen by its bytes, in pieces of %s', async piece => {
  const { ledger, import: run } = await openWorld();
  expect(await run(YAML, input(rows(200), { gzip: true, piece }))).toMatchObject({
    read: 200,
    entities: 200,
  });
  expect(ledger.graph.counts.entities).toBe(200);
});

test('bytes that are not packed come out as they went in', async () => {
  const bytes: number[] = [];
  for await (const piece of unpacked('f', input('äöü', { piece: 1 }).open())) bytes.push(...piece);
  expect(Buffer.from(bytes).toString()).toBe('äöü');
});

test('a file with line ends of Windows and a byte order mark reads the same', async () => {
  const { ledger, import: run } = await openWorld();
  await run(YAML, rows(70));
  const { seq } = ledger.graph;
  const report = await run(YAML, `\uFEFF${rows(70).replaceAll('\n', '\r\n')}`);
  expect(report).toMatchObject({ read: 70, known: 70 });
  expect(ledger.graph.seq).toBe(seq);
});

test('what is recorded is noted as imported, by whom', async () => {
  const { ledger, import: run } = await openWorld();
  await run(YAML, rows(1));
  expect((await ledger.history(0, 1))[0]).toMatchObject({ by: 'Tess', way: 'IMPORT' });
});

const add = (key: string, kind: 'STATE' | 'PERSON' = 'STATE'): Command => ({
  type: 'AddEntity',
  id: `entity:t/${key}`,
  kind,
  label: key,
});

/** A format that gives these items. */
const giving = (items: readonly ImportedItem[]): Importer => ({
  name: 'given',
  // eslint-disable-next-line @typescript-eslint/require-await -- the port is asynchronous
  async *read() {
    yield* items;
  },
});

const runItems = async (items: readonly ImportedItem[], onProgress?: (now: ImportProgress) => void) => {
  const { ledger } = await openWorld();
  const report = await runImport({
    sink: ledgerSink(ledger),
    importer: giving(items),
    inputs: [input('', { name: 'f' })],
    author: AUTHOR,
    ...(onProgress ? { onProgress } : {}),
  });
  return { ledger, report };
};

test('a record is taken as a whole or refused as a whole, and later ones may build on earlier ones', async () => {
  const at = (line: number) => ({ file: 'f', line });
  const { ledger, report } = await runItems([
    { place: at(1), commands: [add('a')] },
    { place: at(2), commands: [add('b'), add('a', 'PERSON')] },
    {
      place: at(3),
      commands: [{ type: 'MakeClaim', subject: 'entity:t/a', predicate: 'supports', object: 'entity:t/c' }],
    },
    {
      place: at(4),
      commands: [
        add('c'),
        { type: 'MakeClaim', subject: 'entity:t/a', predicate: 'supports', object: 'entity:t/c' },
      ],
    },
    { place: at(5), problem: 'Bad.' },
    { place: at(6), skipped: 'a comment' },
    { place: at(7), commands: [add('a')], lost: ['the colour'] },
  ]);
  expect(report).toMatchObject({
    read: 7,
    accepted: 2,
    known: 1,
    refused: 3,
    skipped: 1,
    entities: 2,
    claims: 1,
  });
  expect(report.problems.map(({ line, reason }) => [line, reason.slice(0, 20)])).toEqual([
    [2, 'Entity "entity:t/a" '],
    [3, 'There is no entity "'],
    [5, 'Bad.'],
  ]);
  expect(report.skips).toEqual([{ what: 'a comment', count: 1 }]);
  expect(report.lost).toEqual([{ what: 'the colour', count: 1 }]);
  expect(ledger.graph.findEntity('entity:t/b')).toBeNull();
});

test('of many problems a hundred are told and the others counted', async () => {
  const items = Array.from({ length: 250 }, (_, line): ImportedItem => ({
    place: { file: 'f', line },
    problem: 'x',
  }));
  const { report } = await runItems(items);
  expect([report.refused, report.problems.length, report.furtherProblems]).toEqual([250, 100, 150]);
});

test('progress tells how many of how many, and never goes back', async () => {
  const seen: ImportProgress[] = [];
  const items = Array.from({ length: 3000 }, (_, line): ImportedItem => ({
    place: { file: 'f', line },
    skipped: 'x',
  }));
  await runItems(items, now => seen.push(now));
  expect(seen[0]).toMatchObject({ phase: 'CHECKING', total: null });
  expect(seen.at(-1)).toMatchObject({ phase: 'WRITING', read: 3000, total: 3000 });
  const written = seen.filter(({ phase }) => phase === 'WRITING').map(({ read }) => read);
  expect(written).toEqual([...written].sort((a, b) => a - b));
});

test('what a record says otherwise of an attestation that is known is named, and the first stays', async () => {
  const key = { subject: 'entity:t/a', predicate: 'supports', object: 'entity:t/c' };
  const { id: claim } = claimOf({ ...key, qualifiers: [] });
  const says = (line: number, certainty: 'CERTAIN' | 'POSSIBLE'): ImportedItem => ({
    place: { file: 'f', line },
    commands: [
      add('a'),
      add('c'),
      { type: 'MakeClaim', ...key },
      {
        type: 'AttachSource',
        claim,
        source: { new: { kind: 'DATASET', title: 'Table', party: 'entity:t/a' } },
        certainty,
      },
    ],
  });
  const { ledger, report } = await runItems([says(1, 'CERTAIN'), says(2, 'CERTAIN'), says(3, 'POSSIBLE')]);
  expect(report).toMatchObject({ accepted: 1, known: 2, attestations: 1 });
  expect(report.lost).toEqual([{ what: 'another certainty of an attestation that is known', count: 1 }]);
  const recorded = ledger.graph.attestationsOf(claim).map(({ attestation }) => attestation.certainty);
  expect(recorded).toEqual(['CERTAIN']);
});
