// Runs the front for WebSockets: when one connects, for each operation, and before each result, because tokens can be revoked.
import type { IncomingMessage } from 'node:http';
import { CloseCode } from 'graphql-ws';
import type { Asked, Rejection } from '../front/asked.js';
import type { Caller } from '../auth/scope.js';
import type { Entrance, Front } from '../front/front.js';
import { malformed } from '../front/form.js';

/** What is needed here of a connection. */
interface Introduced {
  readonly connectionParams?: Readonly<Record<string, unknown>> | undefined;
  readonly extra: {
    readonly request: IncomingMessage;
    readonly socket: { close(code: number, reason: string): void };
  };
}

/** Who is at the other end now, and the place in the journal that it demands. */
export type SocketEntry = Extract<Entrance, { rejection: null }> & { readonly caller: Caller };

/** What the front looks at of a WebSocket. @param authorization null before it has introduced itself. */
export const socketAsked = (request: IncomingMessage, authorization: string | undefined | null): Asked => ({
  method: request.method ?? '',
  headers: request.headers,
  connection: request.socket,
  authorization,
  flaw: malformed(request),
  isOperation: true,
});

/** Where nobody is let in, null, and the connection is closed: nothing more is sent. */
export function enterSocket({ connectionParams, extra }: Introduced, front: Front): SocketEntry | null {
  const given = givenAuthorization(connectionParams) ?? extra.request.headers.authorization;
  const entrance = front.admit(socketAsked(extra.request, given));
  const { caller, rejection } = entrance;
  if (caller) return { ...entrance, caller };
  // Asked with an authorization, the front names a caller or says why there is none.
  if (rejection)
    extra.socket.close(closeCode(rejection), shortened(`${rejection.code}: ${rejection.message}`));
  return null;
}

const GOING_AWAY = 1001;

const closeCode = ({ status }: Rejection): number =>
  ({ 401: CloseCode.Unauthorized, 503: GOING_AWAY })[status] ?? CloseCode.Forbidden;

/** The reason of a close frame takes 123 bytes. */
const shortened = (reason: string): string =>
  Buffer.from(reason)
    .subarray(0, 120)
    .toString()
    .replace(/\uFFFD+$/, '');

/** Pages cannot set headers of a WebSocket, and send what they would have held when they connect. */
function givenAuthorization(params: Introduced['connectionParams'] = {}): string | undefined {
  const [, given] = Object.entries(params).find(([name]) => name.toLowerCase() === 'authorization') ?? [];
  return typeof given === 'string' ? given : undefined;
}
