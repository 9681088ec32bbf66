// What answers say of the journal: the place that they saw, and how old it may be; and requests that demand a place at least.
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyInstance } from 'fastify';
import { OperationTypeNode } from 'graphql';
import type { Ledger } from '../journal/ledger.js';
import type { RequestContext } from './context.js';
import { errorBody } from './error-body.js';
import type { ErrorCode } from './error-codes.js';
import type { Limits } from './request-limits.js';

export const SEQ_HEADER = 'x-hearsay-seq';
export const AGE_HEADER = 'x-hearsay-age';
export const MIN_SEQ_HEADER = 'x-hearsay-min-seq';

/** Seconds. A journal that can be reached is reached more often. */
const USUAL_AGE = 2;

const BEHIND: ErrorCode = 'JOURNAL_BEHIND';
const BAD: ErrorCode = 'BAD_REQUEST';

/** Whole seconds since a journal was last reached, where that is too long ago; else null. */
export const ageOf = ({ age }: Pick<Ledger, 'age'>): number | null =>
  age > USUAL_AGE ? Math.floor(age) : null;

/** The least place that a request demands, 0 where it demands none; null where that is no whole number. */
export function demandedSeq(headers: IncomingHttpHeaders): number | null {
  const demanded = headers[MIN_SEQ_HEADER];
  if (demanded === undefined) return 0;
  return typeof demanded === 'string' && /^\d{1,15}$/.test(demanded) ? Number(demanded) : null;
}

/** Lets requests to one address wait for the place that they demand, and its answers tell which one they saw. Only past the door. */
export function servePlaces(app: FastifyInstance, path: string, ledger: Ledger, { behindMs }: Limits): void {
  app.addHook('preHandler', async (request, reply) => {
    if (request.routeOptions.url !== path) return;
    const demanded = demandedSeq(request.headers);
    if (demanded !== null) await comesTo(ledger, demanded, behindMs, reply.raw);
    // Before anything is read: what is read may be newer, and is never older.
    const { seq } = ledger.graph;
    void reply.header(SEQ_HEADER, seq);
    if (demanded === null) await reply.code(400).send(errorBody(BAD, NO_NUMBER));
    else if (seq < demanded) {
      const place = { demanded, seq };
      await reply.code(503).send(errorBody(BEHIND, behindText(demanded, seq), place));
    }
  });
  app.addHook('onSend', (_, reply, __, done) => {
    const age = reply.hasHeader(SEQ_HEADER) ? ageOf(ledger) : null;
    if (age !== null) void reply.header(AGE_HEADER, age);
    done();
  });
}

/** What a mutation recorded is at the place that its answer tells, or before. */
export const placeOfMutations: ApolloServerPlugin<RequestContext> = {
  requestDidStart: ({ contextValue }) =>
    Promise.resolve({
      willSendResponse({ operation, response: { http } }) {
        if (operation?.operation === OperationTypeNode.MUTATION)
          http.headers.set(SEQ_HEADER, String(contextValue.ledger.graph.seq));
        return Promise.resolve();
      },
    }),
};

/** Resolves once the graph has come to a place, the time is over, or nobody waits for the response any more. */
export function comesTo(
  ledger: Pick<Ledger, 'graph' | 'onCommit'>,
  seq: number,
  ms: number,
  response: Pick<ServerResponse, 'once' | 'off'>,
): Promise<void> {
  const isThere = (): boolean => ledger.graph.seq >= seq;
  if (isThere()) return Promise.resolve();
  return new Promise(resolve => {
    const end = (): void => {
      stop();
      clearTimeout(timer);
      response.off('close', end);
      resolve();
    };
    const stop = ledger.onCommit(() => {
      if (isThere()) end();
    });
    const timer = setTimeout(end, ms);
    response.once('close', end);
  });
}

const NO_NUMBER = `The header ${MIN_SEQ_HEADER} is no whole number: send one that an answer told as ${SEQ_HEADER}.`;

const behindText = (demanded: number, seq: number): string =>
  `This server stands at place ${seq} of the journal, demanded was ${demanded}: ask again, or another server.`;
