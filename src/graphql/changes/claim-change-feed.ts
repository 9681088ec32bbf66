// Publishes changes to claims. A commit is only noted; the changes are worked out later, in pieces, once for all subscribers.
import { setTimeout as sleep } from 'node:timers/promises';
import type { RecordedEvent } from '../../domain/event.js';
import { claimChanges, type ClaimChange, type ClaimChanges } from '../../evidence/views/claim-changes.js';
import type { ViewedGraph } from '../../evidence/viewed-graph.js';
import type { Resumable } from '../../graph/work/resumable.js';
import type { Scheduler } from '../../graph/work/scheduler.js';
import { unlimited, type Work } from '../../graph/work/work.js';
import { missing } from '../../journal/decide/lookups.js';
import type { Ledger } from '../../journal/ledger.js';
import { BoundedQueue } from './bounded-queue.js';
import { isAbout } from '../inputs/filtered-claims.js';
import { tooSlow } from '../errors/too-slow.js';

/** Changes that may wait for one who listens, and events of commits that may wait to be worked out. */
const MOST_CHANGES = 1000;
const MOST_EVENTS = 100_000;
/** How long a change waits for subscribers whose queue is full, before they are dropped. */
const PATIENCE_MS = 1000;
const PAUSE_MS = 5;

export interface SeenChange extends ClaimChange {
  /** The place in the journal right after it. */
  readonly seq: number;
  /** Number of its commit, counted from when the first listened. */
  readonly commit: number;
}

interface Commit {
  readonly number: number;
  readonly events: readonly RecordedEvent[];
}

interface Listener {
  readonly about: string | null;
  /** The last commit before it listened. */
  readonly since: number;
  readonly queue: BoundedQueue<SeenChange>;
}

export class ClaimChangeFeed {
  private readonly listeners = new Set<Listener>();
  private commits: Commit[] = [];
  private events = 0;
  private heard = 0;
  private isWorking = false;
  private stop: (() => void) | null = null;

  constructor(
    private readonly ledger: Pick<Ledger, 'graph' | 'onCommit' | 'position' | 'through'>,
    private readonly scheduler: Scheduler,
  ) {}

  /** The last commit that was noted: changes of later ones are yet to come. */
  get lastCommit(): number {
    return this.heard;
  }

  /**
   * Changes from now on, of all claims or of those about an entity or a claim.
   * @throws NotFound where `about` is neither.
   */
  subscribe(about: string | null): AsyncIterableIterator<SeenChange> {
    const { graph } = this.ledger;
    if (about !== null && !graph.findClaim(about) && !graph.findEntity(about)) {
      missing('entity or claim', about, ['about'], 'search for its id');
    }
    const queue = new BoundedQueue<SeenChange>(MOST_CHANGES, () => this.leave(listener));
    const listener: Listener = { about, since: this.heard, queue };
    this.listeners.add(listener);
    this.stop ??= this.ledger.onCommit(events => this.note(events));
    return queue;
  }

  /** All that is done while the one who wrote waits. */
  private note(events: readonly RecordedEvent[]): void {
    if (events.length === 0) return;
    this.heard += 1;
    if (this.events > MOST_EVENTS) {
      return this.fail(tooSlow(`More than ${MOST_EVENTS} events waited to be worked out`));
    }
    this.commits.push({ number: this.heard, events });
    this.events += events.length;
    if (!this.isWorking) void this.workOff();
  }

  private async workOff(): Promise<void> {
    this.isWorking = true;
    for (;;) {
      const work = unlimited(this.scheduler);
      await work.pause();
      const commit = this.commits.shift();
      if (!commit) break;
      this.events -= commit.events.length;
      try {
        await this.notifyOf(commit, work);
      } catch (error) {
        this.fail(error as Error);
      }
    }
    this.isWorking = false;
  }

  private async notifyOf({ number, events }: Commit, work: Work): Promise<void> {
    const seq = events.at(-1)?.seq ?? 0;
    const found = await this.changesOf(events, seq, work);
    if (!found) return;
    for (const change of found.changes)
      await this.notify({ ...change, seq, commit: number }, found.after, work);
  }

  /** As of a commit, whatever was recorded since; null where nobody listens any more, or that commit was lost. */
  private async changesOf(
    events: readonly RecordedEvent[],
    seq: number,
    work: Work,
  ): Promise<ClaimChanges | null> {
    const { ledger } = this;
    for (;;) {
      const { rewrites } = ledger.position;
      if (ledger.graph.seq < seq) return null;
      try {
        const changes = claimChanges(ledger.graph, events, ledger.through({ knownAtSeq: seq }));
        const found = await work.run(this.whileListenedTo(changes));
        if (ledger.position.rewrites === rewrites) return found;
      } catch (error) {
        // Where the past was rewritten meanwhile, it is looked at again.
        if (ledger.position.rewrites === rewrites) throw error;
      }
    }
  }

  private *whileListenedTo<R>(work: Resumable<R>): Resumable<R | null> {
    for (let piece = work.next(); ; piece = work.next()) {
      if (piece.done) return piece.value;
      if (this.listeners.size === 0) return null;
      yield piece.value;
    }
  }

  private async notify(change: SeenChange, after: ViewedGraph, work: Work): Promise<void> {
    const end = this.scheduler.now() + PATIENCE_MS;
    for (const { about, since, queue } of this.listeners) {
      work.take();
      if (work.due) await work.pause();
      if (since >= change.commit || !concerns(change, about, after)) continue;
      while (queue.isFull && this.scheduler.now() < end) await sleep(PAUSE_MS);
      queue.push(change);
      // What the subscribers do with the change belongs to this slice.
      await Promise.resolve();
    }
  }

  /** Ends all subscriptions with an error that says why. */
  private fail(error: Error): void {
    for (const { queue } of this.listeners) queue.fail(error);
  }

  private leave(listener: Listener): void {
    this.listeners.delete(listener);
    if (this.listeners.size > 0) return;
    this.stop?.();
    this.stop = null;
    this.commits = [];
    this.events = 0;
  }
}

const concerns = ({ claim }: SeenChange, about: string | null, after: ViewedGraph): boolean =>
  about === null || about === claim.claim.id || isAbout(after, claim, about);
