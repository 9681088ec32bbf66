// Tells subscribers of changes to claims: worked out once a commit for all of them, and only while anyone listens.
import type { RecordedEvent } from '../domain/event.js';
import { claimChanges } from '../evidence/claim-changes.js';
import { atOnce } from '../graph/resumable.js';
import { missing } from '../journal/known.js';
import type { Ledger } from '../journal/ledger.js';
import { BoundedQueue } from './bounded-queue.js';
import { isAbout } from './claim-filter.js';
import { ClaimChangeType } from './types/impact.js';

interface Listener {
  readonly about: string | null;
  readonly queue: BoundedQueue<ClaimChangeType>;
}

export class ClaimChangeFeed {
  private readonly listeners = new Set<Listener>();
  private stop: (() => void) | null = null;

  constructor(private readonly ledger: Ledger) {}

  /**
   * Changes from now on, of all claims or of those about an entity or a claim.
   * @throws NotFound where `about` is neither.
   */
  subscribe(about: string | null): AsyncIterableIterator<ClaimChangeType> {
    const { graph } = this.ledger;
    if (about !== null && !graph.findClaim(about) && !graph.findEntity(about)) {
      missing('entity or claim', about, ['about'], 'search for its id');
    }
    const queue = new BoundedQueue<ClaimChangeType>(() => this.leave(listener));
    const listener: Listener = { about, queue };
    this.listeners.add(listener);
    this.stop ??= this.ledger.onCommit(events => this.hear(events));
    return queue;
  }

  private hear(events: readonly RecordedEvent[]): void {
    try {
      const { changes, after } = atOnce(claimChanges(this.ledger.graph, events));
      for (const change of changes) this.tell(new ClaimChangeType(change, after));
    } catch (error) {
      // What was recorded stays recorded: a fault here is for those who listen, not for the one who wrote.
      for (const { queue } of this.listeners) queue.fail(error as Error);
    }
  }

  private tell(change: ClaimChangeType): void {
    const { id, record, reading } = change.claim;
    for (const { about, queue } of this.listeners) {
      if (about === null || about === id || isAbout(reading, record, about)) queue.push(change);
    }
  }

  private leave(listener: Listener): void {
    this.listeners.delete(listener);
    if (this.listeners.size > 0) return;
    this.stop?.();
    this.stop = null;
  }
}
