// Runs the front for every HTTP request before its body is read.
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Asked } from '../front/asked.js';
import type { Caller } from '../auth/scope.js';
import { errorBody } from '../errors/error-body.js';
import type { Entrance, Front } from '../front/front.js';
import { malformed } from '../front/form.js';

/** The files of the pages, and health checks: they reveal nothing, and need no token. */
const OPEN = /^\/($|index\.html$|hearsay\.svg$|assets\/|playground(\/|$)|healthz$|readyz$)/;

type Entry = Extract<Entrance, { rejection: null }>;

const entries = new WeakMap<FastifyRequest, Entry>();

/** What was found of a request that was let in. */
export function entryOf(request: FastifyRequest): Entry {
  const entry = entries.get(request);
  if (entry) return entry;
  throw new Error('a request came past the front');
}

/** Who sent a request that was let in. */
export function callerOf(request: FastifyRequest): Caller {
  const { caller } = entryOf(request);
  if (caller) return caller;
  throw new Error('a request came past the front without a name');
}

/** What the front looks at of a request for the API. */
export const apiAsked = (request: IncomingMessage): Asked => ({
  method: request.method ?? '',
  headers: request.headers,
  connection: request.socket,
  authorization: request.headers.authorization,
  flaw: malformed(request),
  isOperation: true,
});

/** Lets nothing pass that the front does not let in. */
export function guardRoutes(app: FastifyInstance, front: Front, apiPath: string): void {
  app.addHook('onRequest', async (request, reply) => {
    const { url } = request.routeOptions;
    const asked = apiAsked(request.raw);
    // An unknown address has no route, and nothing to guard.
    const isOpen = url === undefined || OPEN.test(url) || visits(request, apiPath);
    const authorization = isOpen ? null : asked.authorization;
    const entrance = front.admit({ ...asked, authorization, isOperation: url === apiPath });
    if (!entrance.rejection) {
      entries.set(request, entrance);
      return;
    }
    const { status, code, message, headers = {} } = entrance.rejection;
    await reply.code(status).headers(headers).send(errorBody(code, message));
  });
}

/** Whether a browser opens the API as a page: it is sent to the playground instead. */
export const visits = ({ method, url, headers }: FastifyRequest, apiPath: string): boolean =>
  method === 'GET' &&
  url === apiPath &&
  headers.upgrade === undefined &&
  headers.accept?.includes('text/html') === true;
