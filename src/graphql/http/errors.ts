// Formats failures before GraphQL is reached (body, route, headers) like GraphQL's own errors.
import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Rejection } from '../front/asked.js';
import type { ErrorCode } from '../errors/error-codes.js';
import { errorBody } from '../errors/error-body.js';
import { maskedMessage, type IncidentLog } from '../errors/error-format.js';
import { unreadable } from '../front/form.js';
import { ID_HEADER, SAFE_HEADERS } from './headers.js';

const KNOWN: Readonly<Record<string, { readonly code: ErrorCode; readonly message: string }>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: {
    code: 'BODY_TOO_LARGE',
    message: 'The body has more bytes than are allowed: send less at a time.',
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
    // An address that cannot even be read comes here past all hooks.
    void reply.headers(SAFE_HEADERS);
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
    const message = `There is nothing at ${asked}: the explorer is at /, the playground at /playground/, the API at POST /graphql.`;
    return reply.code(404).send(errorBody('ROUTE_NOT_FOUND', message));
  });
}

/**
 * Answers bytes that are not even HTTP, headers beyond all measure, and requests that do not come to their end. Returns the status of
 * the answer; null where nobody can be answered any more.
 */
export function refuseGarbage(
  { code }: NodeJS.ErrnoException,
  socket: Duplex,
  id: string = randomUUID(),
): number | null {
  const rejection = unreadable(code);
  return endWithAnswer(socket, rejection, id) ? rejection.status : null;
}

/** Answers on a connection that has no reply object, and ends it. False where it has ended already. */
export function endWithAnswer(socket: Duplex, { status, code, message }: Rejection, id: string): boolean {
  if (socket.destroyed || !socket.writable) return false;
  const body = JSON.stringify(errorBody(code, message));
  const headers = {
    ...SAFE_HEADERS,
    [ID_HEADER]: id,
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines].join('\r\n');
  // Destroyed once sent: the other side may never end its own half.
  socket.once('finish', () => socket.destroy());
  socket.end(`${head}\r\n\r\n${body}`);
  return true;
}
