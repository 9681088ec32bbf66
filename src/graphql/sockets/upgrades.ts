// Decides who may open a WebSocket, and refuses others in JSON with a code.
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { GRAPHQL_TRANSPORT_WS_PROTOCOL } from 'graphql-ws';
import type { WebSocket, WebSocketServer } from 'ws';
import type { Rejection } from '../front/asked.js';
import { socketAsked } from './socket-front.js';
import type { Front } from '../front/front.js';
import { endWithAnswer } from '../http/errors.js';
import { OTHER_UPGRADE } from '../front/form.js';
import type { Limits } from '../operation/request-limits.js';

const OTHER_PROTOCOL: Rejection = { status: 101, code: 'BAD_REQUEST', message: 'Another protocol.' };

/** Passes upgrade requests to `sockets`, which must not listen itself, and calls `refused` for others. Returns how to stop. */
export function takeUpgrades(
  server: Server,
  path: string,
  front: Front,
  sockets: WebSocketServer,
  limits: Limits,
  refused: (rejection: Rejection, request: IncomingMessage) => string,
): () => void {
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    // Until it is a WebSocket, nobody else listens for errors of the connection.
    socket.on('error', () => socket.destroy());
    const refusal = refuse(request, path, front, sockets.clients.size >= limits.sockets, limits);
    if (refusal) {
      endWithAnswer(socket, refusal, refused(refusal, request));
      return;
    }
    sockets.handleUpgrade(request, socket, head, client => {
      endIfUnread(client, limits.unsentBytes);
      // graphql-ws closes the connection and calls no other hook.
      if (client.protocol !== GRAPHQL_TRANSPORT_WS_PROTOCOL) refused(OTHER_PROTOCOL, request);
      sockets.emit('connection', client, request);
      // graphql-ws would print whatever a stranger sends wrong; the connection is closed with a reason either way.
      client.removeAllListeners('error').on('error', () => undefined);
    });
  };
  server.on('upgrade', upgrade);
  sockets.on('wsClientError', ({ message }, socket, request) => {
    const refusal: Rejection = { status: 400, code: 'BAD_REQUEST', message };
    endWithAnswer(socket, refusal, refused(refusal, request));
  });
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
  if (request.headers.upgrade?.toLowerCase() !== 'websocket') return OTHER_UPGRADE;
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
