// Serves `/metrics` for Prometheus. If there are tokens, it needs one that may read.
import type { FastifyInstance } from 'fastify';
import type { Metrics } from './metrics.js';

export const METRICS_PATH = '/metrics';

export function serveMetrics(app: FastifyInstance, metrics: Metrics): void {
  app.get(METRICS_PATH, async (_, reply) => {
    void reply.header('cache-control', 'no-store').type(metrics.type);
    return metrics.text();
  });
}
