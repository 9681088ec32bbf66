// The door of the HTTP host: every address demands a token, but for those that tell nothing.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Door } from './auth-door.js';
import type { Caller } from './auth-scope.js';
import { errorBody } from './error-body.js';

/** The pages' own files, and whether the server is well. */
const OPEN = /^\/($|index\.html$|hearsay\.svg$|assets\/|playground(\/|$)|healthz$|readyz$)/;

const callers = new WeakMap<FastifyRequest, Caller>();

/** Who sent a request that was let in. */
export function callerOf(request: FastifyRequest): Caller {
  const caller = callers.get(request);
  if (caller) return caller;
  throw new Error('a request came past the door without a name');
}

/** Lets nobody pass whom the door does not let in: to the app's own routes, and to all that is registered from here on. */
export function guardRoutes(app: FastifyInstance, door: Door): void {
  app.addHook('onRequest', async (request, reply) => {
    const { url } = request.routeOptions;
    // An unknown address has no route, and nothing to guard.
    if (url === undefined || OPEN.test(url)) return;
    const { caller, rejection } = door.enter(request.headers.authorization);
    if (caller) callers.set(request, caller);
    else {
      const challenge = request.headers.authorization === undefined ? '' : ', error="invalid_token"';
      void reply.header('www-authenticate', `Bearer realm="hearsay"${challenge}`);
      await reply.code(401).send(errorBody(rejection.code, rejection.message));
    }
  });
}
