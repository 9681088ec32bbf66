// The graph as it grows: applies recorded events, drops what was cached before, and notifies listeners.
import type { RecordedEvent } from '../../domain/event.js';
import { canonicalJson, type Json } from '../../domain/ids.js';
import type { View } from '../../domain/view.js';
import { WeighingCache } from '../../evidence/weighing/weighing-cache.js';
import { ViewedGraph } from '../../evidence/viewed-graph.js';
import type { ClaimGraph } from '../../graph/claim-graph.js';

const READINGS_KEPT = 64;

/** Where a graph stands in its journal. After a rewrite of the past, the same `seq` is another position. */
export interface JournalPosition {
  readonly seq: number;
  readonly rewrites: number;
}

export class LiveGraph {
  private readonly views = new Map<string, ViewedGraph>();
  private readonly weighings: WeighingCache;
  private readonly listeners = new Set<(events: readonly RecordedEvent[]) => void>();

  private rewrites = 0;

  constructor(readonly graph: ClaimGraph) {
    this.weighings = new WeighingCache(graph);
  }

  get position(): JournalPosition {
    return { seq: this.graph.seq, rewrites: this.rewrites };
  }

  /** The graph through a view, cached until the next commit. The weighing of claims is cached longer: until something that it rests on changes. */
  through(view: View): ViewedGraph {
    const key = canonicalJson(view as Json);
    const kept = this.views.get(key);
    if (kept) return kept;
    const viewed = new ViewedGraph(this.graph, view, lens => this.weighings.at(lens));
    const [oldest] = this.views.keys();
    if (this.views.size >= READINGS_KEPT && oldest !== undefined) this.views.delete(oldest);
    this.views.set(key, viewed);
    return viewed;
  }

  onApplied(listener: (events: readonly RecordedEvent[]) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  apply(recorded: readonly RecordedEvent[]): void {
    if (recorded.length === 0) return;
    for (const event of recorded) this.graph.apply(event);
    this.weighings.invalidate(recorded);
    this.notify(recorded);
  }

  /** Shows another graph from now on, because the past was rewritten. @param news the events that listeners are notified of */
  replaceWith(graph: ClaimGraph, news: readonly RecordedEvent[] = []): void {
    this.rewrites += 1;
    this.graph.replaceWith(graph);
    this.weighings.forget();
    this.notify(news);
  }

  private notify(recorded: readonly RecordedEvent[]): void {
    this.views.clear();
    for (const listener of this.listeners) listener(recorded);
  }
}
