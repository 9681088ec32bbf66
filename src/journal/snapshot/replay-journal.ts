// Replays a journal into a graph: from a snapshot as far as it fits, and from the journal itself after that.
import type { RecordedEvent } from '../../domain/event.js';
import { JournalError } from '../../domain/refusal.js';
import type { Vocabulary } from '../../domain/vocabulary.js';
import { ClaimGraph } from '../../graph/claim-graph.js';
import { EMPTY_HEAD } from '../stored/journal-row.js';
import type { Journal } from '../stored/journal.js';
import { readPage, type SnapshotPage, type PageHead } from './snapshot-page.js';
import type { SnapshotStore } from './snapshot-store.js';

export interface Replayed {
  readonly graph: ClaimGraph;
  /** The pages of the snapshot that were used, in their order. */
  readonly pages: readonly PageHead[];
  /** Why others were not used, or none; null where nothing stood against it. */
  readonly misfit: string | null;
}

/** @throws JournalError where the journal is damaged after what the snapshot holds. */
export async function replayJournal(
  journal: Journal,
  vocabulary: Vocabulary,
  snapshot: SnapshotStore | null,
): Promise<Replayed> {
  let misfit: string | null = null;
  if (snapshot) {
    try {
      return await replayFrom(snapshot, journal, vocabulary);
    } catch (error) {
      // Where the journal is to blame, it is met again below, and not caught.
      misfit = error instanceof Error ? error.message : String(error);
    }
  }
  const graph = new ClaimGraph(vocabulary);
  for await (const event of readFrom(journal, 0)) graph.apply(event);
  return { graph, pages: [], misfit };
}

async function replayFrom(
  snapshot: SnapshotStore,
  journal: Journal,
  vocabulary: Vocabulary,
): Promise<Replayed> {
  const graph = new ClaimGraph(vocabulary);
  const pages: PageHead[] = [];
  const draw = (event: RecordedEvent): void => {
    checkKnown(event, pages);
    graph.apply(event);
  };
  let misfit: string | null = null;
  for await (const page of fittingPages(snapshot, journal, found => (misfit = found))) {
    pages.push(page.head);
    graph.applyPage(page.events, draw);
  }
  for await (const event of readFrom(journal, graph.seq)) draw(event);
  return { graph, pages, misfit };
}

/** The pages that fit, up to the first that does not; `misfit` is called with the reason. */
export async function* fittingPages(
  snapshot: SnapshotStore,
  journal: Journal,
  misfit: (found: string) => void,
): AsyncIterable<SnapshotPage> {
  let last: Pick<PageHead, 'to' | 'hash'> = { to: 0, hash: EMPTY_HEAD.hash };
  for (let number = 0; ; number += 1) {
    let page: SnapshotPage;
    try {
      const bytes = await snapshot.read(number);
      if (!bytes) return;
      page = readPage(bytes);
      // Others wrote it after this process looked where the journal ends: what is in it comes as news.
      if (journal.others && page.head.to > journal.lastSeq) return;
      await checkFit(page.head, last, journal);
    } catch (error) {
      misfit(
        `Page ${number} of ${snapshot.name}: ${error instanceof Error ? error.message : String(error)}.`,
      );
      return;
    }
    last = page.head;
    yield page;
  }
}

/** By the hash of its last event a page is tied to this journal and to all that came before. */
async function checkFit(
  { from, to, before, hash }: PageHead,
  last: Pick<PageHead, 'to' | 'hash'>,
  journal: Journal,
): Promise<void> {
  if (to > journal.lastSeq)
    throw new JournalError(`it goes to event ${to}, the journal to ${journal.lastSeq}`);
  if (from !== last.to + 1 || before !== last.hash)
    throw new JournalError('it does not go on where the one before ends');
  for await (const row of journal.rows(to - 1, 1)) if (row.hash === hash) return;
  throw new JournalError(`it belongs to another journal: event ${to} has another hash there`);
}

/** A redaction that a page does not know of: it may hold the words that are to be gone. Those of kept texts are in no page. */
function checkKnown({ seq, event }: RecordedEvent, pages: readonly PageHead[]): void {
  if (event.type !== 'Redacted' || event.what === 'TEXT') return;
  const page = pages.find(({ from, to }) => from <= event.seq && event.seq <= to);
  if (page && page.asOf < seq)
    throw new JournalError(`The snapshot is older than the redaction of event ${event.seq}.`);
}

/** All events that are known here. */
export async function readPast(journal: Journal): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const event of readFrom(journal, 0)) events.push(event);
  return events;
}

/** The graph of events, one of which is another now. */
export function replayedWith(
  past: readonly RecordedEvent[],
  target: RecordedEvent,
  vocabulary: Vocabulary,
): ClaimGraph {
  const graph = new ClaimGraph(vocabulary);
  for (const event of past) graph.apply(event.seq === target.seq ? target : event);
  return graph;
}

/** What others write meanwhile comes later, as news. */
const readFrom = (journal: Journal, afterSeq: number): AsyncIterable<RecordedEvent> =>
  journal.read(afterSeq, Math.max(0, journal.lastSeq - afterSeq));
