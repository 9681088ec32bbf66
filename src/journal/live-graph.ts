// The graph as it grows: what was recorded is drawn, what was read from it before is let go, and who listens is told.
import type { RecordedEvent } from '../domain/event.js';
import { canonicalJson, type Json } from '../domain/ids.js';
import type { View } from '../domain/view.js';
import { KeptWeighings } from '../evidence/weighing/kept-weighings.js';
import { Reading } from '../evidence/reading.js';
import type { ClaimGraph } from '../graph/claim-graph.js';

const READINGS_KEPT = 64;

/** Where a graph stands. The same place in a past that was rewritten is another. */
export interface Place {
  readonly seq: number;
  readonly rewrites: number;
}

export class LiveGraph {
  private readonly readings = new Map<string, Reading>();
  private readonly weighings: KeptWeighings;
  private readonly listeners = new Set<(events: readonly RecordedEvent[]) => void>();

  private rewrites = 0;

  constructor(readonly graph: ClaimGraph) {
    this.weighings = new KeptWeighings(graph);
  }

  get place(): Place {
    return { seq: this.graph.seq, rewrites: this.rewrites };
  }

  /** The graph through a view, kept while the journal stands still. What claims rest on is kept longer: until that changes. */
  reading(view: View): Reading {
    const key = canonicalJson(view as Json);
    const kept = this.readings.get(key);
    if (kept) return kept;
    const reading = new Reading(this.graph, view, lens => this.weighings.at(lens));
    const [oldest] = this.readings.keys();
    if (this.readings.size >= READINGS_KEPT && oldest !== undefined) this.readings.delete(oldest);
    this.readings.set(key, reading);
    return reading;
  }

  onDrawn(listener: (events: readonly RecordedEvent[]) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  draw(recorded: readonly RecordedEvent[]): void {
    if (recorded.length === 0) return;
    for (const event of recorded) this.graph.apply(event);
    this.weighings.drawn(recorded);
    this.tell(recorded);
  }

  /** For a past that was rewritten: the graph is another now. @param news what is told of it */
  become(graph: ClaimGraph, news: readonly RecordedEvent[] = []): void {
    this.rewrites += 1;
    this.graph.become(graph);
    this.weighings.forget();
    this.tell(news);
  }

  private tell(recorded: readonly RecordedEvent[]): void {
    this.readings.clear();
    for (const listener of this.listeners) listener(recorded);
  }
}
