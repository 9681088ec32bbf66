// `/healthz` and `/readyz`: whether the server lives, and whether it can take writes. Without a token, and no word more.
import type { FastifyInstance } from 'fastify';
import type { JournalWatch } from '../journal/journal-watch.js';

/** Why a server is not ready, without anything of what it holds; null where it is. */
export type Readiness = () => string | null;

const FAILED = 'The last write to the journal failed, reads are answered: ready again once a write succeeds.';

/** A server listens only once its journal is replayed: what is left is whether it can write. */
export const readinessOf =
  (journal: JournalWatch | undefined): Readiness =>
  () =>
    journal?.failure ? FAILED : null;

/** Both answer with a state and, where it is not well, a reason. Nothing may keep an old answer. */
export function serveHealth(app: FastifyInstance, readiness: Readiness): void {
  app.get('/healthz', (_, reply) => reply.header('cache-control', 'no-store').send({ state: 'alive' }));
  app.get('/readyz', (_, reply) => {
    const reason = readiness();
    void reply.header('cache-control', 'no-store');
    if (reason === null) return reply.send({ state: 'ready' });
    return reply.code(503).send({ state: 'not ready', reason });
  });
}
