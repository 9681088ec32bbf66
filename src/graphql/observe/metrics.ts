// The metrics of one server for Prometheus. Each server has its own registry.
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { JournalWatch } from '../../journal/journal-watch.js';
import type { Ledger } from '../../journal/ledger.js';
import { LoopDelay } from './loop-delay.js';
import type { RequestLine } from '../operation/request-notes.js';

const REQUEST_SECONDS = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30];
/** So many names of operations have a label of their own; all others share one. */
const MOST_NAMES = 100;
const COMMIT_SECONDS = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5];

export interface Measured {
  readonly ledger: Ledger;
  readonly watch?: JournalWatch | undefined;
  /** Bytes that the journal takes; null where it is in memory. */
  readonly journalBytes?: (() => Promise<number | null>) | undefined;
  readonly ready: () => boolean;
  /** How many of each are open. */
  readonly open: { readonly sockets: number; readonly subscriptions: number };
}

export class Metrics {
  private readonly registry = new Registry();
  private readonly loop = new LoopDelay();
  private readonly requests = this.counter('requests_total', 'Requests that are over.', [
    'operation',
    'outcome',
    'code',
  ]);
  private readonly refusals = this.counter('refusals_total', 'Refusals, by limit or other code.', ['code']);
  private readonly shortcuts = this.counter('shortcuts_total', 'Queries that were answered without Apollo.', [
    'shortcut',
  ]);
  private readonly durations = this.histogram(
    'request_seconds',
    'From the first to the last byte of a request; of a subscription, from start to end.',
    REQUEST_SECONDS,
    ['operation', 'name'],
  );
  private readonly names = new Set<string>();

  constructor(measured: Measured) {
    const { watch } = measured;
    this.countGraph(measured);
    this.countService(measured);
    if (watch) this.countWrites(watch);
  }

  /** Counts a request that is over. */
  request({ operation, name, outcome, codes, shortcut, ms }: RequestLine): void {
    if (shortcut !== null) this.shortcuts.inc({ shortcut });
    this.requests.inc({ operation, outcome, code: codes[0] ?? '' });
    this.durations.observe({ operation, name: this.labelOf(name) }, ms / 1000);
    for (const code of codes) this.refusals.inc({ code });
  }

  /** Clients choose names: without a bound they could make as many time series as they like. */
  private labelOf(name: string | null): string {
    if (name === null) return '';
    if (this.names.size < MOST_NAMES) this.names.add(name);
    return this.names.has(name) ? name : 'OTHER';
  }

  get type(): string {
    return this.registry.contentType;
  }

  /** Everything as it stands now. */
  async text(): Promise<string> {
    return this.registry.metrics();
  }

  close(): void {
    this.loop.close();
  }

  private countGraph({ ledger, journalBytes }: Measured): void {
    for (const kind of ['entities', 'claims', 'sources', 'attestations'] as const) {
      const help = `${kind[0]?.toUpperCase()}${kind.slice(1)} in the graph, withdrawn ones included.`;
      this.gauge(kind, help, () => ledger.graph.counts[kind]);
    }
    this.gauge('journal_events', 'Events in the journal: the last place in it.', () => ledger.graph.seq);
    const age = 'Seconds since the journal was reached; 0 where nobody else writes to it.';
    this.gauge('journal_age_seconds', age, () => ledger.age);
    if (journalBytes) this.gauge('journal_bytes', 'Bytes of the journal, its log included.', journalBytes);
  }

  private countService({ open, ready }: Measured): void {
    this.gauge('ready', '1 where /readyz says ready.', () => Number(ready()));
    this.gauge('websockets_open', 'WebSockets that are open.', () => open.sockets);
    this.gauge('subscriptions_open', 'Subscriptions that are open.', () => open.subscriptions);
    this.gauge('memory_bytes', 'Resident memory of the process.', () => process.memoryUsage.rss());
    const { registry, loop } = this;
    const delay: Gauge = new Gauge({
      name: 'hearsay_event_loop_delay_seconds',
      help: 'How late timers were since this was last asked.',
      labelNames: ['quantile'],
      registers: [registry],
      collect: () => loop.read().forEach(([quantile, seconds]) => delay.set({ quantile }, seconds)),
    });
  }

  private countWrites(watch: JournalWatch): void {
    const commits = this.histogram(
      'commit_seconds',
      'Time to bring a commit of the journal to disk.',
      COMMIT_SECONDS,
    );
    const failures = this.counter('commit_failures_total', 'Commits of the journal that failed.', []);
    watch.onWrite((seconds, failure) => (failure ? failures.inc() : commits.observe(seconds)));
    const losses = this.counter('journal_away_total', 'Times that the journal was out of reach.', []);
    watch.onLoss(() => losses.inc());
    this.gauge('replay_seconds', 'Time it took to draw the graph at start.', () => watch.replaySeconds);
  }

  private counter(name: string, help: string, labelNames: string[]): Counter {
    return new Counter({ name: `hearsay_${name}`, help, labelNames, registers: [this.registry] });
  }

  private histogram(name: string, help: string, buckets: number[], labelNames: string[] = []): Histogram {
    return new Histogram({ name: `hearsay_${name}`, help, buckets, labelNames, registers: [this.registry] });
  }

  /** Read when it is asked for; null leaves it as it was. */
  private gauge(name: string, help: string, read: () => number | null | Promise<number | null>): void {
    const gauge: Gauge = new Gauge({
      name: `hearsay_${name}`,
      help,
      registers: [this.registry],
      collect: async () => {
        const value = await read();
        if (value !== null) gauge.set(value);
      },
    });
  }
}
