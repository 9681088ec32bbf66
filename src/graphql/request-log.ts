// Watches all requests by HTTP from their first to their last byte, and tells a log of each one when it is over.
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { standBefore } from './http-routes.js';
import { RequestNotes, type RequestLine, type RequestLog } from './request-notes.js';

export const ID_HEADER = 'x-request-id';
/** What a client may call its request: nothing that needs quoting in any log. */
const SANE_ID = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/;

export class RequestWatch {
  private readonly notes = new WeakMap<IncomingMessage, RequestNotes>();
  /** Connections on which a request is under way. */
  private readonly busy = new WeakSet<Duplex>();

  constructor(private readonly log: RequestLog) {}

  /** Notes of a request by HTTP, the same each time. */
  notesOf(request: IncomingMessage): RequestNotes {
    const known = this.notes.get(request);
    if (known) return known;
    const notes = new RequestNotes(idOf(request), 'http');
    this.notes.set(request, notes);
    return notes;
  }

  /** Notes of what comes in another way, under an id made here. */
  newNotes(via: RequestLine['via']): RequestNotes {
    return new RequestNotes(randomUUID(), via);
  }

  /** Tells of an operation of `newNotes` that is over. */
  over(notes: RequestNotes): void {
    this.log(notes.line(null));
  }

  /** Watches a host. On the server itself, since addresses that cannot be read never reach the host's hooks. */
  watch(app: FastifyInstance): void {
    app.server.prependListener('request', (request: IncomingMessage, response: ServerResponse) =>
      this.begin(request, response),
    );
    // Apart, since a response that has a header already takes all others one by one.
    standBefore(app.server, routes => (request, response) => {
      response.setHeader(ID_HEADER, this.notesOf(request).id);
      routes(request, response);
    });
    app.server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
      // A request that breaks off, or goes on as garbage, has a line of its own.
      if (!this.busy.has(socket)) this.garbage(error);
    });
    app.addHook('onSend', (request, reply, payload, done) => {
      const notes = this.notesOf(request.raw);
      // Unknown addresses have no pattern.
      notes.route = request.routeOptions.url ?? null;
      if (reply.statusCode >= 400 && typeof payload === 'string') notes.told(errorsIn(payload));
      done();
    });
  }

  private begin(request: IncomingMessage, response: ServerResponse): void {
    const notes = this.notesOf(request);
    this.busy.add(request.socket);
    response.once('close', () => {
      this.busy.delete(request.socket);
      this.log(notes.line(response.statusCode, !response.writableFinished));
    });
  }

  private garbage({ code }: NodeJS.ErrnoException): void {
    // A connection that breaks off before asked for nothing.
    if (code === 'ECONNRESET' || code === 'EPIPE') return;
    this.log(this.newNotes('http').line(code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400));
  }
}

function idOf({ headers }: IncomingMessage): string {
  const given = headers[ID_HEADER];
  return typeof given === 'string' && SANE_ID.test(given) ? given : randomUUID();
}

/** Only answers of the error envelope say why; they are short. */
function errorsIn(payload: string): readonly { extensions?: Record<string, unknown> }[] {
  try {
    const { errors } = JSON.parse(payload) as { errors?: unknown };
    return Array.isArray(errors) ? (errors as { extensions?: Record<string, unknown> }[]) : [];
  } catch {
    return [];
  }
}
