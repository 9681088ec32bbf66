// The fast route: answers known queries before Fastify and Apollo see them. Anything new, odd, long or refused goes on to the routes.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { Ledger } from '../../journal/ledger.js';
import type { Caller } from '../auth/scope.js';
import type { RequestContext } from '../operation/context.js';
import type { Front } from '../front/front.js';
import { endIfUntaken } from './exchange.js';
import { apiAsked } from './host-front.js';
import { ID_HEADER, SAFE_HEADERS } from './headers.js';
import { AGE_HEADER, ageOf, SEQ_HEADER } from './journal-position.js';
import { standBefore } from './routes.js';
import { readAccept } from './status.js';
import type { OperationWork } from '../operation/operation-work.js';
import type { Limits } from '../operation/request-limits.js';
import type { NamedOperation } from '../operation/named-operation.js';
import type { RequestNotes } from '../operation/request-notes.js';
import { askedRead } from '../compiled/asked-read.js';
import type { Admits, AnswerCache } from '../compiled/answer-cache.js';
import type { CompiledRead } from '../compiled/compiled-read.js';
import type { KnownReads } from '../compiled/known-reads.js';
import type { Variables } from '../compiled/selected-fields.js';
import { replayBody } from './replayed-body.js';

/** Bytes. Longer requests are rare, and take the routes. */
const LONGEST_BODY = 64_000;
const JSON_TYPE = /^application\/json(; ?charset=utf-8)?$/i;

export interface FastRoute {
  readonly path: string;
  readonly front: Front;
  readonly reads: KnownReads;
  readonly kept: AnswerCache;
  readonly limits: Limits;
  readonly ledger: Pick<Ledger, 'position' | 'age'>;
  readonly contextFor: (caller: Caller) => RequestContext;
  readonly notesOf: (request: IncomingMessage) => RequestNotes;
}

type Shortcut = NonNullable<RequestNotes['shortcut']>;

/** Call it once all routes and hooks are registered. */
export function openFastRoute(app: FastifyInstance, options: FastRoute): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  const early = new EarlyReads(options, body => parsed(parse, body));
  standBefore(app.server, routes => (request, response) => {
    const entry = early.entryOf(request);
    if (!entry) {
      routes(request, response);
      return;
    }
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks);
      early.answer(request, response, body, entry, () => {
        replayBody(request, body);
        routes(request, response);
      });
    });
  });
}

/** Undefined for a body that the host would refuse; the host then refuses it. */
function parsed(parse: ReturnType<FastifyInstance['getDefaultJsonParser']>, body: string): unknown {
  let found: unknown;
  // The parser calls back before it returns, and looks at neither the request nor the host.
  void parse(undefined as never, body, (error, value) => {
    if (!error) found = value;
  });
  return found;
}

/** The caller, and the journal position that the request demands. */
interface Entry {
  readonly caller: Caller;
  readonly demandedSeq: number;
}

/** Work that the fast route began for a request before it passed it on: Apollo continues with the time that is left. */
const begun = new WeakMap<IncomingMessage, OperationWork>();

export const workBegunFor = (request: IncomingMessage): { readonly work?: OperationWork } => {
  const work = begun.get(request);
  return work ? { work } : {};
};

class EarlyReads {
  constructor(
    private readonly options: FastRoute,
    private readonly parse: (body: string) => unknown,
  ) {}

  /** The caller, if the fast route may answer the request; else null. */
  entryOf(request: IncomingMessage): Entry | null {
    const { path, front } = this.options;
    const { method, url, headers } = request;
    if (method !== 'POST' || url !== path) return null;
    // Without a length the size of the body would have to be watched while it comes.
    const length = Number(headers['content-length']);
    if (!(length > 0 && length <= LONGEST_BODY) || headers['content-encoding'] !== undefined) return null;
    if (!JSON_TYPE.test(headers['content-type'] ?? '')) return null;
    const entrance = front.admit(apiAsked(request));
    const { caller } = entrance;
    return caller && { caller, demandedSeq: entrance.demandedSeq };
  }

  answer(
    request: IncomingMessage,
    response: ServerResponse,
    body: Buffer,
    { caller, demandedSeq }: Entry,
    otherwise: () => void,
  ): void {
    const { kept, ledger, notesOf, contextFor } = this.options;
    const { position } = ledger;
    const { seq } = position;
    if (demandedSeq > seq) {
      otherwise();
      return;
    }
    const type = readAccept(request.headers.accept) === NEWER ? NEWER : OLDER;
    const asker = `${type} ${caller.scope} ${caller.name}`;
    const question = body.toString('latin1');
    const notes = notesOf(request);
    const send = this.sender(response, caller, type, seq, notes);
    const context = { ...contextFor(caller), notes };
    try {
      const known = kept.find(position, asker, question);
      if (known) {
        known.admits(context);
        send(known.bytes, 'kept', known.named);
        return;
      }
      const asked = askedRead(this.parse(body.toString('utf8')));
      const read = asked && this.options.reads.find(asked.query, asked.operationName);
      if (!read) {
        otherwise();
        return;
      }
      const work = read.admit(context, asked.variables);
      begun.set(request, work);
      const { text, restsOnJournal } = read.answer({ ...context, work }, asked.variables);
      const { named } = read;
      const take = (answer: string): void => {
        const admits = admitsAgain(read, asked.variables);
        if (restsOnJournal) kept.keep(position, asker, question, { text: answer, admits, named });
        send(answer, 'compiled', named);
      };
      if (typeof text === 'string') take(text);
      else {
        response.once('close', () => work.abandon());
        text.then(take).catch(otherwise);
      }
    } catch {
      // Apollo runs the request again, meets the same error and formats it.
      otherwise();
    }
  }

  /** Returns the function that sends an answer and notes it for the log. */
  private sender(
    response: ServerResponse,
    { name }: Caller,
    type: typeof NEWER | typeof OLDER,
    seq: number,
    notes: RequestNotes,
  ): (answer: Buffer | string, shortcut: Shortcut, named: NamedOperation) => void {
    const { ledger, limits, path } = this.options;
    return (answer, shortcut, named) => {
      notes.by = name;
      notes.runs(named);
      notes.route = path;
      notes.shortcut = shortcut;
      const headers = [...HEADERS[type], ID_HEADER, notes.id, SEQ_HEADER, String(seq)];
      const age = ageOf(ledger);
      if (age !== null) headers.push(AGE_HEADER, String(age));
      respond(response, headers, answer, limits.exchangeMs);
    };
  }
}

/** A function of its own, so its closure holds no request: a cached answer would keep the request and its socket alive. */
const admitsAgain =
  (read: CompiledRead, variables: Variables): Admits =>
  by =>
    read.refuse(by, variables);

const NEWER = 'application/graphql-response+json';
const OLDER = 'application/json';
/** A flat list of names and values, which Node writes without further work. */
const HEADERS = { [NEWER]: headersOf(NEWER), [OLDER]: headersOf(OLDER) };

function headersOf(type: string): readonly string[] {
  return [...Object.entries(SAFE_HEADERS).flat(), 'content-type', `${type}; charset=utf-8`];
}

function respond(
  response: ServerResponse,
  headers: string[],
  answer: Buffer | string,
  exchangeMs: number,
): void {
  const { socket } = response;
  headers.push('content-length', String(Buffer.byteLength(answer)));
  response.writeHead(200, headers);
  response.end(answer);
  if (socket && socket.writableLength > 0) endIfUntaken(response, socket, exchangeMs);
}
