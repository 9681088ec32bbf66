// What a server reports to its operators: health, metrics and a log line for each request.
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { JournalWatch } from '../../journal/journal-watch.js';
import type { Ledger } from '../../journal/ledger.js';
import { readinessOf, serveHealth, type Readiness } from './health.js';
import { serveMetrics } from './metrics-route.js';
import { Metrics } from './metrics.js';
import { noteUserErrors } from '../http/request-log-plugin.js';
import { RequestWatch } from './request-log.js';
import { SocketWatch } from './request-log-sockets.js';
import type { RequestLog } from '../operation/request-notes.js';

export interface ServiceOptions {
  /** Without it the server cannot report the state of its journal. */
  readonly journal?: JournalWatch;
  /** Bytes that the journal takes; null where it is in memory. */
  readonly journalBytes?: () => Promise<number | null>;
  /** Told of each request. */
  readonly requests?: RequestLog;
}

export class Service {
  readonly requests: RequestWatch;
  readonly sockets: SocketWatch;
  private readonly metrics: Metrics;
  private readonly readiness: Readiness;

  constructor(
    private readonly ledger: Ledger,
    options: ServiceOptions = {},
  ) {
    this.readiness = readinessOf(ledger, options.journal);
    this.requests = new RequestWatch(line => {
      this.metrics.request(line);
      options.requests?.(line);
    });
    this.sockets = new SocketWatch(this.requests);
    this.metrics = new Metrics({
      ledger,
      watch: options.journal,
      journalBytes: options.journalBytes,
      ready: () => this.readiness() === null,
      open: this.sockets,
    });
  }

  /** Watches a host and a schema, and adds the routes for health and metrics. */
  attach(app: FastifyInstance, schema: GraphQLSchema): void {
    this.requests.watch(app);
    noteUserErrors(schema);
    serveHealth(app, this.ledger, this.readiness);
    serveMetrics(app, this.metrics);
    app.addHook('onClose', () => this.metrics.close());
  }
}
