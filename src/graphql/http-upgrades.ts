// Who may open a WebSocket: asked before anything is agreed on, and refused like every other request, in JSON with a code.
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocket, WebSocketServer } from 'ws';
import type { Rejection } from './asked.js';
import { socketAsked } from './auth-socket.js';
import type { ErrorCode } from './error-codes.js';
import type { Front } from './front.js';
import { endWithAnswer } from './http-errors.js';
import type { Limits } from './request-limits.js';

/** Hands requests for WebSockets over to `sockets`, which must not listen itself, and tells `refused` of others; the answer ends that. */
export function takeUpgrades(
  server: Server,
  path: string,
  front: Front,
  sockets: WebSocketServer,
  limits: Limits,
  refused: (code: ErrorCode) => void,
): () => void {
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    // Until a WebSocket is made of it nobody else hears when the other side breaks off.
    socket.on('error', () => socket.destroy());
    const refusal = refuse(request, path, front, sockets.clients.size >= limits.sockets, limits);
    if (refusal) {
      refused(refusal.code);
      return endWithAnswer(socket, refusal.status, refusal.code, refusal.message);
    }
    sockets.handleUpgrade(request, socket, head, client => {
      endIfUnread(client, limits.unsentBytes);
      sockets.emit('connection', client, request);
      // graphql-ws would print whatever a stranger sends wrong; the connection is closed with a reason either way.
      client.removeAllListeners('error').on('error', () => undefined);
    });
  };
  server.on('upgrade', upgrade);
  sockets.on('wsClientError', (error, socket) => endWithAnswer(socket, 400, 'BAD_REQUEST', error.message));
  return () => void server.off('upgrade', upgrade);
}

function refuse(
  request: IncomingMessage,
  path: string,
  front: Front,
  full: boolean,
  limits: Limits,
): Rejection | null {
  // Who it is, it says only when it introduces itself.
  const { rejection } = front.admit(socketAsked(request, null));
  if (rejection) return rejection;
  const asked = (request.url ?? '').split('?', 1)[0];
  if (asked !== path) {
    return { status: 404, code: 'ROUTE_NOT_FOUND', message: `WebSockets are at ${path} only.` };
  }
  if (!full) return null;
  const message = `All ${limits.sockets} WebSockets are taken: close one, or come back later.`;
  return { status: 503, code: 'TOO_MANY_OPEN', message };
}

/** Lets go of one who keeps asking and does not read: what is answered would pile up here. */
function endIfUnread(client: WebSocket, most: number): void {
  const look = (): void => {
    if (client.bufferedAmount > most) client.terminate();
  };
  client.on('message', look).on('ping', look);
}
