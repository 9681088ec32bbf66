// Serves the built pages, the explorer at `/` and the playground at `/playground/`, each with its own policy for scripts and styles.
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { errorBody } from '../errors/error-body.js';
import { visits } from './host-front.js';

export const PLAYGROUND_PATH = '/playground/';

const NOT_BUILT = errorBody('ROUTE_NOT_FOUND', 'The pages are not built: run `npm run build`.');

/** Serves the built pages in `folder`. Who opens the API in a browser is sent to the playground. */
export async function servePages(app: FastifyInstance, folder: string, apiPath: string): Promise<void> {
  app.get('/playground', (_, reply) => reply.redirect(PLAYGROUND_PATH));
  app.addHook('onRequest', async (request, reply) => {
    if (visits(request, apiPath)) await reply.redirect(PLAYGROUND_PATH);
  });
  if (existsSync(join(folder, 'index.html'))) await serveFiles(app, folder);
  else
    for (const path of ['/', PLAYGROUND_PATH]) app.get(path, (_, reply) => reply.code(404).send(NOT_BUILT));
}

const serveFiles = async (app: FastifyInstance, folder: string): Promise<void> =>
  app.register(async pages => {
    pages.addHook('onRequest', (request, reply, done) => {
      // Not awaited: a reply is a promise of having been sent.
      void reply.header('content-security-policy', contentPolicy(request));
      done();
    });
    // A route for each file there is: any other address is none of the pages'.
    await pages.register(fastifyStatic, {
      root: folder,
      wildcard: false,
      dotfiles: 'ignore',
      cacheControl: false,
      setHeaders,
    });
  });

/** What has a hash in its name never changes; a page may, with each release. */
function setHeaders(reply: { setHeader(name: string, value: string): unknown }, path: string): void {
  const isHashed = basename(dirname(path)) === 'assets';
  reply.setHeader('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
}

/** Not every browser counts a WebSocket to the same host as `'self'`; the host was checked before. */
const contentPolicy = ({ host, url }: FastifyRequest): string =>
  [
    "default-src 'self'",
    "script-src 'self'",
    // The playground's editor places its lines by style attributes.
    url.startsWith(PLAYGROUND_PATH) ? "style-src 'self' 'unsafe-inline'" : "style-src 'self'",
    "font-src 'self' data:",
    "img-src 'self' data:",
    "worker-src 'self'",
    `connect-src 'self' ws://${host} wss://${host}`,
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'none'",
  ].join('; ');
