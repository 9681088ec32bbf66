// Failures before GraphQL is reached (body, route, headers), put into the same envelope that GraphQL's own errors use.
import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ErrorCode } from './error-codes.js';
import { errorBody, maskedMessage, type IncidentLog } from './error-format.js';
import { LIMITS } from './request-limits.js';

const KNOWN: Readonly<Record<string, { readonly code: ErrorCode; readonly message: string }>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: {
    code: 'BODY_TOO_LARGE',
    message: `The body has more than ${LIMITS.bodyBytes} bytes: send less at a time.`,
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    code: 'UNSUPPORTED_MEDIA_TYPE',
    message: 'The body must be sent as `content-type: application/json`.',
  },
  FST_ERR_CTP_INVALID_JSON_BODY: { code: 'BAD_REQUEST', message: 'The body is not JSON.' },
};

type SendError = (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => FastifyReply;

/** Answers for whatever goes wrong outside GraphQL; faults of ours are masked and logged. */
export const errorSender =
  (log: IncidentLog): SendError =>
  (error, _, reply) => {
    const status = error.statusCode ?? 500;
    const known = KNOWN[error.code];
    if (known) return reply.code(status).send(errorBody(known.code, known.message));
    if (status < 500) return reply.code(status).send(errorBody('BAD_REQUEST', error.message));
    const incident = randomUUID();
    log(incident, error);
    return reply.code(500).send(errorBody('INTERNAL', maskedMessage(incident), { incident }));
  };

/** Answers unknown addresses. */
export function refuseUnknownRoutes(app: FastifyInstance): void {
  app.setNotFoundHandler((request, reply) => {
    const asked = `${request.method} ${request.url.slice(0, 200)}`;
    const message = `There is nothing at ${asked}: the API is at POST /graphql, the playground at /playground/.`;
    return reply.code(404).send(errorBody('ROUTE_NOT_FOUND', message));
  });
}

/** Answers bytes that are not even HTTP, or headers beyond all measure. */
export function refuseGarbage(_: Error, socket: Socket): void {
  if (socket.destroyed || !socket.writable) return;
  const body = JSON.stringify(errorBody('BAD_REQUEST', 'This is no HTTP request that can be read.'));
  const head = [
    'HTTP/1.1 400 Bad Request',
    'content-type: application/json',
    `content-length: ${body.length}`,
  ];
  socket.end(`${head.join('\r\n')}\r\nconnection: close\r\n\r\n${body}`);
}
