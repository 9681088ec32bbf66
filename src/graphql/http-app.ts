// The HTTP host: who may ask, how much may be sent, which addresses there are. GraphQL and the playground are put into it.
import Fastify, { type FastifyInstance } from 'fastify';
import { errorBody } from './error-body.js';
import type { IncidentLog } from './error-format.js';
import { endIfUntaken } from './http-exchange.js';
import { errorSender, refuseGarbage, refuseUnknownRoutes } from './http-errors.js';
import { SAFE_HEADERS } from './http-headers.js';
import { rejectForeign } from './http-origin.js';
import { readAccept } from './http-status.js';
import { LIMITS, type Limits } from './request-limits.js';

/** A host without routes that refuses foreign pages, large bodies and unknown addresses, each with a code. */
export function createHttpApp(log: IncidentLog, limits: Limits = LIMITS): FastifyInstance {
  const sendError = errorSender(log);
  const app = Fastify({
    bodyLimit: limits.bodyBytes,
    requestTimeout: limits.requestMs,
    keepAliveTimeout: limits.restMs,
    http: waiting(limits),
    // Its own refusal has no code: `http-stop.ts` refuses.
    return503OnClosing: false,
    clientErrorHandler: refuseGarbage,
    frameworkErrors: (error, request, reply) => void sendError(error, request, reply),
  });
  // Else a plain form of another page could post a body that reaches GraphQL.
  app.removeContentTypeParser('text/plain');
  app.addHook('onRequest', async (request, reply) => {
    void reply.headers(SAFE_HEADERS);
    endIfUntaken(reply.raw, request.raw.socket, limits.exchangeMs);
    const rejection = rejectForeign(request.raw);
    if (rejection) await reply.code(403).send(errorBody(rejection.code, rejection.message));
  });
  app.addHook('preHandler', (request, _, done) => {
    request.headers.accept = readAccept(request.headers.accept);
    done();
  });
  app.server.maxConnections = limits.connections;
  app.setErrorHandler(sendError);
  refuseUnknownRoutes(app);
  return app;
}

/** How long Node waits for what is to come, and how often it looks. */
const waiting = ({ headersMs, requestMs }: Limits) => ({
  headersTimeout: Math.min(headersMs, requestMs),
  requestTimeout: requestMs,
  connectionsCheckingInterval: Math.min(headersMs, requestMs, 1000),
});
