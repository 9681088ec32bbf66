// The playground's built files under `/playground/`, with a policy that lets the page load from here and nowhere else.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { errorBody } from './error-format.js';

export const PLAYGROUND_PATH = '/playground/';

const NOT_BUILT = errorBody('ROUTE_NOT_FOUND', 'The playground is not built: run `npm run build`.');

/** Serves the built playground in `folder`, and sends people there who open another address in a browser. */
export async function servePlayground(app: FastifyInstance, folder: string, apiPath: string): Promise<void> {
  app.get('/', (_, reply) => reply.redirect(PLAYGROUND_PATH));
  app.get('/playground', (_, reply) => reply.redirect(PLAYGROUND_PATH));
  app.addHook('onRequest', async (request, reply) => {
    const opened = request.method === 'GET' && request.url === apiPath && !isSocket(request);
    if (opened && request.headers.accept?.includes('text/html')) await reply.redirect(PLAYGROUND_PATH);
  });
  if (existsSync(join(folder, 'index.html'))) await serveFiles(app, folder);
  else app.get(`${PLAYGROUND_PATH}*`, (_, reply) => reply.code(404).send(NOT_BUILT));
}

const isSocket = (request: FastifyRequest): boolean => request.headers.upgrade !== undefined;

const serveFiles = async (app: FastifyInstance, folder: string): Promise<void> =>
  app.register(async pages => {
    pages.addHook('onRequest', (request, reply, done) => {
      // Not awaited: a reply is a promise of having been sent.
      void reply.header('content-security-policy', contentPolicy(request.host));
      done();
    });
    await pages.register(fastifyStatic, { root: folder, prefix: PLAYGROUND_PATH, dotfiles: 'ignore' });
  });

/** Not every browser counts a WebSocket to the same host as `'self'`; the host was checked before. */
const contentPolicy = (host: string): string =>
  [
    "default-src 'self'",
    "script-src 'self'",
    // The editor places its lines by style attributes.
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self' data:",
    "img-src 'self' data:",
    "worker-src 'self'",
    `connect-src 'self' ws://${host}`,
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'none'",
  ].join('; ');
