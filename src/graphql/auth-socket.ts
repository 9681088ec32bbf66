// The door of WebSockets: asked when one connects, for each operation, and before each result, since tokens are revoked.
import type { IncomingMessage } from 'node:http';
import { CloseCode } from 'graphql-ws';
import type { Door } from './auth-door.js';
import type { Caller } from './auth-scope.js';

/** What is needed here of a connection. */
interface Connected {
  readonly connectionParams?: Readonly<Record<string, unknown>> | undefined;
  readonly extra: {
    readonly request: IncomingMessage;
    readonly socket: { close(code: number, reason: string): void };
  };
}

/** Who is at the other end now. Where nobody is let in, null, and the connection is closed: nothing more is sent. */
export function enterSocket({ connectionParams, extra }: Connected, door: Door): Caller | null {
  const given = givenAuthorization(connectionParams) ?? extra.request.headers.authorization;
  const { caller } = door.enter(given);
  if (!caller)
    extra.socket.close(CloseCode.Unauthorized, 'UNAUTHENTICATED: a token that is let in is needed');
  return caller;
}

/** Pages cannot set headers of a WebSocket, and send what they would have held when they connect. */
function givenAuthorization(params: Connected['connectionParams'] = {}): string | undefined {
  const [, given] = Object.entries(params).find(([name]) => name.toLowerCase() === 'authorization') ?? [];
  return typeof given === 'string' ? given : undefined;
}
