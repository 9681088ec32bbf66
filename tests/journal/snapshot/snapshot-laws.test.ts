// Laws of snapshots: the graph that is drawn from one is the graph of a replay in all its records and indexes, and stays so.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Attestation } from '../../../src/domain/attestation.js';
import type { RecordedEvent } from '../../../src/domain/event.js';
import type { ClaimGraph } from '../../../src/graph/claim-graph.js';
import type { AttestationRecord } from '../../../src/graph/records/records.js';
import type { Storage } from '../../../src/graph/apply/storage.js';
import { replayJournal } from '../../../src/journal/snapshot/replay-journal.js';
import type { Journal } from '../../../src/journal/stored/journal.js';
import { openMemoryJournal } from '../../../src/journal/stored/memory-journal.js';
import { Snapshot } from '../../../src/journal/snapshot/snapshot.js';
import type { SnapshotStore } from '../../../src/journal/snapshot/snapshot-store.js';
import { graphOf } from '../../fixtures/teller.js';
import { tinyVocabulary } from '../../fixtures/tiny-vocabulary.js';
import { anyWorld, crowdedWorld, tiedWorld } from '../../law/random-world.js';

const WORLDS = fc.oneof(anyWorld('rings'), tiedWorld('rings'), crowdedWorld());
const VOCABULARY = tinyVocabulary();

/** Pages in memory, gone at the end. */
function memorySnapshot(): SnapshotStore {
  const pages = new Map<number, Buffer>();
  return {
    name: 'in memory',
    read: page => Promise.resolve(pages.get(page) ?? null),
    write: (page, bytes) => Promise.resolve(void pages.set(page, bytes)),
    clear: () => Promise.resolve(pages.clear()),
  };
}

/** All that a graph keeps, read as others read it where it may be packed or not drawn yet. */
function everything(graph: ClaimGraph): unknown {
  const storage = Reflect.get(graph, 'storage') as Storage;
  const { graph: drawn, vocabulary: _, attestations: _packed, edges: _later, ...rest } = storage;
  const claims = [...graph.claims()];
  const of = claims.map(({ claim }) => graph.attestationsOf(claim.id));
  const by = [...graph.sources()].map(({ source }) => graph.attestationsBy(source.id));
  const byId = by.flat().map(({ attestation }) => graph.findAttestation(attestation.id));
  const between = claims.map(({ claim: { subject, object = subject } }) =>
    [...graph.claimsBetween(object, subject)].map(({ claim }) => claim.id).sort(),
  );
  const degrees = [...graph.entities()].map(({ entity }) => graph.degreeOf(entity.id));
  return { ...rest, of, by, byId, between, degrees, counts: graph.counts, entities: drawn.nodes() };
}

const ofPages = (pageEvents: number) => ({ pageEvents, every: 1, atLeast: 1 });

async function written(journal: Journal, store: SnapshotStore, pageEvents: number): Promise<void> {
  const snapshot = new Snapshot(store, ofPages(pageEvents));
  await snapshot.replay(journal, VOCABULARY);
  await snapshot.upToDate();
  await snapshot.close();
}

async function drawn(journal: Journal, store: SnapshotStore): Promise<ClaimGraph> {
  const { graph, pages, misfit } = await replayJournal(journal, VOCABULARY, store);
  expect(misfit).toBeNull();
  expect(pages.length).toBeGreaterThan(0);
  return graph;
}

test('a graph from a snapshot is the graph of a replay, with further events too, and after what was only supposed', async () => {
  await fc.assert(
    fc.asyncProperty(
      WORLDS,
      fc.integer({ min: 1, max: 40 }),
      fc.nat({ max: 99 }),
      async ({ teller }, pageEvents, percent) => {
        const { events } = teller;
        const known = Math.max(1, Math.floor((events.length * percent) / 100));
        const journal = openMemoryJournal(events.slice(0, known));
        const store = memorySnapshot();
        await written(journal, store, pageEvents);
        const graph = await drawn(journal, store);
        expect(everything(graph)).toEqual(everything(graphOf(events.slice(0, known))));

        graph.whatIf(events.slice(known), () =>
          expect(everything(graph)).toEqual(everything(graphOf(events))),
        );
        expect(everything(graph)).toEqual(everything(graphOf(events.slice(0, known))));

        const rest: readonly RecordedEvent[] = events.slice(known);
        await journal.append(rest, known);
        expect(everything(await drawn(journal, store))).toEqual(everything(graphOf(events)));
        await written(journal, store, pageEvents);
        expect(everything(await drawn(journal, store))).toEqual(everything(graphOf(events)));
      },
    ),
    { numRuns: 30 },
  );
}, 120_000);

/** Edges as graphology has them, which those that come from a snapshot are only once they are ready. */
function edgesOf(graph: ClaimGraph): unknown {
  const { graph: drawn } = Reflect.get(graph, 'storage') as Storage;
  return [...drawn.edgeEntries()].map(({ edge, source, target, attributes }) => [
    ...[edge, source, target],
    attributes.record,
  ]);
}

test('once a graph is ready its edges are those of a replay, what came meanwhile and was supposed meanwhile included', async () => {
  await fc.assert(
    fc.asyncProperty(WORLDS, fc.nat({ max: 99 }), async ({ teller: { events } }, percent) => {
      const known = Math.max(1, Math.floor((events.length * percent) / 100));
      const journal = openMemoryJournal(events.slice(0, known));
      const store = memorySnapshot();
      await written(journal, store, 7);
      const graph = await drawn(journal, store);
      graph.whatIf(events.slice(known), () => expect(edgesOf(graph)).toEqual([]));
      const readying = graph.ready();
      for (const event of events.slice(known)) graph.apply(event);
      await readying;
      expect(edgesOf(graph)).toEqual(edgesOf(graphOf(events)));
      expect(everything(graph)).toEqual(everything(graphOf(events)));
    }),
    { numRuns: 30 },
  );
}, 60_000);

/** Ways to come by an attestation. */
const WAYS = {
  id: (graph: ClaimGraph, { id }: Attestation) => graph.findAttestation(id),
  claim: (graph: ClaimGraph, { id, claim }: Attestation) => named(graph.attestationsOf(claim), id),
  source: (graph: ClaimGraph, { id, source }: Attestation) => named(graph.attestationsBy(source), id),
};
const named = (records: readonly AttestationRecord[], id: string): AttestationRecord | null =>
  records.find(({ attestation }) => attestation.id === id) ?? null;

test('an attestation is one record, whichever way it is come by first, and none that is not there is found', async () => {
  let packed = 0;
  const way = fc.constantFrom(...(Object.keys(WAYS) as (keyof typeof WAYS)[]));
  await fc.assert(
    fc.asyncProperty(
      WORLDS,
      fc.array(way, { minLength: 9, maxLength: 9 }),
      async ({ teller: { events } }, ways) => {
        const journal = openMemoryJournal(events);
        const store = memorySnapshot();
        await written(journal, store, 7);
        const graph = await drawn(journal, store);
        const { attestations } = Reflect.get(graph, 'storage') as Storage;
        packed += attestations.stillPacked;
        const attached = events.flatMap(({ event }) =>
          event.type === 'SourceAttached' ? [event.attestation] : [],
        );
        attached.reverse().forEach((attestation, at) => {
          const first = WAYS[ways[at % 9] ?? 'id'](graph, attestation);
          expect(first?.attestation).toEqual(attestation);
          for (const read of Object.values(WAYS)) expect(read(graph, attestation)).toBe(first);
        });
        for (const id of [
          '',
          'attestation:',
          `attestation:${'0'.repeat(24)}`,
          attached[0]?.id.slice(0, -1) ?? '',
        ])
          expect(graph.findAttestation(id)).toBeNull();
        expect(graph.counts).toEqual(graphOf(events).counts);
      },
    ),
    { numRuns: 30 },
  );
  // Or nothing was tried.
  expect(packed).toBeGreaterThan(30);
}, 60_000);
