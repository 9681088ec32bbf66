// Compares a snapshot with its journal word for word, for `hearsay doctor`.
import { canonicalJson, type Json } from '../../domain/ids.js';
import { fittingPages } from './replay-journal.js';
import type { Journal } from '../stored/journal.js';
import type { SnapshotStore } from './snapshot-store.js';

export interface SnapshotReport {
  /** Place of the last event that it holds as the journal does; 0 where it holds none. */
  readonly seq: number;
  /** What does not fit; null where all does. */
  readonly misfit: string | null;
}

/** @throws JournalError where the journal is damaged. */
export async function checkSnapshot(journal: Journal, snapshot: SnapshotStore): Promise<SnapshotReport> {
  let seq = 0;
  let misfit: string | null = null;
  for await (const { head, events } of fittingPages(snapshot, journal, found => (misfit = found))) {
    const copies = events[Symbol.iterator]();
    for await (const event of journal.read(head.from - 1, events.length)) {
      const isSame = canonicalJson(event as unknown as Json) === canonicalJson(copies.next().value as Json);
      if (!isSame)
        return { seq, misfit: `${snapshot.name} has event ${event.seq} otherwise than the journal.` };
    }
    seq = head.to;
  }
  return { seq, misfit };
}
