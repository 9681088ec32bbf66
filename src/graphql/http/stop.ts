// Stops the HTTP host: requests under way are answered, new ones refused, and nobody can hold it open for long.
import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

/** Well within the ten seconds after which those who stop services lose patience. */
const PATIENCE_MS = 5000;
/** Requests that are on their way get a refusal instead of a broken connection. */
const FAREWELL_MS = 500;

export interface Stop {
  /**
   * From here on, new requests are refused, and connections that outlast our patience are broken. Resolves when those have been
   * told who had sent something already.
   */
  begin(): Promise<void>;
  /** For the front: from then on it lets nothing in. */
  readonly isStopping: () => boolean;
}

/** Prepares a host that does not listen yet for its end. */
export function prepareStop(app: FastifyInstance): Stop {
  // Node can break only those that still speak HTTP: a vanished WebSocket client would be waited for.
  const connections = new Set<Socket>();
  app.server.on('connection', (socket: Socket) => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });
  let stopping = false;
  const begin = async (): Promise<void> => {
    stopping = true;
    const patience = setTimeout(() => connections.forEach(socket => socket.destroy()), PATIENCE_MS);
    app.server.once('close', () => clearTimeout(patience));
    await wait(FAREWELL_MS);
  };
  return { begin, isStopping: () => stopping };
}
