// Headers with the journal position and age of an answer, and requests that demand a position at least.
import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyInstance } from 'fastify';
import { OperationTypeNode } from 'graphql';
import type { Ledger } from '../../journal/ledger.js';
import type { RequestContext } from '../operation/context.js';
import { errorBody } from '../errors/error-body.js';
import type { ErrorCode } from '../errors/error-codes.js';
import { entryOf } from './host-front.js';
import type { Limits } from '../operation/request-limits.js';

export const SEQ_HEADER = 'x-hearsay-seq';
export const AGE_HEADER = 'x-hearsay-age';

/** Seconds. A journal that can be reached is reached more often. */
const USUAL_AGE = 2;

const BEHIND: ErrorCode = 'JOURNAL_BEHIND';

/** Whole seconds since a journal was last reached, where that is too long ago; else null. */
export const ageOf = ({ age }: Pick<Ledger, 'age'>): number | null =>
  age > USUAL_AGE ? Math.floor(age) : null;

/** Lets requests to one address wait for the position that they demand, and adds the position they saw to answers. Runs after the front. */
export function servePlaces(app: FastifyInstance, path: string, ledger: Ledger, { behindMs }: Limits): void {
  app.addHook('preHandler', async (request, reply) => {
    if (request.routeOptions.url !== path) return;
    const { demandedSeq: demanded } = entryOf(request);
    await comesTo(ledger, demanded, behindMs, reply.raw);
    // Before anything is read: what is read may be newer, and is never older.
    const { seq } = ledger.graph;
    void reply.header(SEQ_HEADER, seq);
    if (seq < demanded) {
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

/** What a mutation recorded is at the position that its answer names, or before it. */
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

/** Whoever asks: a response or a WebSocket, which may be closed. */
interface Closing {
  once(event: 'close', listener: () => void): unknown;
  off(event: 'close', listener: () => void): unknown;
}

/** Resolves once the graph has come to a place, the time is over, or who asks is gone. */
export function comesTo(
  ledger: Pick<Ledger, 'graph' | 'onCommit'>,
  seq: number,
  ms: number,
  asker: Closing,
): Promise<void> {
  const isThere = (): boolean => ledger.graph.seq >= seq;
  if (isThere()) return Promise.resolve();
  return new Promise(resolve => {
    const end = (): void => {
      stop();
      clearTimeout(timer);
      asker.off('close', end);
      resolve();
    };
    const stop = ledger.onCommit(() => {
      if (isThere()) end();
    });
    const timer = setTimeout(end, ms);
    asker.once('close', end);
  });
}

/** The message for a request whose position was not reached in time. */
export const behindText = (demanded: number, seq: number): string =>
  `This server stands at place ${seq} of the journal, demanded was ${demanded}: ask again, or another server.`;
