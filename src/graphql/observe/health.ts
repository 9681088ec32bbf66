// Serves `/healthz` and `/readyz`: whether the server lives, and whether it can take writes. They need no token.
import type { FastifyInstance } from 'fastify';
import type { JournalWatch } from '../../journal/journal-watch.js';
import type { Ledger } from '../../journal/ledger.js';
import { Misplaced } from '../../journal/sqlite/place.js';
import { ageOf } from '../http/journal-position.js';

/** Why a server is not ready, without anything of what it holds; null where it is. */
export type Readiness = () => string | null;

const FAILED = 'The last write to the journal failed, reads are answered: ready again once a write succeeds.';

const MOVED =
  "The journal's file was moved away or deleted, reads are answered: ready again once it is back with its -wal file.";
/**
 * A server listens only once its journal is replayed: what is left is whether it can write. A journal that several write to fails
 * all of them alike: were they not ready, nobody would read either, nor would a write be let through that shows it is well again.
 */
export const readinessOf =
  (ledger: Ledger, journal: JournalWatch | undefined): Readiness =>
  () => {
    const obstacle = journal?.look() ?? null;
    if (obstacle instanceof Misplaced) return MOVED;
    // Whether a file is back in its place is seen without a write.
    const failure = journal?.failure instanceof Misplaced ? null : journal?.failure;
    return (obstacle ?? failure) && !ledger.isShared ? FAILED : null;
  };

/** Both answer with a state and, where it is not well, a reason. Nothing may keep an old answer. */
export function serveHealth(app: FastifyInstance, ledger: Ledger, readiness: Readiness): void {
  app.get('/healthz', (_, reply) => reply.header('cache-control', 'no-store').send({ state: 'alive' }));
  app.get('/readyz', (_, reply) => {
    const reason = readiness();
    void reply.header('cache-control', 'no-store');
    if (reason === null) return reply.send({ state: 'ready', ...reachOf(ledger) });
    return reply.code(503).send({ state: 'not ready', reason });
  });
}

/** Whether a journal that several write to is reached, and how many seconds ago it was. */
function reachOf(ledger: Ledger): object {
  if (!ledger.isShared) return {};
  const age = ageOf(ledger);
  return { journal: { reached: age === null, age: age ?? 0 } };
}
