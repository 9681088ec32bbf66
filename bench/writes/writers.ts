// Writers who attach new sources to the claims of a made world, each as soon as its last one is on disk.
import { Ledger } from '../../src/journal/ledger.js';
import type { Journal } from '../../src/journal/stored/journal.js';
import type { JournalRow } from '../../src/journal/stored/journal-row.js';
import { openSqliteJournal } from '../../src/journal/sqlite/sqlite-journal.js';
import { randomFrom } from '../random-from.js';
import { actorId, benchVocabulary } from '../worlds/power-law.js';
import { writeWorld } from '../worlds/world-file.js';

export interface Writers {
  /** Milliseconds of one attach, where so many writers go on for so long. */
  attach(writers: number, ms: number): Promise<number>;
  /** The rows of one attach, as they are stored. */
  rowsOfOne(): Promise<readonly JournalRow[]>;
  close(): Promise<void>;
}

/** In a made world in a new file. */
export async function openWriters(file: string, claims: number): Promise<Writers> {
  await writeWorld(file, claims);
  return writersOn(await openSqliteJournal(file), 'bench');
}

/** In the world that a journal holds, which is closed with the writers. @param name tells their sources from those of others */
export async function writersOn(journal: Journal, name: string): Promise<Writers> {
  const ledger = await Ledger.open({ journal, vocabulary: benchVocabulary(), clock: Date.now });
  const targets = [...ledger.graph.claims()].map(({ claim }) => claim.id);
  const random = randomFrom(targets.length);
  let attached = 0;
  const attachOne = async (): Promise<void> => {
    attached += 1;
    const claim = targets[Math.floor(random() * targets.length)] ?? '';
    const party = actorId(attached % 200);
    const source = { new: { kind: 'ARTICLE' as const, title: `Report ${attached} of the ${name}`, party } };
    await ledger.attachSource({ type: 'AttachSource', claim, source, own: true }, 'bench');
  };
  return {
    attach: async (writers, ms) => {
      const before = attached;
      const began = performance.now();
      const write = async (): Promise<void> => {
        while (performance.now() - began < ms) await attachOne();
      };
      await Promise.all(Array.from({ length: writers }, write));
      return (performance.now() - began) / (attached - before);
    },
    rowsOfOne: async () => {
      const { seq } = ledger.graph;
      await attachOne();
      const rows: JournalRow[] = [];
      for await (const row of journal.rows(seq)) rows.push(row);
      return rows;
    },
    close: async () => ledger.close(),
  };
}
