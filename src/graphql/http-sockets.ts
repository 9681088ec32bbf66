// Subscriptions: the graphql-transport-ws protocol on the API's own address, with the limits and errors of HTTP requests.
import type { Server } from 'node:http';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { Admission } from './admission.js';
import type { Ledger } from '../journal/ledger.js';
import type { Caller } from './auth-scope.js';
import { enterSocket } from './auth-socket.js';
import type { RequestContext } from './context.js';
import type { ErrorCode } from './error-codes.js';
import type { FormatError } from './error-format.js';
import type { Front } from './front.js';
import { readOperation } from './http-operation.js';
import { behindText, comesTo } from './http-place.js';
import { takeUpgrades } from './http-upgrades.js';
import { givenUpAmong } from './operation-work.js';
import type { Limits } from './request-limits.js';
import type { SocketWatch } from './request-log-sockets.js';

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
  readonly ledger: Pick<Ledger, 'graph' | 'onCommit'>;
  readonly contextFor: (caller: Caller) => RequestContext;
  readonly formatError: FormatError;
  readonly watch: SocketWatch;
  readonly limits: Limits;
}

/** How long those who are told goodbye may take to answer it. */
const GOODBYE_MS = 1000;

/** Serves GraphQL over WebSockets beside the HTTP requests of a server. */
export function serveSockets({
  server,
  path,
  schema,
  front,
  admission,
  ledger,
  contextFor,
  formatError,
  watch,
  limits,
}: SocketOptions): Sockets {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: limits.bodyBytes });
  const takeNoMore = takeUpgrades(server, path, front, sockets, limits, code => watch.refused(code));
  const inEnvelope = (error: GraphQLError): GraphQLFormattedError => formatError(error.toJSON(), error);
  const disposable = useServer(
    watch.over({
      connectionInitWaitTimeout: limits.socketInitMs,
      onConnect: connected => enterSocket(connected, front) !== null,
      onSubscribe: async (connected, _, payload) => {
        const entry = enterSocket(connected, front);
        if (!entry) return [notLetIn()];
        if (Object.keys(connected.subscriptions).length > limits.socketOperations) return [tooMany(limits)];
        const { caller, demandedSeq } = entry;
        await comesTo(ledger, demandedSeq, limits.behindMs, connected.extra.socket);
        if (ledger.graph.seq < demandedSeq) return [behind(demandedSeq, ledger.graph.seq)];
        return readOperation(schema, payload, contextFor(caller), admission, limits);
      },
      onError: (_, __, ___, errors) => errors.map(inEnvelope),
      onNext: (connected, _, __, ___, { data, errors }) => {
        enterSocket(connected, front);
        // Undefined leaves a result as it is.
        if (!errors) return undefined;
        const refusal = givenUpAmong(errors);
        if (refusal) return { data: null, errors: [inEnvelope(refusal)] };
        return { data: data ?? null, errors: errors.map(inEnvelope) };
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

const notLetIn = (): GraphQLError => new GraphQLError('A token is needed.', codeIs('UNAUTHENTICATED'));

const tooMany = ({ socketOperations }: Limits): GraphQLError =>
  new GraphQLError(
    `All ${socketOperations} operations of this WebSocket are taken: complete one first.`,
    codeIs('TOO_MANY_OPEN'),
  );

const behind = (demanded: number, seq: number): GraphQLError =>
  new GraphQLError(behindText(demanded, seq), codeIs('JOURNAL_BEHIND'));

const codeIs = (code: ErrorCode) => ({ extensions: { code } });
