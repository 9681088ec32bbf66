// Wraps the request listener of a host, so that something can run before its routes.
import type { IncomingMessage, Server, ServerResponse } from 'node:http';

export type RequestListener = (request: IncomingMessage, response: ServerResponse) => void;

/** Puts something in the way of all requests, before what was put there earlier; the listeners of those who only watch stay. */
export function standBefore(server: Server, inTheWay: (routes: RequestListener) => RequestListener): void {
  // The host's own is the last one.
  const routes = server.listeners('request').at(-1) as RequestListener;
  server.off('request', routes);
  server.on('request', inTheWay(routes));
}
