// The server: one ledger shown on a loopback address, as GraphQL by HTTP and WebSocket and as a playground.
import type { AddressInfo } from 'node:net';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import { Conflict, InvalidInput } from '../domain/refusal.js';
import type { Ledger } from '../journal/ledger.js';
import { createApollo } from './apollo.js';
import type { RequestContext, SourceTexts } from './context.js';
import { errorFormatter, type IncidentLog } from './error-format.js';
import { createHttpApp } from './http-app.js';
import { PLAYGROUND_PATH, servePlayground } from './http-playground.js';
import { serveSockets } from './http-sockets.js';
import { buildHearsaySchema } from './schema.js';

export const API_PATH = '/graphql';
const HOST = '127.0.0.1';

export interface ServerOptions {
  readonly ledger: Ledger;
  /** Who is noted as having recorded what comes in. */
  readonly by: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Folder of the built playground. */
  readonly webFolder: string;
  readonly texts?: SourceTexts;
  readonly log: IncidentLog;
}

export interface RunningServer {
  /** Without a slash at the end, e.g. `http://127.0.0.1:4000`. */
  readonly url: string;
  readonly apiUrl: string;
  readonly playgroundUrl: string;
  /** Answers what is under way, then stops. The ledger stays open: it is the caller's. */
  close(): Promise<void>;
}

/**
 * Listens on 127.0.0.1 only.
 * @throws Conflict where the port is taken, InvalidInput where it may not be used.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { ledger, by, texts, log } = options;
  const context: RequestContext = { ledger, by, ...(texts ? { texts } : {}) };
  const schema = await buildHearsaySchema();
  const formatError = errorFormatter(log);
  const app = createHttpApp(log);
  const apollo = createApollo(schema, formatError, [fastifyApolloDrainPlugin(app)]);
  await apollo.start();
  await app.register(fastifyApollo(apollo), {
    path: API_PATH,
    method: ['GET', 'POST'],
    context: () => Promise.resolve(context),
  });
  await servePlayground(app, options.webFolder, API_PATH);
  try {
    await listen(app, options.port);
  } catch (error) {
    await apollo.stop();
    throw error;
  }
  // Only now: the WebSocket server would report a taken port as a fault of its own.
  const sockets = serveSockets({ server: app.server, path: API_PATH, schema, context, formatError });
  const url = `http://${HOST}:${(app.server.address() as AddressInfo).port}`;
  return {
    url,
    apiUrl: `${url}${API_PATH}`,
    playgroundUrl: `${url}${PLAYGROUND_PATH}`,
    close: async () => {
      await sockets.close();
      await apollo.stop();
    },
  };
}

async function listen(app: FastifyInstance, port: number): Promise<void> {
  try {
    await app.listen({ host: HOST, port });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') {
      throw new Conflict(
        `Port ${port} on ${HOST} is taken: stop what listens there, or give another with --port.`,
      );
    }
    if (code === 'EACCES')
      throw new InvalidInput(`Port ${port} may not be used: give one above 1023 with --port.`);
    throw error;
  }
}
