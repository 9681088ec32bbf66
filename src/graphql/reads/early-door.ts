// The way of known queries past the host's routes and Apollo, for requests with which all is well. Whoever is refused anything, and
// whatever is new, odd or long, goes on to the routes as if this had not been here: refusals and their words exist once.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { Door } from '../auth-door.js';
import type { Caller } from '../auth-scope.js';
import type { RequestContext } from '../context.js';
import { endIfUntaken } from '../http-exchange.js';
import { SAFE_HEADERS } from '../http-headers.js';
import { rejectForeign } from '../http-origin.js';
import { readAccept } from '../http-status.js';
import { OperationClock } from '../operation-clock.js';
import type { Limits } from '../request-limits.js';
import type { RequestNotes } from '../request-notes.js';
import { askedRead } from './asked-read.js';
import type { KeptAnswers } from './kept-answers.js';
import type { KnownReads } from './known-reads.js';
import { lendBody } from './lent-body.js';

/** Longer questions are rare, and need no shortcut. */
const LONGEST_BODY = 64_000;
const JSON_TYPE = /^application\/json(; ?charset=utf-8)?$/i;

export interface EarlyDoor {
  readonly path: string;
  readonly door: Door;
  readonly reads: KnownReads;
  readonly kept: KeptAnswers;
  readonly limits: Limits;
  readonly contextFor: (caller: Caller) => RequestContext;
  readonly notesOf: (request: IncomingMessage) => RequestNotes;
  readonly isStopping: () => boolean;
}

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

type Shortcut = NonNullable<RequestNotes['shortcut']>;

/** To be called once all routes and hooks are there. */
export function openEarlyDoor(app: FastifyInstance, options: EarlyDoor): void {
  const { server } = app;
  // The host's own is the last one; others only watch.
  const routes = server.listeners('request').at(-1) as Listener;
  const parse = app.getDefaultJsonParser('error', 'error');
  const early = new EarlyReads(options, body => parsed(parse, body));
  server.off('request', routes);
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const caller = early.callerOf(request);
    if (!caller) {
      routes(request, response);
      return;
    }
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks);
      early.answer(request, response, body, caller, () => {
        lendBody(request, body);
        routes(request, response);
      });
    });
  });
}

/** Undefined for what the host would refuse: it is to do so. */
function parsed(parse: ReturnType<FastifyInstance['getDefaultJsonParser']>, body: string): unknown {
  let found: unknown;
  // It calls back before it returns; neither the request nor the host are looked at.
  void parse(undefined as never, body, (error, value) => {
    if (!error) found = value;
  });
  return found;
}

class EarlyReads {
  constructor(
    private readonly options: EarlyDoor,
    private readonly parse: (body: string) => unknown,
  ) {}

  /** Who asks, where the request may be one that is answered here; null for all others. */
  callerOf(request: IncomingMessage): Caller | null {
    const { path, door, isStopping } = this.options;
    const { method, url, headers } = request;
    if (method !== 'POST' || url !== path || isStopping()) return null;
    // Without a length it would have to be watched as it comes.
    const length = Number(headers['content-length']);
    if (!(length > 0 && length <= LONGEST_BODY) || headers['content-encoding'] !== undefined) return null;
    if (!JSON_TYPE.test(headers['content-type'] ?? '') || rejectForeign(request)) return null;
    return door.enter(headers.authorization).caller;
  }

  answer(
    request: IncomingMessage,
    response: ServerResponse,
    body: Buffer,
    caller: Caller,
    otherwise: () => void,
  ): void {
    const { kept, contextFor, notesOf, limits, path } = this.options;
    const context = {
      ...contextFor(caller),
      notes: notesOf(request),
      clock: new OperationClock(limits.operationMs),
    };
    const { seq } = context.ledger.graph;
    const type = readAccept(request.headers.accept) === NEWER ? NEWER : OLDER;
    const asker = `${type} ${caller.scope} ${caller.name}`;
    const question = body.toString('latin1');
    const send = (answer: Buffer, shortcut: Shortcut): void => {
      Object.assign(context.notes, { by: caller.name, operation: 'query', route: path, shortcut });
      respond(response, type, answer, limits.exchangeMs);
    };
    const known = kept.find(seq, asker, question);
    if (known) {
      send(known, 'kept');
      return;
    }
    const take = (text: string, restsOnJournal: boolean): void => {
      const answer = Buffer.from(text);
      // What ran out of time is no whole answer.
      if (restsOnJournal && !context.clock.isOver) kept.keep(seq, asker, question, answer);
      send(answer, 'compiled');
    };
    try {
      const asked = askedRead(this.parse(body.toString('utf8')));
      const read = asked && this.options.reads.find(asked.query, asked.operationName);
      if (!read) otherwise();
      else {
        const { text, restsOnJournal } = read.answer(context, asked.variables);
        if (typeof text === 'string') take(text, restsOnJournal);
        else text.then(found => take(found, restsOnJournal)).catch(otherwise);
      }
    } catch {
      // Whatever it was, Apollo meets it again, and says it as it says everything.
      otherwise();
    }
  }
}

const NEWER = 'application/graphql-response+json';
const OLDER = 'application/json';
const HEADERS = {
  [NEWER]: { ...SAFE_HEADERS, 'content-type': `${NEWER}; charset=utf-8` },
  [OLDER]: { ...SAFE_HEADERS, 'content-type': `${OLDER}; charset=utf-8` },
} as const;

function respond(
  response: ServerResponse,
  type: keyof typeof HEADERS,
  answer: Buffer,
  exchangeMs: number,
): void {
  const { socket } = response;
  response.writeHead(200, { ...HEADERS[type], 'content-length': answer.length });
  response.end(answer);
  if (socket && socket.writableLength > 0) endIfUntaken(response, socket, exchangeMs);
}
