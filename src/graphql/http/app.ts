// The HTTP host: size limits and routes. The front, GraphQL and the pages are plugged into it.
import Fastify, { type FastifyInstance } from 'fastify';
import type { IncidentLog } from '../errors/error-format.js';
import { endIfUntaken } from './exchange.js';
import { errorSender, refuseGarbage, refuseUnknownRoutes } from './errors.js';
import { SAFE_HEADERS } from './headers.js';
import { readAccept } from './status.js';
import { answerTooLong } from '../operation/operation-work.js';
import { LIMITS, type Limits } from '../operation/request-limits.js';

/** A host without routes that refuses large bodies, too long answers and unknown addresses, each with a code. */
export function createHttpApp(log: IncidentLog, limits: Limits = LIMITS): FastifyInstance {
  const sendError = errorSender(log);
  const app = Fastify({
    bodyLimit: limits.bodyBytes,
    requestTimeout: limits.requestMs,
    keepAliveTimeout: limits.restMs,
    // `http-form.ts` refuses those without a `Host`: Node's own refusals have no code, and nobody hears of them.
    http: { ...waiting(limits), requireHostHeader: false },
    // Its own refusal has no code: `http-stop.ts` refuses.
    return503OnClosing: false,
    clientErrorHandler: refuseGarbage,
    frameworkErrors: (error, request, reply) => void sendError(error, request, reply),
  });
  // Else a plain form of another page could post a body that reaches GraphQL.
  app.removeContentTypeParser('text/plain');
  app.addHook('onRequest', (request, reply, done) => {
    void reply.headers(SAFE_HEADERS);
    endIfUntaken(reply.raw, request.raw.socket, limits.exchangeMs);
    done();
  });
  limitAnswers(app, limits);
  app.addHook('preHandler', (request, _, done) => {
    request.headers.accept = readAccept(request.headers.accept);
    done();
  });
  app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response));
  app.server.maxConnections = limits.connections;
  app.setErrorHandler(sendError);
  refuseUnknownRoutes(app);
  return app;
}

/** Replaces an answer of GraphQL that is too long by an error. */
function limitAnswers(app: FastifyInstance, { answerBytes }: Limits): void {
  app.addHook('onSend', (_, reply, payload, done) => {
    const isTooLong =
      typeof payload === 'string' &&
      payload.length * 3 > answerBytes &&
      Buffer.byteLength(payload) > answerBytes;
    if (!isTooLong) {
      done(null, payload);
      return;
    }
    const { message, extensions } = answerTooLong(answerBytes);
    void reply.code(400).removeHeader('content-length');
    done(null, JSON.stringify({ errors: [{ message, extensions: withoutStatus(extensions) }] }));
  });
}

const withoutStatus = ({ http: _, ...extensions }: Readonly<Record<string, unknown>>): object => extensions;

/** How long Node waits for what is to come, and how often it looks. */
const waiting = ({ headersMs, requestMs }: Limits) => ({
  headersTimeout: Math.min(headersMs, requestMs),
  requestTimeout: requestMs,
  connectionsCheckingInterval: Math.min(headersMs, requestMs, 1000),
});
