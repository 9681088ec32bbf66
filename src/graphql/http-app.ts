// The HTTP host: who may ask, how much may be sent, which addresses there are. GraphQL and the playground are put into it.
import Fastify, { type FastifyInstance } from 'fastify';
import { errorBody, type IncidentLog } from './error-format.js';
import { errorSender, refuseGarbage, refuseUnknownRoutes } from './http-errors.js';
import { rejectForeign } from './http-origin.js';
import { LIMITS } from './request-limits.js';

const SLOWEST_REQUEST_MS = 30_000;

/** A host without routes that refuses foreign pages, large bodies and unknown addresses, each with a code. */
export function createHttpApp(log: IncidentLog): FastifyInstance {
  const sendError = errorSender(log);
  const app = Fastify({
    bodyLimit: LIMITS.bodyBytes,
    requestTimeout: SLOWEST_REQUEST_MS,
    clientErrorHandler: refuseGarbage,
    frameworkErrors: (error, request, reply) => void sendError(error, request, reply),
  });
  // Else a plain form of another page could post a body that reaches GraphQL.
  app.removeContentTypeParser('text/plain');
  app.addHook('onRequest', async (request, reply) => {
    void reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'no-referrer');
    const rejection = rejectForeign(request.raw);
    if (rejection) await reply.code(403).send(errorBody(rejection.code, rejection.message));
  });
  app.setErrorHandler(sendError);
  refuseUnknownRoutes(app);
  return app;
}
