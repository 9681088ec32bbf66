// Laws of snapshots: the graph that is drawn from one is the graph of a replay in all its records and indexes, and stays so.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RecordedEvent } from '../../src/domain/event.js';
import type { ClaimGraph } from '../../src/graph/claim-graph.js';
import type { Storage } from '../../src/graph/storage.js';
import { drawJournal } from '../../src/journal/draw-journal.js';
import type { Journal } from '../../src/journal/journal.js';
import { openMemoryJournal } from '../../src/journal/memory-journal.js';
import { Snapshot } from '../../src/journal/snapshot.js';
import type { SnapshotStore } from '../../src/journal/snapshot-store.js';
import { graphOf } from '../fixtures/teller.js';
import { tinyVocabulary } from '../fixtures/tiny-vocabulary.js';
import { anyWorld, crowdedWorld, tiedWorld } from '../law/random-world.js';

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

/** All that a graph keeps. */
function everything(graph: ClaimGraph): unknown {
  const storage = Reflect.get(graph, 'storage') as Storage;
  const { graph: edges, vocabulary: _, ...rest } = storage;
  const ends = [...edges.edgeEntries()].map(({ edge, source, target, attributes }) => [
    ...[edge, source, target],
    attributes,
  ]);
  return { ...rest, nodes: [...edges.nodeEntries()].map(({ attributes }) => attributes), ends };
}

const ofPages = (pageEvents: number) => ({ pageEvents, every: 1, atLeast: 1 });

async function written(journal: Journal, store: SnapshotStore, pageEvents: number): Promise<void> {
  const snapshot = new Snapshot(store, ofPages(pageEvents));
  await snapshot.draw(journal, VOCABULARY);
  await snapshot.upToDate();
  await snapshot.close();
}

async function drawn(journal: Journal, store: SnapshotStore): Promise<ClaimGraph> {
  const { graph, pages, misfit } = await drawJournal(journal, VOCABULARY, store);
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
