// Loading a dossier into a ledger: all of it or nothing, and in a preview only the counts.
import { expect, test } from 'vitest';
import { loadDossier, type Loading } from '../../../src/exchange/dossier/load.js';
import type { Ledger } from '../../../src/journal/ledger.js';
import { openLedger } from '../../fixtures/open-ledger.js';
import { builtInReader } from '../seed-files.js';
import { changed, GOOD } from './small-dossier.js';

const READER = builtInReader();

const load = (ledger: Ledger, text: string, preview = false): Promise<Loading> =>
  loadDossier(ledger, {
    reader: READER,
    file: { name: 'small.yaml', text },
    author: { name: 'Tess', way: 'IMPORT' },
    preview,
  });

/** With the two entities that the small dossier names and does not hold. */
async function openWorld(): Promise<Ledger> {
  const { ledger } = await openLedger();
  await ledger.execute(
    { type: 'AddEntity', id: 'entity:world/russia', kind: 'STATE', label: 'Russia' },
    'Ann',
  );
  await ledger.execute(
    { type: 'AddEntity', id: 'entity:world/putin', kind: 'PERSON', label: 'Putin' },
    'Ann',
  );
  return ledger;
}

const NEWS = { entities: 3, claims: 2, sources: 2, attestations: 3, already: 0 };

test('what is new is counted and recorded, and noted as imported', async () => {
  const ledger = await openWorld();
  const { dossier, counts, problems } = await load(ledger, GOOD);
  expect([dossier?.title, counts, problems]).toEqual(['A small dossier', NEWS, []]);
  expect(ledger.graph.counts).toMatchObject({ entities: 5, claims: 2, sources: 2, attestations: 3 });
  const [last] = (await ledger.history(0, 1000)).slice(-1);
  expect(last).toMatchObject({ by: 'Tess', way: 'IMPORT' });
});

test('a second time there is nothing new', async () => {
  const ledger = await openWorld();
  await load(ledger, GOOD);
  const { seq } = ledger.graph;
  const { counts } = await load(ledger, GOOD);
  expect(counts).toEqual({ entities: 0, claims: 0, sources: 0, attestations: 0, already: 7 });
  expect(ledger.graph.seq).toBe(seq);
});

test('a preview counts the same and records nothing', async () => {
  const ledger = await openWorld();
  const { seq, counts: before } = ledger.graph;
  expect((await load(ledger, GOOD, true)).counts).toEqual(NEWS);
  expect([ledger.graph.seq, ledger.graph.counts]).toEqual([seq, before]);
  expect((await load(ledger, GOOD)).counts).toEqual(NEWS);
  expect((await load(ledger, GOOD, true)).counts).toMatchObject({ claims: 0, already: 7 });
});

test.each([true, false])(
  'of a dossier with mistakes nothing is recorded, and all are told (preview: %s)',
  async preview => {
    const ledger = await openWorld();
    const { seq } = ledger.graph;
    const text = changed('subject: choe\n    predicate: meets', 'subject: choi\n    predicate: meats');
    const { dossier, counts, problems } = await load(ledger, text, preview);
    expect(counts).toBeNull();
    expect(dossier?.title ?? 'A small dossier').toBe('A small dossier');
    expect(problems.map(({ file, line }) => [file, line])).toEqual([
      ['small.yaml', 26],
      ['small.yaml', 27],
    ]);
    expect(ledger.graph.seq).toBe(seq);
  },
);

test.each([true, false])(
  'what the ledger refuses is told in its place, and nothing before it is recorded (preview: %s)',
  async preview => {
    const { ledger } = await openLedger();
    const { counts, problems } = await load(ledger, GOOD, preview);
    expect(counts).toBeNull();
    expect(problems).toEqual([
      {
        file: 'small.yaml',
        line: 12,
        column: expect.any(Number) as number,
        message: expect.stringMatching(/^claim envoy: .*entity:world\/russia/) as string,
      },
    ]);
    expect(ledger.graph.seq).toBe(0);
  },
);

test('what is no dossier at all has no title', async () => {
  const { dossier, counts, problems } = await load((await openLedger()).ledger, 'just: [words');
  expect([dossier, counts]).toEqual([null, null]);
  expect(problems.length).toBeGreaterThan(0);
});
