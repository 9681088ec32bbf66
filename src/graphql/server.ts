// The server: one ledger at one address, as GraphQL by HTTP and WebSocket, with the explorer and the playground.
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import { Conflict, InvalidInput } from '../domain/refusal.js';
import type { Ledger } from '../journal/ledger.js';
import { Scheduler } from '../graph/work/scheduler.js';
import { Admission, type OperationCheck } from './operation/admission.js';
import { createApollo } from './http/apollo.js';
import type { RequestCheck } from './front/asked.js';
import { checkBind, inUrl } from './auth/bind.js';
import type { Caller } from './auth/scope.js';
import type { Tokens } from './auth/tokens.js';
import { ClaimChangeFeed } from './changes/claim-change-feed.js';
import type { BackupFolder, Dossiers, RequestContext, SourceTexts } from './operation/context.js';
import { errorFormatter, type IncidentLog } from './errors/error-format.js';
import { Front } from './front/front.js';
import { createHttpApp } from './http/app.js';
import { callerOf, guardRoutes } from './http/host-front.js';
import { PLAYGROUND_PATH, servePages } from './http/pages.js';
import { servePlaces } from './http/journal-position.js';
import { prepareStop } from './http/stop.js';
import { serveSockets } from './sockets/sockets.js';
import { openFastRoute, workBegunFor } from './http/fast-route.js';
import { AnswerCache } from './compiled/answer-cache.js';
import { KnownReads } from './compiled/known-reads.js';
import { takeReplayedBodies } from './http/replayed-body.js';
import { LIMITS, type Limits } from './operation/request-limits.js';
import { RateLimit } from './operation/rate-limit.js';
import type { RequestNotes } from './operation/request-notes.js';
import { buildHearsaySchema } from './schema.js';
import { Service, type ServiceOptions } from './observe/service.js';

export const API_PATH = '/graphql';
const LOOPBACK = '127.0.0.1';

export interface ServerOptions {
  readonly ledger: Ledger;
  /** Who is noted as having recorded what comes in without a token. */
  readonly by: string;
  /** Address to listen on; 127.0.0.1 unless given. */
  readonly host?: string;
  /** Whose tokens are let in; without any, whoever can reach the address may do everything. */
  readonly tokens?: Tokens;
  /** Where backups may be written; without it none are. */
  readonly backups?: BackupFolder;
  /** 0 takes any free port. */
  readonly port: number;
  /** Folder of the built pages. */
  readonly webFolder: string;
  readonly texts?: SourceTexts;
  /** How dossiers are read; without it none are loaded. */
  readonly dossiers?: Dossiers;
  /** What one may ask for at most. */
  readonly limits?: Limits;
  /** What may refuse requests and operations beside what always does, on every way. */
  readonly checks?: {
    readonly request?: readonly RequestCheck[];
    readonly operation?: readonly OperationCheck[];
  };
  readonly log: IncidentLog;
  /** What is reported to the operators of the server. */
  readonly service?: ServiceOptions;
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
 * Listens on one address.
 * @throws Conflict where the port is taken, InvalidInput where it may not be used, or others can reach it and there are no tokens.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { by, host = LOOPBACK, tokens = null, limits = LIMITS, log, checks = {} } = options;
  checkBind(host, tokens);
  const scheduler = new Scheduler();
  const contextFor = contextMaker(options, new ClaimChangeFeed(options.ledger, scheduler));
  const schema = await buildHearsaySchema();
  const formatError = errorFormatter(log);
  const app = createHttpApp(log, limits);
  const stop = prepareStop(app);
  const front = new Front({
    tokens,
    owner: { name: by, scope: 'admin' },
    ...stop,
    checks: checks.request ?? [],
  });
  const rates = new RateLimit(limits.callerSteps);
  const admission = new Admission(limits, scheduler, rates, checks.operation);
  const service = new Service(options.ledger, options.service);
  service.attach(app, schema);
  const reads = new KnownReads(admission);
  const plugins = [fastifyApolloDrainPlugin(app), reads.plugin];
  const apollo = createApollo(schema, formatError, admission, plugins, limits);
  await apollo.start();
  // The pages first: a browser that opens the API is sent to the playground before it is asked for a token.
  await servePages(app, options.webFolder, API_PATH);
  guardRoutes(app, front, API_PATH);
  takeReplayedBodies(app);
  servePlaces(app, API_PATH, options.ledger, limits);
  const notesOf = (request: IncomingMessage): RequestNotes => service.requests.notesOf(request);
  await registerApi(app, apollo, contextFor, notesOf);
  const kept = new AnswerCache();
  const { ledger } = options;
  openFastRoute(app, { path: API_PATH, front, reads, kept, ledger, limits, contextFor, notesOf });
  await listen(app, host, options.port).catch(async (error: unknown) => {
    await apollo.stop();
    throw error;
  });
  // Only now: the WebSocket server would report a taken port as a fault of its own.
  const sockets = serveSockets({
    ...{ schema, front, admission, scheduler, ledger, contextFor, formatError, limits },
    server: app.server,
    path: API_PATH,
    watch: service.sockets,
  });
  const url = `http://${inUrl(host)}:${(app.server.address() as AddressInfo).port}`;
  return {
    url,
    apiUrl: `${url}${API_PATH}`,
    playgroundUrl: `${url}${PLAYGROUND_PATH}`,
    close: async () => {
      await stop.begin();
      await sockets.close();
      await apollo.stop();
    },
  };
}

/** Lets Apollo answer at the API's address, with the work that the fast route began for a request and passed on. */
async function registerApi(
  app: FastifyInstance,
  apollo: ReturnType<typeof createApollo>,
  contextFor: (caller: Caller) => RequestContext,
  notesOf: (request: IncomingMessage) => RequestNotes,
): Promise<void> {
  await app.register(fastifyApollo(apollo), {
    path: API_PATH,
    method: ['GET', 'POST'],
    context: (request, reply) =>
      Promise.resolve({
        ...contextFor(callerOf(request)),
        ...workBegunFor(request.raw),
        notes: notesOf(request.raw),
        onGone: listener => void reply.raw.once('close', listener),
      }),
  });
}

/** The context of what someone asks; nobody's request came past the door. */
const contextMaker =
  ({ ledger, texts, backups, dossiers }: ServerOptions, changes: ClaimChangeFeed) =>
  (caller: Caller): RequestContext => ({
    ledger,
    by: caller.name,
    scope: caller.scope,
    changes,
    ...(texts ? { texts } : {}),
    ...(backups ? { backups } : {}),
    ...(dossiers ? { dossiers } : {}),
  });

async function listen(app: FastifyInstance, host: string, port: number): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') {
      throw new Conflict(
        `Port ${port} on ${host} is taken: stop what listens there, or give another with --port.`,
      );
    }
    if (code === 'EACCES')
      throw new InvalidInput(`Port ${port} may not be used: give one above 1023 with --port.`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
      throw new InvalidInput(`${host} is no address of this machine: give another with --host.`);
    throw error;
  }
}
