// Serves WebSockets: the graphql-transport-ws protocol at the API's address, with the limits and errors of HTTP.
import type { Server } from 'node:http';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { Scheduler } from '../../graph/work/scheduler.js';
import type { Ledger } from '../../journal/ledger.js';
import type { Admission } from '../operation/admission.js';
import type { Caller } from '../auth/scope.js';
import { enterSocket } from './socket-front.js';
import type { RequestContext } from '../operation/context.js';
import type { ErrorCode } from '../errors/error-codes.js';
import type { FormatError } from '../errors/error-format.js';
import type { Front } from '../front/front.js';
import { readOperation } from './read-operation.js';
import { behindText, comesTo } from '../http/journal-position.js';
import { takeUpgrades } from './upgrades.js';
import { Lanes } from './lanes.js';
import type { Limits } from '../operation/request-limits.js';
import type { SocketWatch } from '../observe/request-log-sockets.js';
import { SocketReader, UnsentBytes } from './socket-reader.js';
import { Subscriptions, type SocketContext } from './subscriptions.js';
import { toldResult } from '../operation/written-result.js';

export interface Sockets {
  /** Says goodbye to all clients and takes no more. */
  close(): Promise<void>;
}

export interface SocketOptions {
  readonly server: Server;
  readonly path: string;
  readonly schema: GraphQLSchema;
  readonly front: Front;
  readonly admission: Admission;
  /** Shared with all others who work in this process. */
  readonly scheduler: Scheduler;
  readonly ledger: Pick<Ledger, 'graph' | 'onCommit'>;
  readonly contextFor: (caller: Caller) => RequestContext;
  readonly formatError: FormatError;
  readonly watch: SocketWatch;
  readonly limits: Limits;
}

/** How long clients may take to answer the closing message. */
const GOODBYE_MS = 1000;
/** Results of subscriptions that are worked out at a time. */
const LANES = 16;

/** Serves GraphQL over WebSockets beside the HTTP requests of a server. */
export function serveSockets(options: SocketOptions): Sockets {
  const { server, path, schema, front, admission, ledger, contextFor, formatError, watch, limits } = options;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: limits.bodyBytes });
  const takeNoMore = takeUpgrades(server, path, front, sockets, limits, (rejection, request) =>
    watch.refused(rejection.code, rejection.status, request),
  );
  const unsent = new UnsentBytes(limits);
  const subscriptions = followedBy(options);
  const disposable = useServer(
    watch.over({
      connectionInitWaitTimeout: limits.socketInitMs,
      onConnect: connected => enterSocket(connected, front) !== null,
      onSubscribe: async (connected, id, payload) => {
        const entry = enterSocket(connected, front);
        if (!entry) return [notLetIn()];
        if (Object.keys(connected.subscriptions).length > limits.socketOperations) return [tooMany(limits)];
        const { caller, demandedSeq } = entry;
        await comesTo(ledger, demandedSeq, limits.behindMs, connected.extra.socket);
        if (ledger.graph.seq < demandedSeq) return [behind(demandedSeq, ledger.graph.seq)];
        const reader = new SocketReader(connected, id, front, unsent);
        const context: SocketContext = { ...contextFor(caller), query: payload.query, reader };
        return readOperation(schema, payload, context, admission, limits);
      },
      subscribe: args => subscriptions.follow(args),
      onError: (_, __, ___, errors) => errors.map(error => formatError(error.toJSON(), error)),
      // Of all but what is followed: that goes past here, so that it is written once.
      onNext: (connected, _, __, ___, result) => {
        enterSocket(connected, front);
        // Undefined leaves a result as it is.
        return result.errors ? toldResult(result, formatError) : undefined;
      },
    }),
    sockets,
    limits.pingMs,
  );
  return {
    close: async () => {
      takeNoMore();
      const leave = setTimeout(() => sockets.clients.forEach(client => client.terminate()), GOODBYE_MS);
      await disposable.dispose();
      clearTimeout(leave);
    },
  };
}

function followedBy({ admission, scheduler, formatError, limits }: SocketOptions): Subscriptions {
  // What is longer than may wait would find nobody who reads fast enough.
  const answerBytes = Math.min(limits.answerBytes, limits.unsentBytes);
  const most = { ...limits, answerBytes };
  return new Subscriptions({ admission, scheduler, lanes: new Lanes(LANES), most, formatError }, limits);
}

const notLetIn = (): GraphQLError => new GraphQLError('A token is needed.', codeIs('UNAUTHENTICATED'));

const tooMany = ({ socketOperations }: Limits): GraphQLError =>
  new GraphQLError(
    `All ${socketOperations} operations of this WebSocket are taken: complete one first.`,
    codeIs('TOO_MANY_OPEN'),
  );

const behind = (demanded: number, seq: number): GraphQLError =>
  new GraphQLError(behindText(demanded, seq), codeIs('JOURNAL_BEHIND'));

const codeIs = (code: ErrorCode) => ({ extensions: { code } });
