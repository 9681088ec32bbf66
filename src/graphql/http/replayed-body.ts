// Replays bodies that the fast route has read: the routes get them as if they came only now.
import { Readable } from 'node:stream';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';

const bodies = new WeakMap<IncomingMessage, Buffer>();

export const replayBody = (request: IncomingMessage, body: Buffer): void => void bodies.set(request, body);

/** Lets a host take lent bodies. */
export function takeReplayedBodies(app: FastifyInstance): void {
  app.addHook('preParsing', (request, _, payload, done) => {
    const body = bodies.get(request.raw);
    done(null, body ? Readable.from([body]) : payload);
  });
}
