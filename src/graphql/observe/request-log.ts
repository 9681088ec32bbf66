// Watches all HTTP requests from first to last byte, and logs each when it is over.
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { endWithAnswer, refuseGarbage } from '../http/errors.js';
import { NO_PROXY } from '../front/form.js';
import { ID_HEADER } from '../http/headers.js';
import { standBefore } from '../http/routes.js';
import { RequestNotes, type RequestLine, type RequestLog } from '../operation/request-notes.js';

/** What a client may call its request: nothing that needs quoting in any log. */
const SANE_ID = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/;

/** A request and the response to it, whose status is another where it was answered past that. */
interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly notes: RequestNotes;
  status: number | null;
  /** Tells of it; once, whoever calls first. */
  readonly over: () => void;
}

export class RequestWatch {
  private readonly notes = new WeakMap<IncomingMessage, RequestNotes>();
  /** What is under way on a connection. */
  private readonly open = new WeakMap<Duplex, Set<Exchange>>();

  constructor(private readonly log: RequestLog) {}

  /** Notes of a request by HTTP, the same each time. */
  notesOf(request: IncomingMessage): RequestNotes {
    const known = this.notes.get(request);
    if (known) return known;
    const notes = new RequestNotes(idOf(request), 'http');
    this.notes.set(request, notes);
    return notes;
  }

  /** Notes of what comes in another way, under the id of a request, or one made here. */
  newNotes(via: RequestLine['via'], request?: IncomingMessage): RequestNotes {
    return new RequestNotes(request ? idOf(request) : randomUUID(), via);
  }

  /** Tells of what `newNotes` were made for, and is over. */
  over(notes: RequestNotes, status: number | null = null): void {
    this.log(notes.line(status));
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
    // Before the host answers: the answer bears the id of the line.
    app.server.prependListener('clientError', (error: NodeJS.ErrnoException, socket: Duplex) =>
      this.garbage(error, socket),
    );
    app.server.prependListener('upgrade', (_, socket) => this.handedOver(socket));
    app.server.on('connect', (request: IncomingMessage, socket: Duplex) => {
      socket.on('error', () => socket.destroy());
      this.handedOver(socket);
      const notes = this.notesOf(request);
      endWithAnswer(socket, NO_PROXY, notes.id);
      this.over(notes, NO_PROXY.status);
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
    const { socket } = request;
    const notes = this.notesOf(request);
    const open = this.open.get(socket) ?? new Set();
    const over = (): void => {
      if (!open.delete(exchange)) return;
      const { status } = exchange;
      this.log(notes.line(status ?? response.statusCode, status === null && !response.writableFinished));
    };
    const exchange: Exchange = { request, response, notes, status: null, over };
    this.open.set(socket, open.add(exchange));
    response.once('close', over);
  }

  /** After an upgrade, Node no longer reports when the requests before it on the same connection close. */
  private handedOver(socket: Duplex): void {
    for (const { over } of this.open.get(socket) ?? []) socket.once('close', over);
  }

  /** Answers bytes that cannot be parsed, under the id of the request they belong to, or as a request of their own. */
  private garbage(error: NodeJS.ErrnoException, socket: Duplex): void {
    const open = [...(this.open.get(socket) ?? [])];
    if (open.some(({ response }) => response.headersSent)) {
      // In the midst of an answer another one would be taken for a part of it.
      socket.destroy();
      return;
    }
    const broken = open.find(({ request }) => !request.complete);
    const notes = broken?.notes ?? this.newNotes('http');
    const status = refuseGarbage(error, socket, notes.id);
    // An answer was sent already, or the connection is gone.
    if (status === null) return;
    if (!broken) {
      // A connection that breaks off before asked for nothing.
      if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') this.over(notes, status);
    }
    // Who stops in the midst of it is answered, and gone all the same.
    else if (error.code !== 'HPE_INVALID_EOF_STATE') broken.status = status;
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
